"""Calculations in a conversation: offered after a message, asked step by step, said, and then it goes on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.calculation import PriceIndex
from assistant.dialogue import World, replay
from assistant.guidance import Guide
from assistant.guidance.calculating import Calculators
from assistant.law import load_corpus
from assistant.settings import settings
from tests.dialogue.conftest import TODAY
from tests.dialogue.script import Script
from tests.dialogue.words_index import WordsIndex

PRICES = PriceIndex(
    {"1370": Fraction(2), "1404": Fraction(300), "1402/05": Fraction(100), "1405/08": Fraction(250)}
)


@pytest.fixture(scope="module")
def reckoning(world: World) -> World:
    """The world of the sample forms, with the real calculators and what they stand on; prices are made up."""
    real = load_corpus()
    corpus = replace(
        world.corpus,
        calculators=real.calculators,
        rules=real.rules,
        articles={**real.articles, **world.corpus.articles},
        holidays=real.holidays,
    )
    guide = Guide.open(corpus, WordsIndex(corpus), settings())  # type: ignore[arg-type]
    calculators = Calculators.open(corpus, settings().corpus_dir, PRICES)
    return World(replace(guide, calculators=calculators), corpus, TODAY)


@pytest.fixture
def talk(reckoning: World) -> Script:
    return Script(reckoning)


def begun(talk: Script, calculator: str, *texts: str) -> Script:
    """A conversation in which a calculator was offered and taken, or begun because nothing else was asked for."""
    talk.say(*texts)
    assert talk.now.calculator == calculator
    return talk if talk.now.calculating else talk.press(f"calculate:{calculator}")


def told(talk: Script) -> dict[str, str | bool]:
    assert talk.now.calculating is not None
    return talk.now.calculating.inputs


def test_a_message_that_tells_everything_is_answered_at_once(talk: Script) -> None:
    talk.say("هزینه دادرسی ۵۰۰ میلیون تومان چقدر میشه")
    assert "بین ۱۷۳٬۰۰۰٬۰۰۰ ریال" in talk.heard
    assert "تعرفه ۱۴۰۲/۰۱/۰۱" in talk.heard
    assert talk.now.calculating is None


def test_a_message_that_tells_too_little_is_offered_the_calculator(talk: Script) -> None:
    talk.say("رأی دیروز ابلاغ شده تا کی وقت دارم")
    assert "حساب کن: آخرین روز مهلت" in talk.choices
    assert talk.now.calculating is None


def test_the_offer_is_taken_by_its_number_and_by_its_text(reckoning: World) -> None:
    for answer in ("۱", "حساب کن: آخرین روز مهلت"):
        talk = Script(reckoning).say("مهلت اعتراضم کی تموم میشه")
        place = talk.choices.index("حساب کن: آخرین روز مهلت") + 1
        talk.say(str(place) if answer == "۱" else answer)
        assert talk.now.calculating is not None


def test_after_a_story_a_sum_is_reckoned_and_not_told_in_general(talk: Script) -> None:
    talk.say("هزینه دادرسی ۵۰۰ میلیون تومان چقدر میشه", "هزینه دادرسی ۱۰۰ میلیون ریال چقدر میشه؟")
    assert "۲٬۵۰۰٬۰۰۰ ریال" in talk.heard


def test_a_message_that_asks_for_nothing_but_a_sum_begins_the_calculator(talk: Script) -> None:
    talk.say("خسارت تأخیر رو برام حساب کن")
    assert talk.now.calculating is not None
    assert "اصل طلب چقدر است؟" in talk.heard
    talk.say("لغو")
    assert talk.now.calculating is None


def test_what_the_message_told_is_read_back_and_not_asked_again(talk: Script) -> None:
    begun(talk, "deadline", "رأی ۲۰ آبان ابلاغ شده تا کی وقت دارم")
    assert "تاریخ ابلاغ: ۱۴۰۵/۰۸/۲۰" in talk.heard
    assert "مهلت چه کاری را می‌خواهید؟" in talk.heard


def test_a_last_day_is_asked_and_said_and_the_conversation_goes_on(talk: Script) -> None:
    begun(talk, "deadline", "مهلت اعتراضم کی تموم میشه")
    assert "چه روزی به شما ابلاغ شد؟" in talk.heard
    talk.say("۲۰ آبان")
    assert "تجدیدنظر از رأی حقوقی" in talk.choices
    talk.say("تجدیدنظر از رأی حقوقی", "نه", "۲")
    assert "چهارشنبه ۱۴۰۵/۰۹/۱۱" in talk.heard
    assert (talk.now.calculating, talk.now.calculator) == (None, None)
    assert "بنویسید چه اتفاقی افتاده" in talk.heard
    talk.say("شوهرم خرجی نمی‌دهد")
    assert talk.now.stories[-1] == "شوهرم خرجی نمی‌دهد"


def test_a_choice_is_given_by_number_by_its_words_and_by_pressing(reckoning: World) -> None:
    answers: list[tuple[str, ...]] = []
    for step in ("۱", "تجدید نظر", "T02"):
        talk = begun(Script(reckoning), "deadline", "رأی ۲۰ آبان ابلاغ شده تا کی وقت دارم")
        talk.press("reckon:T02") if step == "T02" else talk.say(step)
        answers.append(tuple(str(value) for value in told(talk).values()))
    assert answers == [("1405/08/20", "T02")] * 3


def test_a_court_fee_is_asked_step_by_step(talk: Script) -> None:
    begun(talk, "court-fee", "هزینه دادرسی رو برام حساب کن")
    assert "هزینه چه کاری را می‌خواهید؟" in talk.heard
    talk.say("۱", "۱۰۰ میلیون تومان", "واخواهی یا تجدیدنظر")
    assert "۴۵٬۰۰۰٬۰۰۰ ریال" in talk.heard
    assert talk.now.calculating is None


def test_a_fee_without_a_sum_asks_for_none(talk: Script) -> None:
    begun(talk, "court-fee", "هزینه دادرسی رو برام حساب کن").say("شکایت کیفری")
    assert "۱۰۰٬۰۰۰ ریال" in talk.heard
    assert talk.now.calculating is None


def test_a_bare_sum_is_asked_for_its_unit(talk: Script) -> None:
    begun(talk, "court-fee", "هزینه دادرسی رو برام حساب کن").say("۱")
    for answer, said in (
        ("۱۰۰۰۰۰۰۰۰", "ریال است یا تومان؟"),
        ("۵۰۰ میلیون", "ریال است یا تومان؟"),
        ("دو تومن", "خیلی کم"),
    ):
        talk.say(answer)
        assert said in talk.heard
        assert "مبلغ خواسته یا محکومیت چقدر است؟" in talk.heard
        assert "value" not in told(talk)
    talk.say("۱۰۰٬۰۰۰٬۰۰۰ ریال")
    assert told(talk)["value"] == "100000000"


def test_coins_are_worth_what_the_person_says(talk: Script) -> None:
    begun(talk, "mahr", "۱۱۴ سکه با سکه ۱۰۰ میلیونی چقدر میشه")
    assert "شمار سکه: ۱۱۴" in talk.heard
    talk.say("۱۰۰ میلیون تومان", "۱۴ تا")
    assert "۱۰۰ سکه" in talk.heard
    assert "۱۰ میلیارد تومان" in talk.heard


def test_a_mahr_in_money_is_reached_by_passing_over_the_coins(talk: Script) -> None:
    begun(talk, "mahr", "ارزش مهریه‌ام رو حساب کن").say("رد کن")
    assert "مهریه پولی" in talk.heard
    talk.say("۵۰ هزار تومان")
    talk.say("هفتاد")
    assert "سال را نفهمیدم" in talk.heard
    talk.say("سال ۷۰")
    assert "۷۵٬۰۰۰٬۰۰۰ ریال" in talk.heard


def test_an_estate_is_divided_after_questions_about_the_family(talk: Script) -> None:
    begun(talk, "inheritance", "پدرم فوت کرده، یه زن و ۲ پسر و ۳ دختر داره، سهم هر کدوم چقدره")
    assert "پسران: ۲" in talk.heard
    assert "پدر درگذشته زنده است؟" in talk.heard
    talk.say("نه", "نه", "رد کن")
    assert "زن: یک‌هشتم" in talk.heard
    assert "پسر (۲ نفر)" in talk.heard
    assert talk.now.calculating is None


def test_grandchildren_are_told_by_branches(talk: Script) -> None:
    begun(talk, "inheritance", "سهم الارث ما رو حساب کن پدرم فوت شده")
    talk.say("هیچ", "نه", "نه", "هیچ", "ندارد")
    assert "نوه‌ها را بنویسید" in talk.heard
    talk.say("دو تا نوه")
    assert "هر شاخه را این‌گونه بنویسید" in talk.heard
    talk.say("پسر: ۱ پسر؛ دختر: ۱ دختر", "۳ میلیارد تومان", "هیچ", "هیچ")
    assert "نوه پسر از نسل پسر" in talk.heard
    assert "۲ میلیارد تومان" in talk.heard


def test_late_payment_is_reckoned_up_to_today(talk: Script) -> None:
    begun(talk, "late-payment", "خسارت تأخیر چکم که ۱۴۰۲/۰۵/۱۰ برگشت خورده چقدر میشه")
    talk.say("۱۰۰ میلیون تومان", "امروز")
    assert "۱٬۵۰۰٬۰۰۰٬۰۰۰ ریال" in talk.heard
    assert "آخرین ماه موجود، ۱۴۰۵/۰۸" in talk.heard


def test_arrears_of_maintenance_are_summed_up(talk: Script) -> None:
    begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه")
    talk.say("۵ میلیون تومان", "۱۴۰۵/۰۷/۰۳", "رد کن")
    assert "۱۰ میلیون تومان" in talk.heard


def test_what_is_needed_cannot_be_passed_over(talk: Script) -> None:
    begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه")
    for text in ("رد کن", "نمی‌دانم"):
        talk.say(text)
        assert "بدون این حساب نمی‌شود" in talk.heard
        assert "نفقه هر ماه" in talk.heard


def test_the_question_before_is_asked_again(talk: Script) -> None:
    begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه")
    talk.say("۵ میلیون تومان")
    talk.say("برگرد")
    assert "نفقه هر ماه" in talk.heard
    assert told(talk) == {}
    talk.say("برگرد")
    assert "نفقه هر ماه" in talk.heard


def test_what_was_told_in_the_story_can_be_corrected_by_going_back(talk: Script) -> None:
    begun(talk, "mahr", "مهریه من ۳۰۰ تا سکه‌ست امروز چقدر میشه")
    talk.say("برگرد")
    assert "مهریه چند سکه است؟" in talk.heard
    talk.say("۱۴", "۱۰۰ میلیون تومان", "هیچ")
    assert "۱۴ سکه" in talk.heard


def test_a_calculation_can_be_left_and_begun_again(talk: Script) -> None:
    for leave in ("لغو", "بی‌خیال"):
        begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه").say("۵ میلیون تومان", leave)
        assert "کنار گذاشتیم" in talk.heard
        assert talk.now.calculating is None
        assert talk.now.state != "cancelled"


def test_help_does_not_lose_the_question(talk: Script) -> None:
    begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه").say("راهنما")
    assert "نفقه هر ماه" in talk.heard


def test_dates_in_the_wrong_order_are_asked_again(talk: Script) -> None:
    begun(talk, "maintenance", "شوهرم ۱۸ ماهه نفقه نداده روی هم چقدر میشه")
    talk.say("۵ میلیون تومان", "۱۴۰۵/۰۷/۰۳", "۱۴۰۵/۰۶/۰۱")
    assert "تاریخ دوم پیش از تاریخ نخست است" in talk.heard
    assert "تا چه روزی حساب شود؟" in talk.heard
    talk.say("امروز")
    assert "۱۰ میلیون تومان" in talk.heard


def test_a_day_to_come_is_asked_again(talk: Script) -> None:
    begun(talk, "deadline", "مهلت اعتراضم کی تموم میشه").say("فردا", "تجدیدنظر", "نه", "نه")
    assert "هنوز نرسیده است" in talk.heard
    assert "چه روزی به شما ابلاغ شد؟" in talk.heard


def in_interview(talk: Script) -> Script:
    talk.say("شوهرم خرجی نمی‌دهد", "نفقه")
    if talk.now.state != "interview":
        talk.press(f"form:{talk.now.offers[0]}")
    assert talk.now.state == "interview"
    return talk


def test_in_an_interview_a_calculation_is_answered_on_the_side(talk: Script) -> None:
    asking = in_interview(talk).now.asking
    facts = talk.now.facts
    talk.say("هزینه دادرسی ۵۰۰ میلیون تومان چقدر میشه؟")
    assert "بین ۱۷۳٬۰۰۰٬۰۰۰ ریال" in talk.heard
    assert (talk.now.asking, talk.now.facts) == (asking, facts)


def test_in_an_interview_a_calculation_that_asks_comes_back_to_the_open_question(talk: Script) -> None:
    asking = in_interview(talk).now.asking
    question = talk.messages[-1].text
    talk.say("مهریه ۱۱۴ سکه الان چقدر میشه؟")
    assert "قیمت امروز یک سکه چقدر است؟" in talk.heard
    talk.say("۱۰۰ میلیون تومان", "هیچ")
    assert "۱۱٫۴ میلیارد تومان" in talk.heard
    assert talk.now.asking == asking
    assert talk.messages[-1].text == question
    talk.say("هزینه دادرسی رو برام حساب کن؟", "لغو")
    assert talk.now.state == "interview"
    assert talk.now.asking == asking


def test_a_conversation_with_a_calculation_can_be_kept_and_replayed(talk: Script, tmp_path: Path) -> None:
    begun(talk, "mahr", "مهریه من ۳۰۰ تا سکه‌ست امروز چقدر میشه").say("۱۰۰ میلیون تومان")
    kept = talk.now.model_dump_json()
    assert type(talk.now).model_validate_json(kept) == talk.now
    assert replay(talk.events, talk.world) == talk.now
