"""The marked stories of the corpus, and how a mark is read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.law import Corpus
from assistant.settings import Settings
from assistant.training.stories import Mark, Story, StoryError, parse, read_stories


@pytest.fixture(scope="module")
def stories(corpus: Corpus) -> list[Story]:
    return read_stories(Settings().corpus_dir / "stories", corpus)


def test_a_mark_leaves_its_words_in_the_story() -> None:
    story = parse(
        "mahr-claim", "من [[مریم کاظمی|applicant_name]]‌ام، [[تمبرشم بده|claim_litigation_costs=true]]."
    )
    assert story.text == "من مریم کاظمی‌ام، تمبرشم بده."
    assert story.marks == (Mark(3, 13, "applicant_name"), Mark(18, 28, "claim_litigation_costs=true"))
    assert [story.text[mark.start : mark.end] for mark in story.marks] == ["مریم کاظمی", "تمبرشم بده"]


def test_a_story_without_marks_is_its_text() -> None:
    assert parse("theft", "دیشب آمدند") == Story("theft", "دیشب آمدند", ())


def test_every_form_is_told_by_six_people_at_least(corpus: Corpus, stories: list[Story]) -> None:
    told = Counter(story.form for story in stories)
    assert set(told) == set(corpus.forms)
    assert min(told.values()) >= 6


def test_no_story_is_told_twice(stories: list[Story]) -> None:
    assert len({story.text for story in stories}) == len(stories)


def test_no_mark_is_left_in_a_text(stories: list[Story]) -> None:
    assert not [story.text for story in stories if "[[" in story.text or "]]" in story.text]


def test_a_mark_for_what_the_form_does_not_ask_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "theft.yaml").write_text("- شوهرم [[رضا|mahr_description]]\n", "utf-8")
    with pytest.raises(StoryError, match="asks for no mahr_description"):
        read_stories(tmp_path, corpus)


def test_a_file_of_no_form_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "dragons.yaml").write_text("- دیو آمد\n", "utf-8")
    with pytest.raises(StoryError, match="no form"):
        read_stories(tmp_path, corpus)
