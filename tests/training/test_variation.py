"""Stories told by others: what is marked stays marked."""

from __future__ import annotations

from random import Random

import pytest

from assistant.drafting.fields import fields_of
from assistant.law import Corpus
from assistant.settings import Settings
from assistant.training.stories import Story, parse, read_stories
from assistant.training.variation import Kinds, Words, kinds_of, told_words, varied

STORY = (
    "من [[مریم کاظمی|applicant_name]] هستم. شوهرم [[حسین رستمی|opponent_name]] از [[۳ مهر ۱۴۰۴|separation_date]] "
    "رفته! کد ملیم [[۰۰۱۲۳۴۵۶۷۹|applicant_national_id]] است."
)


@pytest.fixture(scope="module")
def kinds(corpus: Corpus) -> Kinds:
    return {k: v for form in corpus.forms.values() for k, v in kinds_of(fields_of(form, corpus)).items()}


@pytest.fixture(scope="module")
def told(corpus: Corpus, kinds: Kinds) -> Words:
    return told_words(read_stories(Settings().corpus_dir / "stories", corpus), kinds)


def marked(story: Story) -> dict[str, str]:
    return {mark.label: story.text[mark.start : mark.end] for mark in story.marks}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_marked_is_a_value_that_somebody_told(seed: int, told: Words, kinds: Kinds) -> None:
    story = parse("return-to-marital-home", STORY)
    words = marked(varied(story, told, kinds, Random(seed)))
    assert set(words) <= set(marked(story))
    values = {value.replace("\u200c", " ") for row in told.values() for value in row}
    assert {word.replace("\u200c", " ") for word in words.values()} <= values | set(marked(story).values())


def test_names_become_names_and_numbers_numbers_of_their_length(told: Words, kinds: Kinds) -> None:
    story = parse("return-to-marital-home", STORY)
    tellings = [marked(varied(story, told, kinds, Random(seed))) for seed in range(60)]
    names = {telling["applicant_name"] for telling in tellings if "applicant_name" in telling}
    numbers = {telling["applicant_national_id"] for telling in tellings if "applicant_national_id" in telling}
    assert len(names) > 10
    assert len(numbers) > 10
    assert {len(number) for number in numbers} == {10}


def test_the_same_seed_tells_the_same_story(told: Words, kinds: Kinds) -> None:
    story = parse("return-to-marital-home", STORY)
    assert varied(story, told, kinds, Random(5)) == varied(story, told, kinds, Random(5))


def test_a_choice_is_never_exchanged(told: Words, kinds: Kinds) -> None:
    story = parse("theft", "[[از خونه‌م بردن|property_offence_kind=سرقت]]")
    tellings = {varied(story, told, kinds, Random(seed)).text.strip() for seed in range(30)}
    assert tellings == {"از خونه‌م بردن", "از خونه م بردن"}
