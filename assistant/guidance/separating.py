"""The question that separates forms which fit a message about as well: the one expected to tell most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.guidance.model import FormOffer
from assistant.guidance.texts import Texts
from assistant.law.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Separating:
    """A question, and the two forms (by place among the offers) that its answers speak for."""

    text: str
    first: int
    second: int
    written: bool  # by hand, for just these two


def separating_question(corpus: Corpus, offers: Sequence[FormOffer], texts: Texts) -> str:
    """Return the question with the greatest expected gain; of equal ones, one that was written for its pair."""
    scores = [offer.score for offer in offers]
    best = max(
        _questions(corpus, offers, texts),
        key=lambda asked: (round(expected_gain(scores, asked.first, asked.second), 6), asked.written),
    )
    return best.text


def expected_gain(scores: Sequence[float], first: int, second: int) -> float:
    """Return by how many bits the answer to "the first or the second?" is expected to lessen the doubt.

    Whoever means another form answers either way.
    """
    total = sum(scores)
    before = [score / total for score in scores]
    doubt = _entropy(before)
    for chosen, other in ((first, second), (second, first)):
        answered = [
            chance if place == chosen else 0.0 if place == other else chance / 2
            for place, chance in enumerate(before)
        ]
        share = sum(answered)
        doubt -= share * _entropy([chance / share for chance in answered]) if share else 0.0
    return doubt


def _questions(corpus: Corpus, offers: Sequence[FormOffer], texts: Texts) -> Iterator[Separating]:
    places = {offer.slug: place for place, offer in enumerate(offers)}
    first, second = (corpus.claims[offer.slug].plain for offer in offers[:2])
    yield Separating(texts.either_or.format(first=first, second=second), 0, 1, written=False)
    for slug, place in places.items():
        claim = corpus.claims[slug]
        # The first question of a claim is written to tell it from its nearest near miss.
        nearest = places.get(next(iter(claim.near_misses), ""))
        if nearest is not None and claim.separating_questions:
            yield Separating(claim.separating_questions[0], place, nearest, written=True)


def _entropy(chances: Sequence[float]) -> float:
    return -sum(chance * math.log2(chance) for chance in chances if chance > 0)
