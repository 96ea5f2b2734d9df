"""Every paper looks as it did when someone last looked at it."""

from __future__ import annotations

import pytest
from PIL import Image

from assistant.law import Corpus
from tests.drafting.conftest import FINISHED
from tests.drafting.pictures import KEPT, TOLERANCE, difference, picture


@pytest.mark.parametrize("slug", FINISHED)
def test_the_page_looks_as_it_did(slug: str, corpus: Corpus) -> None:
    kept = KEPT / f"{slug}.png"
    assert kept.exists(), "run: python -m tests.drafting.pictures, and look at the new picture"
    changed = difference(Image.open(kept), picture(slug, corpus))
    assert changed <= TOLERANCE, "if that is meant: python -m tests.drafting.pictures, and look at it"


def test_another_paper_looks_different(corpus: Corpus) -> None:
    assert difference(picture("theft", corpus), picture("mahr-claim", corpus)) > TOLERANCE


def test_no_picture_is_left_of_a_form_that_is_gone() -> None:
    assert {path.stem for path in KEPT.glob("*.png")} <= set(FINISHED)
