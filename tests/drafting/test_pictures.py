"""Every paper looks as it did when someone last looked at it."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.drafting.conftest import FINISHED
from tests.drafting.pictures import KEPT, TOLERANCE, difference, picture


@pytest.mark.parametrize("slug", FINISHED)
def test_the_page_looks_as_it_did(slug: str) -> None:
    kept = KEPT / f"{slug}.png"
    assert kept.exists(), "run: python -m tests.drafting.pictures, and look at the new picture"
    changed = difference(Image.open(kept), picture(slug))
    assert changed <= TOLERANCE, "if that is meant: python -m tests.drafting.pictures, and look at it"


def test_another_paper_looks_different() -> None:
    assert difference(picture("theft"), picture("mahr-claim")) > TOLERANCE


def test_no_picture_is_left_of_a_form_that_is_gone() -> None:
    assert {path.stem for path in KEPT.glob("*.png")} <= set(FINISHED)
