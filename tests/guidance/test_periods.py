"""Periods that a message lets us count, by the rules of the corpus."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.guidance.cues import cue_key
from assistant.guidance.triage import Triage
from assistant.law import load_corpus
from assistant.persian import JalaliDate
from assistant.settings import settings

TODAY = JalaliDate.of(1405, 9, 3)


@cache
def triage() -> Triage:
    return Triage.load(settings().corpus_dir, load_corpus().rules)


def ends_soon(text: str) -> bool:
    return triage().periods.ends_soon(cue_key(text), text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "۱۸ روز پیش رأی ابلاغ شد",
        "دادنامه را ۱۵ آبان به من ابلاغ کردند",
        "هجده روز قبل حکم غیابی ابلاغ شده",
        "نظریه کارشناس پنج روز پیش ابلاغ شد",
        "قرار منع تعقیب رو هفت روز پیش ابلاغ کردن",
    ],
)
def test_the_rules_say_how_long_a_period_runs(text: str) -> None:
    assert ends_soon(text)


@pytest.mark.parametrize(
    "text",
    [
        "اجراییه گرفتم نوشته ظرف ده روز، ۸ روزش رفته",
        "رأی هیئت رو ۱۳ روز پیش دادن، ۱۵ روز مهلت داره",
        "مهلت اعسار سی روزه‌ست و من روز بیست و هشتمم",
    ],
)
def test_a_length_told_in_the_message_is_taken_at_its_word(text: str) -> None:
    assert ends_soon(text)


@pytest.mark.parametrize(
    "text",
    [
        "شنبه نظر کارشناس ابلاغ شد",  # today is a Tuesday, and the period seven days
        "سه‌شنبه ابلاغ شد، نوشته یک هفته",  # the Tuesday before today
        "واخواست سفته رو ۸ روز پیش باید می‌زدم",
        "دستور موقت گرفتم پونزده روز پیش",
        "یازده ماه پیش فحاشی کرد، ۳۶۰ روز پیش دقیقا. یک سال فرصت شکایت داشتم",
    ],
)
def test_weekdays_and_further_periods_are_counted(text: str) -> None:
    assert ends_soon(text)


def test_every_day_of_the_story_may_be_that_of_service() -> None:
    assert ends_soon("پدرم سه ماه پیش فوت کرد. حالا هفده روز پیش رأی دادگاه ابلاغ شد")


@pytest.mark.parametrize(
    "text",
    ["تا ۸ آذر باید لایحه بدم", "جلسه دادگاه هفتم آذره", "نوشته تا چهارم آذر مدارک رو بیار وگرنه رد میشه"],
)
def test_a_day_named_in_the_coming_week_is_near(text: str) -> None:
    assert ends_soon(text)


@pytest.mark.parametrize(
    "text",
    [
        "جلسه دادگاه ۲۵ آذره",
        "عروسیم هشتم آذره",
        "هشتم آذر ۱۴۰۱ جلسه دادگاه داشتم",
        "دوشنبه ماشین خریدم خراب بود",
    ],
)
def test_a_day_far_off_or_of_another_matter_is_not(text: str) -> None:
    assert not ends_soon(text)


@pytest.mark.parametrize(
    "text",
    [
        "دو روز پیش رأی دادگاه ابلاغ شد",  # time enough
        "پنج ماه پیش رأی دادگاه ابلاغ شد",  # long over
        "رأی دادگاه هنوز ابلاغ نشده",  # nothing to count from
        "۱۸ روز پیش ماشین خریدم و خراب است",  # no period of law
        "قراردادمون سی روزه بود و ۲۸ روزش رفته",
    ],
)
def test_nothing_is_urgent_that_is_far_off_long_over_or_no_period(text: str) -> None:
    assert not ends_soon(text)
