"""A problem whose paper cannot be written here: its name and the way are told, and it is not offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.dialogue import World
from assistant.guidance import Guide
from assistant.settings import settings
from tests.dialogue.script import Script
from tests.dialogue.words_index import WordsIndex

STORY = "شوهرم مهریه‌ام را نمی‌دهد"


@pytest.fixture
def unwritten(world: World) -> Script:
    forms = {slug: form for slug, form in world.corpus.forms.items() if slug != "mahr-claim"}
    corpus = replace(world.corpus, forms=forms)
    guide = Guide.open(corpus, WordsIndex(corpus), settings())  # type: ignore[arg-type]
    return Script(replace(world, guide=guide, corpus=corpus))


def test_the_right_form_is_named_and_its_way_told(unwritten: Script) -> None:
    unwritten.say(STORY)
    assert "«دادخواست مطالبه مهریه»" in unwritten.heard
    assert "متن آماده‌اش را هنوز اینجا نداریم" in unwritten.heard
    assert unwritten.now.form is None


def test_only_papers_that_can_be_written_are_offered(unwritten: Script) -> None:
    unwritten.say(STORY)
    assert "دادخواست مطالبه مهریه" not in unwritten.choices
    assert "mahr-claim" not in unwritten.now.offers


def test_a_form_that_can_be_written_is_offered_without_that_notice(talk: Script) -> None:
    talk.say(STORY)
    assert "نداریم" not in talk.heard
    assert "دادخواست مطالبه مهریه" in talk.choices


def test_a_part_of_the_guide_is_told_on_request(unwritten: Script) -> None:
    unwritten.say(STORY, "مراحلش چیه؟")
    assert "گام‌ها" in unwritten.heard
