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
        "دو روز پیش رأی دادگاه ابلاغ شد",  # time enough
        "پنج ماه پیش رأی دادگاه ابلاغ شد",  # long over
        "رأی دادگاه هنوز ابلاغ نشده",  # nothing to count from
        "۱۸ روز پیش ماشین خریدم و خراب است",  # no period of law
        "قراردادمون سی روزه بود و ۲۸ روزش رفته",
    ],
)
def test_nothing_is_urgent_that_is_far_off_long_over_or_no_period(text: str) -> None:
    assert not ends_soon(text)
