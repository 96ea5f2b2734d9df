"""One question at a time, whatever the person says instead of an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.dialogue import World
from assistant.law.schemas import FormCheck
from tests.dialogue.script import Script

STORY = "شوهرم مهریه‌ام را نمی‌دهد"
NAME, ID, MOBILE = "مریم احمدی", "0012345679", "09121234567"


@pytest.fixture
def mahr(talk: Script) -> Script:
    return talk.say(STORY, "1")


def asked_for(script: Script, field: str) -> bool:
    return script.now.asking == field and bool(script.messages[-1].text)


def test_what_was_told_in_the_story_is_not_asked_again(talk: Script) -> None:
    talk.say(f"{STORY}. کد ملی من {ID} است و شماره‌ام {MOBILE}", "1")
    assert talk.now.facts["applicant_national_id"] == ID
    assert talk.now.facts["applicant_mobile"] == MOBILE
    talk.say(NAME)
    assert asked_for(talk, "opponent_name")


def test_a_long_answer_fills_several_fields(mahr: Script) -> None:
    mahr.say(f"{NAME}، کد ملیم {ID}، موبایلم {MOBILE}")
    assert mahr.now.facts == {
        "applicant_name": NAME,
        "applicant_national_id": ID,
        "applicant_mobile": MOBILE,
    }
    assert asked_for(mahr, "opponent_name")


def test_facts_come_in_any_order(mahr: Script) -> None:
    mahr.say(f"کد ملیم {ID}")
    assert mahr.now.facts == {"applicant_national_id": ID}
    assert asked_for(mahr, "applicant_name")


def test_a_wrong_value_is_explained_and_asked_again_and_is_not_lost(mahr: Script) -> None:
    mahr.say(NAME, "۱۲۳")
    assert "ده رقم" in mahr.heard
    assert asked_for(mahr, "applicant_national_id")
    assert mahr.now.log[-1] == "۱۲۳"


def test_a_doubtful_number_is_taken_when_insisted_on(mahr: Script) -> None:
    mahr.say(NAME, "0012345670")
    assert "applicant_national_id" not in mahr.now.facts
    mahr.say("بله، درست است")
    assert mahr.now.facts["applicant_national_id"] == "0012345670"


def test_a_doubtful_number_typed_twice_is_meant(mahr: Script) -> None:
    mahr.say(NAME, "0012345670", "۰۰۱۲۳۴۵۶۷۰")
    assert mahr.now.facts["applicant_national_id"] == "0012345670"


def test_another_number_replaces_the_doubtful_one(mahr: Script) -> None:
    mahr.say(NAME, "0012345670", ID)
    assert mahr.now.facts["applicant_national_id"] == ID


@pytest.fixture
def at_amount(mahr: Script) -> Script:
    mahr.say(NAME, ID, MOBILE, "علی رضایی", "رد کن", "تهران، خیابان نمونه، پلاک ۱۰", "۱۱۴ سکه")
    assert mahr.now.asking == "claim_value"
    return mahr


@pytest.mark.parametrize(
    ("unit", "rial"),
    [
        ("تومان", "2000000000"),
        ("ریال", "200000000"),
        ("تومنه", "2000000000"),
        ("۱", "2000000000"),
        ("2", "200000000"),
    ],
)
def test_an_amount_without_a_unit_is_asked_about(at_amount: Script, unit: str, rial: str) -> None:
    at_amount.say("۲۰۰ میلیون")
    assert "تومان" in at_amount.heard
    assert "claim_value" not in at_amount.now.facts
    at_amount.say(unit)
    assert at_amount.now.facts["claim_value"] == rial


def test_a_whole_amount_instead_of_a_unit_is_the_answer(at_amount: Script) -> None:
    at_amount.say("۲۰۰ میلیون", "نه ۳۰۰ میلیون تومان")
    assert at_amount.now.facts["claim_value"] == "3000000000"


@pytest.mark.parametrize("words", ["رد کن", "/skip", "بعدی", "ردش کن لطفا", "نمی‌دانم", "ندارم"])
def test_an_optional_question_is_passed_over(mahr: Script, words: str) -> None:
    mahr.say(NAME, ID, MOBILE, "علی رضایی", words)
    assert mahr.now.skipped == ("opponent_national_id",)
    assert asked_for(mahr, "opponent_address")


def test_an_answer_that_holds_the_words_of_a_command_is_an_answer(talk: Script) -> None:
    talk.say("رفیقم قرضم را پس نمی‌دهد طلبکارم", "1", NAME, ID, "حسن کریمی", "۵۰ میلیون تومان")
    assert talk.now.asking == "facts"
    text = "نه، رد کردن درخواست رو قبول نکرد و گفت لغو کن برگرد از اول شروع کن"
    talk.say(text)
    assert "رد کردن" in str(talk.now.facts["facts"])


def test_a_required_fact_that_is_not_known_is_explained_then_put_aside_then_asked_at_the_end(
    mahr: Script,
) -> None:
    mahr.say(NAME, "نمی‌دانم")
    assert asked_for(mahr, "applicant_national_id")
    assert "کارت ملی" in mahr.heard
    mahr.say("بعدا می‌گویم")
    assert asked_for(mahr, "applicant_mobile")
    mahr.say(MOBILE, "علی رضایی", "رد کن", "نمی‌دانم", "۱۱۴ سکه", "۲۰۰ میلیون تومان", "بله")
    assert asked_for(mahr, "applicant_national_id")
    mahr.say("نمی‌دانم")
    assert asked_for(mahr, "applicant_national_id")
    assert "ادامه" in mahr.heard
    assert mahr.say(ID).now.state == "preview"


def test_an_unknown_address_is_written_as_unknown(mahr: Script) -> None:
    mahr.say(NAME, ID, MOBILE, "علی رضایی", "رد کن", "نمی‌دونم")
    assert mahr.now.facts["opponent_address"] == "مجهول‌المکان"
    assert asked_for(mahr, "mahr_description")


@pytest.mark.parametrize(
    ("correction", "field", "value"),
    [
        ("اسمم مریم محمدیه نه مریم احمدی", "applicant_name", "مریم محمدی"),
        ("کد ملیم اشتباه بود، 1270000004", "applicant_national_id", "1270000004"),
        ("شماره موبایلم غلطه درستش 09351234567", "applicant_mobile", "09351234567"),
        ("کد ملیم 0012345679 نه، 1270000004", "applicant_national_id", "1270000004"),
    ],
)
def test_an_earlier_answer_is_corrected_in_one_sentence(
    mahr: Script, correction: str, field: str, value: str
) -> None:
    mahr.say(NAME, ID, MOBILE, correction)
    assert mahr.now.facts[field] == value
    assert asked_for(mahr, "opponent_name"), "and the open question is put again"


def test_an_amount_is_corrected_in_one_sentence(at_amount: Script) -> None:
    at_amount.say("۱۰۰ میلیون تومان", "مبلغش اشتباه بود، ۲۰۰ میلیون تومنه")
    assert at_amount.now.facts["claim_value"] == "2000000000"
    assert asked_for(at_amount, "claim_litigation_costs")


def test_a_correction_without_the_new_value_asks_for_it(mahr: Script) -> None:
    mahr.say(NAME, ID, MOBILE, "کد ملیم رو اصلاح کن")
    assert asked_for(mahr, "applicant_national_id")
    assert "۰۰۱۲۳۴۵۶۷۹" in mahr.heard
    mahr.say("1270000004")
    assert mahr.now.facts["applicant_national_id"] == "1270000004"
    assert asked_for(mahr, "opponent_name")


@pytest.mark.parametrize("keep", ["1", "همین درست است", "ادامه", "رد کن"])
def test_back_shows_the_earlier_answer_and_keeps_it(mahr: Script, keep: str) -> None:
    mahr.say(NAME, ID, "برگرد")
    assert asked_for(mahr, "applicant_national_id")
    assert mahr.now.facts["applicant_national_id"] == ID
    assert asked_for(mahr.say(keep), "applicant_mobile")


def test_back_twice_goes_two_questions_back(mahr: Script) -> None:
    assert asked_for(mahr.say(NAME, ID, "قبلی", "قبلی"), "applicant_name")
    mahr.say("سارا کریمی")
    assert mahr.now.facts["applicant_name"] == "سارا کریمی"
    assert asked_for(mahr, "applicant_mobile")


def test_back_at_the_first_question_says_so(mahr: Script) -> None:
    assert asked_for(mahr.say("برگرد"), "applicant_name")


def test_a_question_on_the_side_is_answered_and_the_open_one_put_again(mahr: Script) -> None:
    mahr.say("راستی هزینه‌ش چقدره؟")
    assert "ریال" in mahr.heard
    assert asked_for(mahr, "applicant_name")
    assert mahr.now.facts == {}


@pytest.mark.parametrize("words", ["یعنی چی", "کجا نوشته؟", "از کجا پیدا کنم"])
def test_asking_what_the_question_means_gives_its_help(mahr: Script, words: str) -> None:
    mahr.say(NAME, words)
    assert "کارت ملی" in mahr.messages[0].text
    assert asked_for(mahr, "applicant_national_id")


def test_a_choice_of_values_is_answered_by_number_or_text(talk: Script) -> None:
    talk.say("می‌خواهم رضایت بدهم و گذشت کنم", "1", NAME, "9009982619700000")
    assert talk.now.asking == "waiver_type"
    assert talk.say("۲").now.facts["waiver_type"] == "مشروط"


def test_the_story_already_told_can_stand_for_the_account_of_facts(talk: Script) -> None:
    story = "رفیقم حسن قرض گرفته و طلبم را پس نمی‌دهد"
    talk.say(story, "1", NAME, ID, "حسن کریمی", "۵۰ میلیون تومان")
    assert "همان شرح خودم را بگذار" in talk.choices
    talk.say("همان شرح خودم را بگذار")
    assert str(talk.now.facts["facts"]).startswith("رفیقم حسن")


def test_a_value_that_contradicts_another_is_not_taken(mahr: Script) -> None:
    mahr.say(NAME, ID, MOBILE, "علی رضایی", ID)
    assert "opponent_national_id" not in mahr.now.facts
    assert "یکی است" in mahr.heard


def test_a_mere_yes_is_no_name(mahr: Script) -> None:
    assert asked_for(mahr.say("بله"), "applicant_name")


def test_who_the_person_is_stays_known_for_the_next_matter(mahr: Script) -> None:
    mahr.say(NAME, ID, "از اول", "بله", "رفیقم قرضم را پس نمی‌دهد طلبکارم", "1")
    assert mahr.now.form == "debt-claim"
    assert asked_for(mahr, "opponent_name")


def test_warnings_of_the_form_come_before_the_first_question(talk: Script) -> None:
    talk.say("لایحه دفاعیه بنویس")
    texts = [message.text for message in talk.messages]
    warned = next(place for place, text in enumerate(texts) if "غیابی" in text)
    assert warned < len(texts) - 1
    assert talk.now.asking == "applicant_name"


@pytest.fixture
def doubtful(world: World) -> Script:
    """A form that holds that a mahr of gold is worth something."""
    form = world.corpus.forms["mahr-claim"]
    check = FormCheck(
        when='mahr_description and claim_value and "سکه" in mahr_description and number(claim_value) < 1000',
        field="mahr_description",
        message="سکه با این ارزش جور در نمی‌آید.",
    )
    forms = {**world.corpus.forms, form.slug: form.model_copy(update={"checks": (check,)})}
    return Script(replace(world, corpus=replace(world.corpus, forms=forms)))


def test_a_doubt_about_an_earlier_answer_asks_for_that_one_again_and_keeps_this_one(doubtful: Script) -> None:
    doubtful.say(
        STORY,
        "1",
        NAME,
        ID,
        MOBILE,
        "رضا احمدی",
        "رد کن",
        "تهران، خیابان نمونه، پلاک ۵",
        "۱۱۴ سکه",
        "۵۰۰ ریال",
    )
    assert "سکه با این ارزش جور در نمی‌آید." in doubtful.heard
    assert asked_for(doubtful, "mahr_description")
    assert doubtful.now.facts["claim_value"] == "500"
    doubtful.say("پول نقد")
    assert doubtful.now.facts["mahr_description"] == "پول نقد"
    assert doubtful.now.asking != "mahr_description"
