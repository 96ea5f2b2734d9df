"""Answers of people who never saw the assistant: corrected in halves, said back, refused, not known."""

from __future__ import annotations

import pytest

from assistant.dialogue import Conversation, Said, World, step
from assistant.dialogue.turn import Turn
from tests.dialogue.test_every_form import real_world

NOTE = {
    "applicant_name": "مریم احمدی",
    "applicant_national_id": "1092738452",
    "applicant_father_name": "رضا",
    "applicant_mobile": "09123456789",
    "applicant_address": "اصفهان، خیابان سعدی، پلاک ۴۱",
    "opponent_name": "حمید کریمی",
    "amount": "500000000",
    "due_date": "1404/06/16",
}


def say(form: str, asking: str, *said: str, facts: dict[str, str] = NOTE) -> Turn:
    """What comes of messages where a field is asked and these facts are known."""
    known = {name: value for name, value in facts.items() if name in real_world().interview(form).fields}
    turn = Turn(Conversation(state="interview", form=form, facts=known, asking=asking, history=tuple(known)))
    for text in said:
        turn = step(turn.conversation, Said(text=text), real_world())
    return turn


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("۵۰ نه ۶۰ میلیون", "amount", "600000000"),
        ("نه ببخشید، مبلغ پنجاه نبود، هفتاد میلیون تومن بود", "amount", "700000000"),
        ("به جای ۵۰ میلیون بنویس ۶۰ میلیون", "amount", "600000000"),
        ("منظورم پنجاه و دو و نیم میلیون تومن بود", "amount", "525000000"),
        ("تاریخ سررسید ۱۷ شهریور بود نه ۱۶", "due_date", "1404/06/17"),
        ("سررسید سال ۱۴۰۳ بود نه ۱۴۰۴", "due_date", "1403/06/16"),
        ("سررسیدش مهر بود نه شهریور", "due_date", "1404/07/16"),
        ("آخ نه بیستم شهریور ۱۴۰۴ بود", "due_date", "1404/06/20"),
        ("فامیلیش کریمی نیست، کرمیه", "opponent_name", "حمید کرمی"),
        ("کریمی نه، کریمی‌دوست، حمید کریمی‌دوست", "opponent_name", "حمید کریمی‌دوست"),
        ("اسم بدهکار رو غلط نوشتم: حامد کریمی", "opponent_name", "حامد کریمی"),
        ("اسم بابام رضا نیست محمدرضاست", "applicant_father_name", "محمدرضا"),
        ("آدرسم خیابان حافظ هست نه سعدی", "applicant_address", "اصفهان، خیابان حافظ، پلاک ۴۱"),
        ("شماره تماسم دو رقمش پس و پیش شده ۰۹۱۲۳۴۵۶۷۹۸", "applicant_mobile", "09123456798"),
    ],
)
def test_a_known_fact_is_put_right_and_no_other(said: str, field: str, value: str) -> None:
    now = say("promissory-note-claim", "facts", said).conversation
    assert now.facts == {**NOTE, field: value}


def test_an_account_is_not_changed_by_the_words_of_a_sum() -> None:
    account = {"income_and_livelihood": "ماهی ۱۸ میلیون درمیارم", "proposed_instalment": "30000000"}
    now = say(
        "instalment-of-fine", "assets_list", "سه میلیون نه، چهار میلیون تومن میدم", facts=account
    ).conversation
    assert now.facts == {**account, "proposed_instalment": "40000000"}


@pytest.mark.parametrize(
    ("asking", "said", "value"),
    [
        ("applicant_father_name", "پدرم؟ قدرت", "قدرت"),
        ("due_date", "کی؟ ۱۲ مهر ۱۴۰۴", "1404/07/12"),
        ("applicant_father_name", "مرحوم قدرت", "قدرت"),
    ],
)
def test_a_question_said_back_before_the_answer_asks_nothing(asking: str, said: str, value: str) -> None:
    assert say("promissory-note-claim", asking, said, facts={}).conversation.facts == {asking: value}


def test_a_question_that_ends_in_a_verb_is_no_yes(world: World) -> None:
    asked = Conversation(state="interview", form="mahr-claim", asking="claim_litigation_costs")
    now = step(asked, Said(text="برادرم قبول کنه ربطی به من داره؟"), world).conversation
    assert (now.facts, now.asking) == ({}, "claim_litigation_costs")


@pytest.mark.parametrize(
    "said", ["نمی‌دونم کجا می‌شینه", "معلوم نیست کجا رفته", "کجا زندگی می‌کنه نمی‌دونم", "آدرسشو نمی‌دونم"]
)
def test_a_sentence_may_say_that_an_address_is_not_known(said: str) -> None:
    now = say("promissory-note-claim", "opponent_address", said, facts={}).conversation
    assert now.facts["opponent_address"] == "مجهول‌المکان"


def test_an_address_told_with_what_is_not_known_is_kept() -> None:
    said = "نمی‌دونم کجا رفته ولی قبلا ساوه، خیابان شریعتی، پلاک ۶ بود"
    now = say("promissory-note-claim", "opponent_address", said, facts={}).conversation
    assert "شریعتی" in str(now.facts["opponent_address"])


def test_the_words_of_the_question_tell_the_choice() -> None:
    now = say("adjustment-of-instalments", "role_in_case", "طلبکار پرونده منم", facts={}).conversation
    assert now.facts == {"role_in_case": "محکوم‌له"}


def test_a_choice_that_the_form_refuses_is_not_offered_and_does_not_hold_anybody_up() -> None:
    first = say("adjustment-of-instalments", "role_in_case", "شاکی", facts={})
    assert [choice.text for choice in first.conversation.offered] == ["محکوم‌له", "محکوم‌علیه"]
    third = say("adjustment-of-instalments", "role_in_case", "شاکی", "شاکی", "شاکی", facts={}).conversation
    assert third.aside == ("role_in_case",)


def test_what_is_said_three_times_in_vain_is_left() -> None:
    said = ["نمی‌فهمم چیه"] * 3
    assert say("request-writ-of-execution", "archive_number", *said, facts={}).conversation.skipped == (
        "archive_number",
    )


def test_a_whole_day_that_was_refused_is_no_part_of_the_next_answer() -> None:
    said = ("۲۸ اسفند ۱۴۰۵", "۱۸ آبان")
    assert say("civil-appeal", "judgment_date", *said, facts={}).conversation.facts == {
        "judgment_date": "1405/08/18"
    }


def test_what_a_story_only_mentions_is_asked_in_full() -> None:
    start = Conversation(state="choosing", offers=("criminal-damage",), stories=("پرایدمو خراب کرد",))
    now = step(start, Said(text="بله"), real_world()).conversation
    assert now.form == "criminal-damage"
    assert "asset_description" not in now.facts


def test_a_street_is_no_agency() -> None:
    said = "زنجان، خیابان دانشگاه، دانشگاه ۱۷، پلاک ۴۰"
    now = say("administrative-complaint", "applicant_address", said, facts={}).conversation
    assert now.facts == {"applicant_address": said}
