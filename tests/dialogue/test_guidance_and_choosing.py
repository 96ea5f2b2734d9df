"""From a story to a chosen form."""

from __future__ import annotations

import pytest

from tests.dialogue.script import Script

MAHR = "شوهرم مهریه‌ام را نمی‌دهد"
CLOSE = "شوهرم مهریه و نفقه نمی‌دهد"


def test_a_greeting_is_answered_with_what_the_assistant_can_do(talk: Script) -> None:
    talk.say("سلام")
    assert "دادخواه" in talk.heard
    assert talk.now.state == "guidance"


def test_a_story_is_answered_shortly_with_its_source_and_the_fitting_form_as_a_choice(talk: Script) -> None:
    talk.say(MAHR)
    assert "ماده ۱ قانون نمونه" in talk.heard
    assert "کارت ملی" not in talk.heard, "papers are told on request"
    assert talk.choices[0] == "دادخواست مطالبه مهریه"
    assert talk.now.state == "choosing"


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        ("هزینه", "ریال"),
        ("راستی هزینه‌اش چقدره؟", "ریال"),
        ("مدارک چی لازمه", "کارت ملی"),
        ("جزئیات", "دادگاه وقت جلسه می‌دهد"),
        ("مراحلش چیه", "ثبت کنید"),
        ("۳", "ریال"),
    ],
)
def test_more_is_told_on_request_and_the_choice_stays_open(talk: Script, request_: str, told: str) -> None:
    talk.say(MAHR, request_)
    assert told in talk.heard
    assert talk.choices[0] == "دادخواست مطالبه مهریه"


@pytest.mark.parametrize(
    "pick",
    [
        "1",
        "۱",
        "اولی",
        "گزینه ۱",
        "دادخواست مطالبه مهریه",
        "همون مهریه",
        "دادخواست مهریه رو بنویس",
        "بله",
        "بنویسش",
        "اره بنویس لطفا",
    ],
)
def test_a_form_is_chosen_by_number_by_text_or_in_own_words(talk: Script, pick: str) -> None:
    talk.say(MAHR, pick)
    assert (talk.now.state, talk.now.form) == ("interview", "mahr-claim")


def test_close_forms_are_separated_by_one_question(talk: Script) -> None:
    talk.say(CLOSE)
    assert talk.now.clarify is not None
    assert talk.now.clarify in talk.heard
    assert len([choice for choice in talk.choices if choice.startswith("دادخواست")]) == 2


@pytest.mark.parametrize(
    ("answer", "form"), [("همون نفقه", "wife-maintenance-claim"), ("مهریه", "mahr-claim")]
)
def test_the_answer_to_the_separating_question_picks_a_form(talk: Script, answer: str, form: str) -> None:
    assert talk.say(CLOSE, answer).now.form == form


def test_a_longer_answer_to_the_separating_question_ranks_the_forms_again(talk: Script) -> None:
    talk.say(CLOSE, "خرجی خانه را نمی‌دهد و نفقه معوقه دارم، خرجی روزانه هیچ")
    assert talk.now.offers[0] == "wife-maintenance-claim"


def test_a_plain_yes_to_several_forms_asks_which(talk: Script) -> None:
    talk.say(CLOSE, "بله")
    assert talk.now.state == "choosing"
    assert len(talk.choices) > 1


def test_none_of_the_forms_leads_back_to_the_story(talk: Script) -> None:
    assert talk.say(CLOSE, "هیچ‌کدام").now.state == "guidance"


def test_asking_straight_for_a_form_starts_it(talk: Script) -> None:
    assert talk.say("برام دادخواست مهریه بنویس").now.form == "mahr-claim"


def test_what_is_no_matter_of_law_is_said_to_be_so(talk: Script) -> None:
    talk.say("دستور پخت قورمه سبزی")
    assert talk.now.state == "guidance"
    assert talk.choices == []
    assert "حقوقی" in talk.heard


def test_danger_comes_before_everything_else(talk: Script) -> None:
    talk.say("شوهرم مهریه‌ام را نمی‌دهد و همین الان با چاقو تهدیدم می‌کند می‌خواهد مرا بکشد")
    assert "۱۱۰" in talk.messages[0].text.split("\n")[0] + talk.messages[0].text[:400]
    assert talk.messages[0].text.index("۱۱۰") < talk.messages[0].text.index("خلاصه")


def test_of_two_problems_the_first_is_handled_and_the_second_is_offered_afterwards(talk: Script) -> None:
    talk.say("شوهرم مهریه و سکه‌های مهریه عندالمطالبه را نمی‌دهد. رفیقم طلبم را نمی‌دهد")
    assert talk.now.offers == ("mahr-claim", "debt-claim")
    assert talk.now.later == ("debt-claim",)
    assert "مطالبه طلب" in talk.heard


def test_of_two_problems_the_other_can_be_taken_first_by_its_name(talk: Script) -> None:
    talk.say("شوهرم مهریه و سکه‌های مهریه عندالمطالبه را نمی‌دهد. رفیقم طلبم را نمی‌دهد", "مطالبه طلب")
    assert talk.now.form == "debt-claim"


def test_more_of_the_story_is_noted_without_repeating_the_answer(talk: Script) -> None:
    talk.say(MAHR, "کد ملی من 0012345679 است")
    assert talk.now.state == "choosing"
    assert "خلاصه" not in talk.heard
    talk.say("1")
    assert talk.now.facts["applicant_national_id"] == "0012345679"


def test_another_problem_while_choosing_is_answered(talk: Script) -> None:
    talk.say(MAHR, "رفیقم قرض گرفته و طلبم را نمی‌دهد")
    assert talk.now.offers[0] == "debt-claim"
