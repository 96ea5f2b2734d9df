"""Answers as worried people give them: beside the point, in part, corrected, tired of it."""

from __future__ import annotations

import pytest

from tests.dialogue.script import Script

STORY = "شوهرم مهریه‌ام را نمی‌دهد"
NAME, ID, MOBILE = "مریم محمدی", "0012345679", "09121234567"
ADDRESS = "تهران، خیابان نمونه، پلاک ۱۰"


@pytest.fixture
def mahr(talk: Script) -> Script:
    return talk.say(STORY, "1")


@pytest.fixture
def at_optional(mahr: Script) -> Script:
    mahr.say(NAME, ID, MOBILE, "علی رضایی")
    assert mahr.now.asking == "opponent_national_id"
    return mahr


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("محمدی نه، احمدی", "applicant_name", "مریم احمدی"),
        ("احمدی نه محمدی", "applicant_name", "مریم احمدی"),
        ("رضایی نه، رضوی", "opponent_name", "علی رضوی"),
        ("۰۹۱۲۱۲۳۴۵۶۷ نه، ۰۹۱۲۷۶۵۴۳۲۱", "applicant_mobile", "09127654321"),
        ("راستی موبایلم ۰۹۱۲۷۶۵۴۳۲۱ هست نه ۰۹۱۲۱۲۳۴۵۶۷", "applicant_mobile", "09127654321"),
        ("اسم شوهرم اشتباهه، حمید صبوری درسته", "opponent_name", "حمید صبوری"),
    ],
)
def test_what_was_wrong_is_put_right_in_the_middle_of_another_question(
    at_optional: Script, said: str, field: str, value: str
) -> None:
    at_optional.say(said)
    assert at_optional.now.facts[field] == value
    assert at_optional.now.asking == "opponent_national_id"


@pytest.mark.parametrize(
    "said", ["نه", "نمی‌خوام", "لازم نیست", "رد", "بی‌خیال", "بیخیالش", "ولش کن", "نمی‌دونم"]
)
def test_an_optional_question_is_left_behind_in_any_words(at_optional: Script, said: str) -> None:
    at_optional.say(said)
    assert at_optional.now.asking == "opponent_address"


def test_let_it_be_leaves_off_where_an_answer_is_needed_and_nothing_is_lost(mahr: Script) -> None:
    mahr.say(NAME, "ولش کن")
    assert mahr.now.state == "cancelled"
    mahr.say("ادامه")
    assert mahr.now.asking == "applicant_national_id"
    assert mahr.now.facts["applicant_name"] == NAME


def test_a_question_with_more_after_it_is_no_name(mahr: Script) -> None:
    mahr.say("بچه‌م چی میشه؟ حضانتش با کیه")
    assert "applicant_name" not in mahr.now.facts
    assert mahr.now.asking == "applicant_name"


def test_another_fact_in_place_of_an_address_is_no_address(at_optional: Script) -> None:
    at_optional.say("رد کن", "کد ملی شوهرم ۴۹۹۰۰۱۲۳۴۸")
    assert at_optional.now.facts["opponent_national_id"] == "4990012348"
    assert "opponent_address" not in at_optional.now.facts


def test_an_address_is_kept_without_the_words_before_it(at_optional: Script) -> None:
    at_optional.say("رد کن", f"آدرسش {ADDRESS}")
    assert at_optional.now.facts["opponent_address"] == ADDRESS


@pytest.mark.parametrize(
    ("said", "rial"), [("میلیون", "5000000000"), ("هزار تومن", "5000000"), ("۳", "5000")]
)
def test_a_small_amount_is_settled_by_its_scale(at_optional: Script, said: str, rial: str) -> None:
    at_optional.say("رد کن", ADDRESS, "۱۱۴ سکه", "۵۰۰ تومن")
    assert "claim_value" not in at_optional.now.facts
    at_optional.say("بله")
    assert "میلیون" in at_optional.heard
    at_optional.say(said)
    assert at_optional.now.facts["claim_value"] == rial


def test_rudeness_is_answered_calmly_and_the_question_stays(mahr: Script) -> None:
    mahr.say("برو بابا")
    assert "کلافه" in mahr.heard
    assert mahr.now.asking == "applicant_name"
    assert mahr.now.facts == {}


def test_a_name_in_latin_letters_is_confirmed_in_persian(mahr: Script) -> None:
    mahr.say("maryam ahmadi")
    assert "«مریم احمدی» درست است؟" in mahr.heard
    mahr.say("آره")
    assert mahr.now.facts["applicant_name"] == "مریم احمدی"


def test_many_facts_at_once_as_on_a_form(mahr: Script) -> None:
    mahr.say(f"نام: علی رضایی کد ملی {ID} شماره {MOBILE}")
    assert mahr.now.facts["applicant_name"] == "علی رضایی"
    assert mahr.now.facts["applicant_national_id"] == ID
    assert mahr.now.facts["applicant_mobile"] == MOBILE


def test_yes_keeps_what_is_offered_for_correction(at_optional: Script) -> None:
    at_optional.say("اسمم را اصلاح کن", "بله")
    assert at_optional.now.facts["applicant_name"] == NAME
    assert at_optional.now.asking == "opponent_national_id"


@pytest.mark.parametrize("said", ["شکایت کن", "دادخواست بده", "بنویسش", "درخواست بده"])
def test_asking_for_the_paper_by_its_kind_alone_begins_it(talk: Script, said: str) -> None:
    assert talk.say(STORY, said).now.form == "mahr-claim"


def test_a_mere_number_before_anything_was_offered_is_no_story(talk: Script) -> None:
    talk.say("۱")
    assert talk.now.state == "guidance"
    assert talk.now.stories == ()


def test_a_second_confirmation_of_what_was_sent_changes_nothing(at_optional: Script) -> None:
    at_optional.say("رد کن", ADDRESS, "۱۱۴ سکه", "۲۰۰ میلیون تومان")
    while at_optional.now.state == "interview":
        at_optional.say("رد کن")
    at_optional.say("تأیید می‌کنم")
    sent = at_optional.now
    at_optional.say("می‌دانم این کار برگشت ندارد و تأیید می‌کنم")
    assert (at_optional.now.state, at_optional.now.submitted) == ("done", sent.submitted)
    assert "فرستاده شده" in at_optional.heard
