"""Which forms fit, whether to ask, and what is ours: over the real index."""

from __future__ import annotations

import pytest

from assistant.guidance.choice import Choices, choose
from assistant.guidance.issues import parts
from assistant.service import Rooms
from evals.datasets import load_utterances


def choices(rooms: Rooms, text: str) -> Choices:
    return choose(rooms.corpus, rooms.index, rooms.guide.texts, text)


def test_a_clear_story_has_one_form_and_no_question(rooms: Rooms) -> None:
    found = choices(rooms, "گوشیم رو تو مترو از جیبم دزدیدن، می‌خوام شکایت کنم")
    assert found.forms[0].slug == "theft"
    assert found.sure
    assert found.clarify is None


def test_forms_are_ranked_and_named_as_the_corpus_names_them(rooms: Rooms) -> None:
    found = choices(rooms, "صاحبخونه پول پیشم رو پس نمیده")
    scores = [form.score for form in found.forms]
    assert scores == sorted(scores, reverse=True)
    assert all(rooms.corpus.claims[form.slug].title == form.title for form in found.forms)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("شوهرم دو ساله خرجی نمیده مهریه‌م رو هم نداده چیکار کنم", {"wife-maintenance-claim", "mahr-claim"}),
        ("کارفرما حقوقم رو نداده، یه چک هم ازش دارم که برگشت خورده", {"labour-claim", "cheque-claim"}),
    ],
)
def test_two_problems_in_one_message_are_both_seen(rooms: Rooms, text: str, forms: set[str]) -> None:
    found = choices(rooms, text)
    assert forms == {found.forms[0].slug, *(form.slug for form in found.also)}
    assert forms <= {form.slug for form in found.forms}


def test_one_problem_told_at_length_stays_one(rooms: Rooms) -> None:
    text = "سه سال پیش عقد کردیم، شوهرم کار خوبی داره، ولی مهریه‌م رو که ۱۱۴ سکه است نمیده. مهریه‌م رو می‌خوام"
    assert choices(rooms, text).also == ()


@pytest.mark.parametrize("word", ["مهریه", "طلاق", "نفقه", "چک", "سرقت"])
def test_one_word_is_a_matter_of_law_and_asks_what_is_wanted(rooms: Rooms, word: str) -> None:
    found = choices(rooms, word)
    assert not found.out_of_scope
    assert not found.vague
    assert found.clarify is not None
    assert len(found.clarify.options) > 1


@pytest.mark.parametrize(
    "text", ["آب و هوای شیراز فردا چطوره", "برام یه لطیفه تعریف کن", "che filmi bebinam"]
)
def test_what_is_no_matter_of_law_is_not_ours(rooms: Rooms, text: str) -> None:
    assert choices(rooms, text).out_of_scope


@pytest.mark.parametrize("text", ["؟", "کمکم کن", "یه سوال داشتم", "شسیبش", "wfgsd"])
def test_what_says_too_little_is_not_turned_away(rooms: Rooms, text: str) -> None:
    found = choices(rooms, text)
    assert found.vague
    assert not found.out_of_scope


def test_close_forms_are_separated_by_a_question(rooms: Rooms) -> None:
    told = (choices(rooms, utterance.text) for utterance in load_utterances("dev") if utterance.form)
    found = next(one for one in told if one.clarify is not None)
    assert found.clarify is not None
    assert found.clarify.options[:2] == found.forms[:2]
    assert "؟" in found.clarify.question


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("مهریه‌ام را می‌خواهم", 0),
        ("شوهرم خرجی نمیده مهریه‌م رو هم نداده", 2),
        ("چکش برگشت خورده، طلبم را نمی‌دهد ولی ماشین نو می‌خرد", 3),
    ],
)
def test_a_message_is_taken_apart_where_it_turns_to_something_else(text: str, number: int) -> None:
    assert len(parts(text)) == number
