"""What is confirmed is handed over, once for each version."""

from __future__ import annotations

import pytest

from assistant.dialogue import RenderDocuments, SubmitDraft
from tests.dialogue.script import Script

WAIVER = ("می‌خواهم رضایت بدهم و گذشت کنم", "1", "مریم احمدی", "9009982619700000", "1")
DEFENCE = (
    "لایحه دفاعیه بنویس",
    "مریم احمدی",
    "9009982619700000",
    "1405/08/20",
    "من این بدهی را پرداخت کرده‌ام و رسید دارم",
)
DEBT = (
    "رفیقم قرضم را پس نمی‌دهد طلبکارم",
    "1",
    "مریم احمدی",
    "0012345679",
    "حسن کریمی",
    "۵۰ میلیون تومان",
    "پارسال به او قرض دادم و پس نداد",
    "رد کن",
)
PHRASE = "می‌دانم این کار برگشت ندارد و تأیید می‌کنم"


def submitted(script: Script) -> list[int]:
    return [command.version for command in script.commands if isinstance(command, SubmitDraft)]


@pytest.fixture
def debt(talk: Script) -> Script:
    talk.say(*DEBT)
    assert talk.now.state == "preview"
    return talk


def test_the_preview_shows_the_paper_the_road_and_what_may_still_be_told(debt: Script) -> None:
    paper, road, still_open, question = debt.messages[-4:]
    assert "مریم احمدی" in paper.text
    assert paper.html is not None
    assert "مریم احمدی" in paper.html
    assert "کارت ملی" in road.text
    assert "ریال" in road.text
    assert "جلسه" in road.text
    assert "تاریخ پرداخت" in still_open.text
    assert [choice.id for choice in question.choices] == ["confirm", "edit", "cancel"]


def test_the_last_day_is_counted_in_the_road_ahead(talk: Script) -> None:
    talk.say(*DEFENCE)
    assert "۱۴۰۵/۰۹/۱۱" in talk.heard


@pytest.mark.parametrize("yes", ["تأیید می‌کنم", "بله", "1", "تایید", "آره درسته"])
def test_confirming_renders_and_submits_once(debt: Script, yes: str) -> None:
    debt.say(yes)
    assert debt.now.state == "done"
    assert [type(command) for command in debt.commands] == [RenderDocuments, SubmitDraft]
    assert submitted(debt.say("تأیید می‌کنم", "بله").press("confirm")) == [1]


def test_an_open_fact_told_in_the_preview_is_taken_into_the_paper(debt: Script) -> None:
    debt.say("تاریخ پرداخت 1404/05/02 بود")
    assert debt.now.facts["payment_date"] == "1404/05/02"
    assert debt.now.state == "preview"


def test_editing_offers_the_facts_by_name(debt: Script) -> None:
    debt.say("اصلاح")
    place = next(n for n, text in enumerate(debt.choices, start=1) if "مریم احمدی" in text)
    debt.say(str(place), "سارا محمدی")
    assert debt.now.facts["applicant_name"] == "سارا محمدی"
    assert debt.now.state == "preview"
    assert debt.now.version == 1, "nothing was handed over yet"


def test_an_unclear_message_in_the_preview_confirms_nothing(debt: Script) -> None:
    assert debt.say("هوا خوب است امروز").now.state == "preview"
    assert debt.commands == []


def test_what_cannot_be_undone_needs_the_whole_sentence(talk: Script) -> None:
    talk.say(*WAIVER, "بله")
    assert talk.now.state == "confirming"
    assert "برگشت ندارد" in talk.heard
    talk.say("بله")
    assert talk.now.state == "confirming"
    assert submitted(talk) == []
    talk.say(PHRASE)
    assert talk.now.state == "done"
    assert submitted(talk) == [1]


def test_tapping_the_first_choice_twice_gives_nothing_up(talk: Script) -> None:
    talk.say(*WAIVER, "1", "1")
    assert talk.now.state == "preview"
    assert submitted(talk) == []


def test_a_button_of_an_earlier_message_does_nothing(talk: Script) -> None:
    talk.say(*WAIVER).press("confirm").press("confirm")
    assert talk.now.state == "confirming"
    assert "فعال نیست" in talk.heard


def test_a_correction_after_handing_over_makes_a_new_version(debt: Script) -> None:
    debt.say("بله", "مبلغ اشتباه بود، ۶۰ میلیون تومان")
    assert (debt.now.state, debt.now.version) == ("preview", 2)
    assert submitted(debt.say("بله")) == [1, 2]


def test_looking_without_changing_makes_no_new_version(debt: Script) -> None:
    debt.say("بله", "نام خودم را اصلاح کن", "همین درست است")
    assert (debt.now.state, debt.now.version) == ("done", 1)


def test_the_problem_put_off_is_offered_when_the_first_is_done(talk: Script) -> None:
    talk.say("رفیقم قرض و طلبم را پس نمی‌دهد و طلبکارم، بدهی دارد. شوهرم هم مهریه و مهر و سکه را نمی‌دهد")
    assert talk.now.later == ("mahr-claim",)
    talk.say(*DEBT[1:], "بله")
    assert "مهریه" in talk.heard
    talk.say("بله")
    assert talk.now.offers == ("mahr-claim",)
    talk.say("بله")
    assert talk.now.form == "mahr-claim"
    assert talk.now.facts["applicant_national_id"] == "0012345679"
    assert talk.now.version == 2, "versions go on over the whole conversation"


def test_a_question_after_handing_over_is_answered(debt: Script) -> None:
    debt.say("بله", "حالا بعدش چی میشه؟")
    assert "جلسه" in debt.heard
    assert debt.now.state == "done"


def test_another_story_after_handing_over_begins_another_matter(debt: Script) -> None:
    debt.say("بله", "شوهرم مهریه‌ام را نمی‌دهد")
    assert debt.now.state == "choosing"
    assert debt.now.submitted == (1,)


def test_cancelling_what_was_handed_over_is_explained(debt: Script) -> None:
    assert debt.say("بله", "لغو").now.state == "done"
