"""Which messages start a calculator: somebody's own sum or day, not what the law says in general.

``recognition.yaml`` holds the plain ways of asking, at least twenty of each kind, and what must start nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import CALCULATORS, PriceIndex
from assistant.guidance.calculating import Calculators
from assistant.law import Corpus
from assistant.settings import settings
from tests.calculation.conftest import TODAY

SAID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "recognition.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def calculators(corpus: Corpus) -> Calculators:
    return Calculators.open(corpus, settings().corpus_dir, PriceIndex())


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_the_plain_ways_of_asking_start_their_calculator(calculators: Calculators, calculator: str) -> None:
    said = SAID["asked"][calculator]
    assert len(said) >= 20
    offers = {text: calculators.offer(text, TODAY) for text in said}
    assert {text: offer and offer.id for text, offer in offers.items()} == dict.fromkeys(said, calculator)


@pytest.mark.parametrize("about", CALCULATORS)
def test_questions_about_the_law_start_none(calculators: Calculators, about: str) -> None:
    said = SAID["general"][about]
    assert len(said) >= 8
    offers = {text: calculators.offer(text, TODAY) for text in said}
    assert {text: offer.id for text, offer in offers.items() if offer} == {}


def test_what_people_say_of_their_problems_rarely_starts_one(
    calculators: Calculators, corpus: Corpus
) -> None:
    """A story is no sum: of all utterances of the claims hardly one starts a calculator."""
    said = [text for claim in corpus.claims.values() for text in claim.utterances]
    started = [text for text in said if calculators.offer(text, TODAY)]
    assert len(started) <= len(said) / 500, started


@pytest.mark.parametrize("text", SAID["complete"])
def test_a_message_that_tells_everything_is_answered_at_once(calculators: Calculators, text: str) -> None:
    offer = calculators.offer(text, TODAY)
    assert offer is not None
    assert offer.result is not None
    assert offer.result.figures


@pytest.mark.parametrize("text", SAID["incomplete"])
def test_a_message_that_tells_too_little_is_only_offered_the_calculator(
    calculators: Calculators, text: str
) -> None:
    offer = calculators.offer(text, TODAY)
    assert offer is not None
    assert offer.result is None
