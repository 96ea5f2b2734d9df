"""Nobody is held up by one question: what is misread is asked otherwise, and the third time there is a way on."""

from __future__ import annotations

import pytest

from tests.dialogue.script import Script

NAME, ID, CASE = "مریم احمدی", "0012345679", "9009982619700000"
WAIVER = "می‌خواهم رضایت بدهم و گذشت کنم"
UNCONDITIONAL = "بی‌قید و شرط"


@pytest.fixture
def at_choice(talk: Script) -> Script:
    """A question with choices: is the waiver unconditional?"""
    talk.say(WAIVER)
    while talk.now.state != "interview":
        talk.say("1")
    talk.say(NAME, CASE)
    assert talk.now.asking == "waiver_type"
    return talk


@pytest.fixture
def at_day(talk: Script) -> Script:
    """An optional day: when was the money paid?"""
    talk.say("رفیقم قرضم را پس نمی‌دهد طلبکارم", "1", NAME, ID, "علی رضایی", "۲۰۰ میلیون تومان")
    talk.say("پارسال به او قرض دادم و رسید دارم و پس نداد")
    assert talk.now.asking == "payment_date"
    return talk


def test_a_misread_choice_is_asked_again_by_its_numbers(at_choice: Script) -> None:
    question = at_choice.messages[-1].text
    at_choice.say("خدا بزرگه")
    assert at_choice.messages[-1].text != question
    assert "۱. " in at_choice.heard
    at_choice.say("۱")
    assert at_choice.now.facts["waiver_type"] == UNCONDITIONAL


def test_the_same_words_are_put_at_most_twice(at_choice: Script) -> None:
    put = [at_choice.messages[-1].text]
    for _ in range(6):
        at_choice.say("خدا بزرگه")
        put.append(at_choice.messages[-1].text)
    assert max(put.count(text) for text in put) <= 2


def test_a_question_nobody_can_read_an_answer_to_is_left_to_the_end(at_choice: Script) -> None:
    at_choice.say("خدا بزرگه", "خدا بزرگه", "خدا بزرگه")
    assert at_choice.now.aside == ("waiver_type",)
    assert at_choice.now.log.count("خدا بزرگه") == 3


def test_at_the_end_the_choices_are_gone_through_one_by_one(at_choice: Script) -> None:
    at_choice.say("خدا بزرگه", "خدا بزرگه", "خدا بزرگه", "خدا بزرگه")
    assert f"منظورتان «{UNCONDITIONAL}» است؟" in at_choice.heard
    at_choice.say("نه", "خدا بزرگه")
    assert "منظورتان «مشروط» است؟" in at_choice.heard
    at_choice.say("بله")
    assert at_choice.now.facts["waiver_type"] == "مشروط"
    assert at_choice.now.state == "preview"


def test_the_nearest_choice_is_asked_about_and_taken_by_a_yes(at_choice: Script) -> None:
    at_choice.say("کامل کامل ولی با شرط")
    assert at_choice.now.pending is not None
    assert at_choice.now.pending.kind == "meant"
    near = at_choice.now.pending.options[0].text
    assert at_choice.choices == ["بله، همین است", "نه، یکی دیگر"]
    at_choice.say("آره")
    assert at_choice.now.facts["waiver_type"] == near


def test_a_choice_that_was_turned_down_is_not_asked_about_again(at_choice: Script) -> None:
    at_choice.say("کامل کامل ولی با شرط", "نه", "کامل کامل ولی با شرط")
    assert "منظورتان" not in at_choice.heard


@pytest.mark.parametrize(
    "said", ["نداریم", "نه والا", "هیچی", "ندارمش", "یادم نیست دقیق", "از کجا بدونم", "رسید نگرفتم"]
)
def test_a_short_refusal_passes_over_what_is_optional(at_day: Script, said: str) -> None:
    at_day.say(said)
    assert at_day.now.state == "preview"
    assert "payment_date" not in at_day.now.facts


def test_a_day_is_told_in_two_answers(at_day: Script) -> None:
    at_day.say("مهر ۱۴۰۴")
    assert at_day.now.asking == "payment_date"
    at_day.say("۱۲م")
    assert at_day.now.facts["payment_date"] == "1404/07/12"


def test_a_month_that_is_told_again_is_proposed_with_its_first_day(at_day: Script) -> None:
    at_day.say("مهر ۱۴۰۴", "مهر ۱۴۰۴")
    assert "«۱۴۰۴/۰۷/۰۱» درست است؟" in at_day.heard
    at_day.say("بله")
    assert at_day.now.facts["payment_date"] == "1404/07/01"


def test_what_stays_unreadable_is_passed_over_the_third_time(at_day: Script) -> None:
    at_day.say("وقتی بارون میومد", "وقتی بارون میومد")
    assert at_day.now.asking == "payment_date"
    at_day.say("وقتی بارون میومد")
    assert at_day.now.state == "preview"


def test_a_sum_said_twice_without_its_unit_is_taken_as_people_mean_it(talk: Script) -> None:
    talk.say("رفیقم قرضم را پس نمی‌دهد طلبکارم", "1", NAME, ID, "علی رضایی", "۳۵۰ میلیون", "۳۵۰ میلیون")
    assert talk.now.facts["amount"] == "3500000000"
    assert "اگر درست نیست بگویید" in talk.heard


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("مبلغ ۲۰۰ میلیون نبود ۲۵۰ بود", "amount", "2500000000"),
        ("۲۵۰ میلیون تومن بود نه ۲۰۰", "amount", "2500000000"),
        ("مبلغش دویست میلیون نه سیصد میلیون", "amount", "3000000000"),
        ("اسم طرف علی نیست حسینه", "opponent_name", "حسین رضایی"),
        ("راستی اسم طرف رو اشتباه گفتم، علی رضوی درسته", "opponent_name", "علی رضوی"),
        ("ببخشید فامیلم احمدی نه احمدی‌پور", "applicant_name", "مریم احمدی‌پور"),
        ("کد ملیم رو غلط زدم درستش ۰۰۸۴۵۷۵۹۴۸ه", "applicant_national_id", "0084575948"),
    ],
)
def test_a_correction_in_passing_changes_the_old_value(
    at_day: Script, said: str, field: str, value: str
) -> None:
    at_day.say(said)
    assert at_day.now.facts[field] == value
    assert at_day.now.asking == "payment_date"
    assert "payment_date" not in at_day.now.facts


def test_the_day_of_a_known_date_is_put_right_by_its_number(at_day: Script) -> None:
    at_day.say("۶ مهر", "۱۶ مهر دادم نه ششم")
    assert at_day.now.facts["payment_date"] == "1405/07/16"


@pytest.mark.parametrize("said", ["اگه نداشته باشه بده چی", "میشه قسطی بگیرم", "حالا چی میشه"])
def test_a_question_without_its_mark_is_no_answer(talk: Script, said: str) -> None:
    talk.say("رفیقم قرضم را پس نمی‌دهد طلبکارم", "1", NAME, ID, "علی رضایی", "۲۰۰ میلیون تومان")
    assert talk.now.asking == "facts"
    talk.say(said)
    assert talk.now.asking == "facts"
    assert "facts" not in talk.now.facts


def test_what_is_put_off_comes_at_the_end(at_choice: Script) -> None:
    at_choice.say("بعدا میگم")
    assert at_choice.now.aside == ("waiver_type",)
