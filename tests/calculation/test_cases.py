"""The cases of ``cases/*.yaml``: written so that a lawyer can read and correct them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import (
    CALCULATORS,
    Calculation,
    PriceIndex,
    Tools,
    calculate_given,
    calculation_text,
)
from assistant.law import Corpus
from assistant.persian import JalaliDate

CASES = Path(__file__).parent / "cases"
LEAST = {
    "inheritance": 25,
    "deadline": 12,
    "court-fee": 10,
    "late-payment": 8,
    "mahr": 6,
    "maintenance": 8,
}
OF_INHERITANCE = [906, 907, 908, 909, 911, 913, 914, *range(917, 928), 931, 933, 935, 942, 946, 949]

Record = dict[str, Any]


def files() -> dict[str, Record]:
    read = (yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in CASES.glob("*.yaml"))
    return {file["calculator"]: file for file in read}


def cases() -> list[Any]:
    return [
        pytest.param(file, case, id=f"{calculator} {number}")
        for calculator, file in files().items()
        for number, case in enumerate(file["cases"], start=1)
    ]


def calculated(file: Record, case: Record, corpus: Corpus) -> Calculation:
    prices = {} if case.get("without_prices") else file.get("made_up_prices", {})
    index = PriceIndex({period: Fraction(number) for period, number in prices.items()})
    tools = Tools(corpus, JalaliDate.parse(file["today"]), index)
    return calculate_given(file["calculator"], {**file.get("unless_told", {}), **case["given"]}, tools)


@pytest.mark.parametrize(("file", "case"), cases())
def test_the_case_comes_out_as_expected(file: Record, case: Record, corpus: Corpus) -> None:
    result = calculated(file, case, corpus)
    told = calculation_text(result, corpus)
    expected = case["expected"]
    assert {name: str(value) for name, value in result.figures.items() if name in expected} == expected
    if not expected:
        assert result.figures == {}
    if file["calculator"] == "inheritance" and expected and "net" not in expected:
        assert set(expected) == set(result.figures), "every heir is named in the case"
    for words in case.get("says", []):
        assert words in told
    for words in case.get("lacks", []):
        assert words not in told


@pytest.mark.parametrize(("file", "case"), cases())
def test_every_source_of_a_case_is_an_article_in_force(file: Record, case: Record, corpus: Corpus) -> None:
    assert case["source"]
    for article in case["source"]:
        assert corpus.article(article).in_force


@pytest.mark.parametrize(("file", "case"), cases())
def test_every_line_stands_on_articles_of_the_corpus(file: Record, case: Record, corpus: Corpus) -> None:
    for line in calculated(file, case, corpus).lines:
        assert line.cites
        assert all(corpus.article(article).in_force for article in line.cites)
        assert "{" not in line.text


def test_there_are_enough_cases_of_every_calculator() -> None:
    counts = {calculator: len(file["cases"]) for calculator, file in files().items()}
    assert set(counts) == set(CALCULATORS)
    assert {name: count for name, count in counts.items() if count < LEAST[name]} == {}


def test_every_article_of_the_division_has_a_case() -> None:
    sources = {article for case in files()["inheritance"]["cases"] for article in case["source"]}
    assert [n for n in OF_INHERITANCE if f"civil-code:{n}" not in sources] == []


def test_every_choice_of_period_can_be_counted(corpus: Corpus) -> None:
    file = files()["deadline"]
    periods = next(spec for spec in corpus.calculators["deadline"].inputs if spec.name == "period")
    for rule in periods.choices:
        for abroad in ("بله", "نه"):
            case = {"given": {"served": "۱۴۰۵/۰۸/۲۰", "period": rule, "abroad": abroad}}
            assert calculated(file, case, corpus).figures["last_day"]
