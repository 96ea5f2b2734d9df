"""Answers in everyday Persian are read; what cannot be read is said why, and nothing is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculation import problem_text, read_input, told_input
from assistant.law import load_corpus
from assistant.law.schemas import CalculatorInput
from tests.calculation.conftest import TODAY

CORPUS = load_corpus()
SPECS = [spec for calculator in CORPUS.calculators.values() for spec in calculator.inputs]
PIECES = [
    "۱۲۳",
    "۹۹۹",
    "۱۴۰۵/۰۸/۲۰",
    "سال",
    "پسر",
    "دختر",
    ":",
    "؛",
    "و",
    "تومان",
    "میلیون",
    "نیم",
    "نه",
    "هیچ",
    "تا",
]


def of_type(type_: str) -> CalculatorInput:
    return next(spec for spec in SPECS if spec.type == type_)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("amount", "۵۰۰ میلیون تومان", "5000000000"),
        ("amount", "دو میلیارد ریال", "2000000000"),
        ("amount", "۱۲٬۵۰۰٬۰۰۰ ریال", "12500000"),
        ("amount", "۵۰۰ ریال", "500"),
        ("amount", "هیچی", "0"),
        ("date", "۱۴۰۵/۰۸/۲۰", "1405/08/20"),
        ("date", "۲۰ آبان", "1405/08/20"),
        ("date", "دیروز", "1405/09/02"),
        ("date", "سه روز پیش", "1405/08/30"),
        ("date", "امروز", "1405/09/03"),
        ("date", "الان", "1405/09/03"),
        ("year", "۱۳۷۰", "1370"),
        ("year", "سال ۱۳۷۰", "1370"),
        ("year", "۷۰", "1370"),
        ("year", "سال ۷۰", "1370"),
        ("year", "سال هفتاد", "1370"),
        ("year", "۱۳۷۰/۰۲/۱۰", "1370"),
        ("year", "۵ مهر ۸۱", "1381"),
        ("year", "۰۳", "1403"),
        ("year", "99", "1399"),
        ("count", "۲", "2"),
        ("count", "دو تا", "2"),
        ("count", "صد و چهارده", "114"),
        ("count", "۱۱۴ تا سکه", "114"),
        ("count", "سیصد و سیزده سکه", "313"),
        ("count", "یه دونه", "1"),
        ("count", "هیچ", "0"),
        ("count", "ندارد", "0"),
        ("count", "پسر نداره", "0"),
        ("count", "نه", "0"),
        ("count", "صفر", "0"),
        ("yes_no", "بله", True),
        ("yes_no", "آره زنده است", True),
        ("yes_no", "هست", True),
        ("yes_no", "نه", False),
        ("yes_no", "زنده نیست", False),
        ("yes_no", "فوت کرده", False),
        ("branches", "پسر: ۲ پسر و ۱ دختر؛ دختر: ۱ دختر", "son:2:1;daughter:0:1"),
        ("branches", "دختر: دو پسر", "daughter:2:0"),
        ("branches", "son:2:1;daughter:0:1", "son:2:1;daughter:0:1"),
    ],
)
def test_what_people_write_is_read(type_: str, text: str, value: str | bool) -> None:
    assert read_input(of_type(type_), text, TODAY).value == value


@pytest.mark.parametrize(
    ("type_", "text", "problem"),
    [
        ("amount", "۵۰۰", "unit"),
        ("amount", "۵۰۰ میلیون", "unit"),
        ("amount", "دو تومن", "small"),
        ("amount", "زیاد", "amount"),
        ("amount", "۵ میلیون تومان یا ۶ میلیون تومان", "amount"),
        ("date", "چند وقت پیش", "date"),
        ("date", "۱۴۰۵/۱۳/۴۰", "date"),
        ("year", "خیلی وقت پیش", "year"),
        ("year", "۱۳۷۰ یا ۱۳۷۱", "year"),
        ("count", "چند تا", "count"),
        ("count", "دو سه تا", "count"),
        ("count", "۹۹۹۹۹۹۹۹", "count"),
        ("yes_no", "نمی‌دانم چه بگویم", "yes_no"),
        ("branches", "۳ نوه", "branches"),
        ("branches", "پسر: هیچ", "branches"),
        ("branches", "son:0:0", "branches"),
        ("branches", "عمو: ۲ پسر", "branches"),
    ],
)
def test_what_cannot_be_read_is_said_why(type_: str, text: str, problem: str) -> None:
    read = read_input(of_type(type_), text, TODAY)
    assert (read.value, read.problem) == (None, problem)
    assert problem_text(problem)


def test_a_choice_is_read_by_number_by_text_by_its_words_and_by_its_id() -> None:
    period = next(spec for spec in CORPUS.calculators["deadline"].inputs if spec.name == "period")
    second = list(period.choices)[1]
    for text in ("۲", second, period.choices[second].text, "واخواهی از رأی غیابی"):
        assert read_input(period, text, TODAY).value == second
    for text in ("۰", "۹۹", "چیز دیگر"):
        assert read_input(period, text, TODAY).problem == "choice"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("تجدیدنظر", "T02"),
        ("تجدید نظر می‌خوام بدم", "T02"),
        ("رأی غیابی", "T01"),
        ("رأی غیابی را تجدیدنظر بخواهم", "T01"),
        ("تجدیدنظر از رأی کیفری", "T14"),
        ("پرونده کیفری، تجدیدنظر", "T14"),
        ("رأی کیفری غیابی", "T15"),
        ("واخواهی کیفری", "T15"),
        ("دیوان عدالت اداری تجدیدنظر", "T29"),
        ("کمیسیون ماده صد", "T27"),
        ("اداره کار", "T30"),
        ("رد دادخواست", "T06"),
        ("نظریه کارشناس", "T07"),
        ("درخواست اعسار", "T22"),
    ],
)
def test_the_longest_phrase_decides_which_choice_is_meant(text: str, rule: str) -> None:
    period = next(spec for spec in CORPUS.calculators["deadline"].inputs if spec.name == "period")
    assert read_input(period, text, TODAY).value == rule


def test_every_phrase_of_a_choice_names_it() -> None:
    for spec in SPECS:
        for key, choice in spec.choices.items():
            for phrase in choice.words:
                text = phrase.replace("*", "").replace("…", "")
                assert read_input(spec, text, TODAY).value == key, phrase


@given(st.sampled_from(SPECS), st.text(max_size=60))
def test_reading_never_raises(spec: CalculatorInput, text: str) -> None:
    read = read_input(spec, text, TODAY)
    assert (read.value is None) != (read.problem is None)


@given(
    st.sampled_from(SPECS),
    st.lists(
        st.sampled_from(PIECES),
        max_size=8,
    ).map(" ".join),
)
def test_reading_of_pieces_of_answers_never_raises_and_reads_back(spec: CalculatorInput, text: str) -> None:
    read = read_input(spec, text, TODAY)
    if read.value is None:
        assert problem_text(read.problem or "")
    else:
        assert told_input(spec, read.value)
