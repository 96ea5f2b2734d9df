"""Values as programs and command lines give them: read leniently, and every problem told at once."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.calculation import (
    CALCULATORS,
    InputError,
    Tools,
    UnknownCalculator,
    WrongInputs,
    calculate,
    calculate_given,
    calculator_records,
    next_input,
)

FAMILY = {"deceased": "مرد", "wives": 0, "father": False, "mother": False, "sons": 1, "daughters": 0}

NEAREST = ["father", "mother", "sons", "daughters"]


def problems(calculator: str, given: dict[str, Any], tools: Tools) -> dict[str, str]:
    with pytest.raises(WrongInputs) as wrong:
        calculate_given(calculator, given, tools)
    assert all(problem.message for problem in wrong.value.problems)
    return {problem.name: problem.code for problem in wrong.value.problems}


def test_a_bare_number_is_rial_in_any_digits(tools: Tools) -> None:
    for value in (100_000_000, "100000000", "۱۰۰۰۰۰۰۰۰", "100,000,000", "۱۰۰٬۰۰۰٬۰۰۰", "۱۰ میلیون تومان"):
        assert calculate_given("court-fee", {"value": value}, tools).figures == {"fee": 2_500_000}


def test_truth_values_and_words_are_the_same(tools: Tools) -> None:
    by_value = calculate_given("inheritance", {**FAMILY, "mother": True}, tools)
    by_words = calculate_given("inheritance", {**FAMILY, "mother": "بله"}, tools)
    assert by_value == by_words


def test_what_was_not_given_may_stand_as_none(tools: Tools) -> None:
    assert calculate_given("inheritance", {**FAMILY, "estate": None, "brothers": None}, tools)


@pytest.mark.parametrize(
    ("calculator", "given", "expected"),
    [
        ("court-fee", {}, {"value": "missing"}),
        ("court-fee", {"value": "زیاد"}, {"value": "amount"}),
        ("court-fee", {"value": "۵۰۰ میلیون"}, {"value": "unit"}),
        ("court-fee", {"value": 0}, {"value": "nothing"}),
        ("court-fee", {"value": True}, {"value": "amount"}),
        ("court-fee", {"value": 5, "colour": "x"}, {"colour": "unknown"}),
        ("court-fee", {"matter": "چیز دیگر", "value": 5}, {"matter": "choice"}),
        ("deadline", {"served": "۱۴۰۶/۰۱/۰۱", "period": "T02"}, {"served": "future"}),
        ("deadline", {"served": "کی", "period": "T99"}, {"served": "date", "period": "choice"}),
        ("deadline", {}, {"served": "missing", "period": "missing"}),
        ("mahr", {}, {"cash": "missing", "married": "missing"}),
        ("mahr", {"coins": 5}, {"price": "missing"}),
        ("mahr", {"coins": 5, "price": 10**9, "received": 6}, {"received": "too_many"}),
        ("mahr", {"cash": 10**7, "married": 1420}, {"married": "future"}),
        ("maintenance", {"monthly": 5, "start": "1404/02/01", "end": "1404/01/01"}, {"end": "order"}),
        ("maintenance", {"monthly": 5, "start": "1404/02/01", "end": "1406/01/01"}, {"end": "future"}),
        ("late-payment", {"debt": 5, "due": "1404/02/01", "paid": "1404/01/01"}, {"paid": "order"}),
        ("inheritance", {}, dict.fromkeys(["deceased", *NEAREST], "missing")),
        ("inheritance", {"deceased": "زن"}, dict.fromkeys(["husband", *NEAREST], "missing")),
        ("inheritance", {**FAMILY, "sons": "خیلی"}, {"sons": "count"}),
    ],
)  # fmt: skip
def test_every_wrong_input_is_told(
    calculator: str, given: dict[str, Any], expected: dict[str, str], tools: Tools
) -> None:
    assert problems(calculator, given, tools) == expected


def test_a_problem_says_which_input_why_and_how_it_can_look(tools: Tools) -> None:
    with pytest.raises(WrongInputs) as wrong:
        calculate_given("court-fee", {}, tools)
    [problem] = wrong.value.problems
    assert "«مبلغ خواسته»" in problem.message
    assert "چقدر است؟" in problem.message
    assert problem.example == "۵۰۰ میلیون تومان"


def test_what_does_not_matter_is_left_out(tools: Tools) -> None:
    """A widow's husband, a nephew beside a son: neither changes anything."""
    plain = calculate_given("inheritance", FAMILY, tools)
    more = calculate_given("inheritance", {**FAMILY, "husband": True, "uncles": 3, "nephews": True}, tools)
    assert more == plain


def test_an_unknown_calculator_is_refused(tools: Tools) -> None:
    with pytest.raises(UnknownCalculator, match="there are: court-fee"):
        calculate_given("horoscope", {}, tools)


def test_inputs_are_asked_in_order_and_only_those_that_matter(tools: Tools) -> None:
    mahr = tools.corpus.calculators["mahr"]
    asked: list[str] = []
    inputs: dict[str, str | bool] = {}
    answers = {"coins": "14", "price": "1000000000", "received": "0"}
    while (spec := next_input(mahr, inputs, frozenset(), tools)) is not None:
        asked.append(spec.name)
        inputs[spec.name] = answers[spec.name]
    assert asked == ["coins", "price", "received"]
    passed = next_input(mahr, {}, frozenset({"coins"}), tools)
    assert passed is not None
    assert passed.name == "cash"


def test_a_calculation_does_not_begin_with_less_than_it_needs(tools: Tools) -> None:
    with pytest.raises(InputError, match="price: missing"):
        calculate("mahr", {"coins": "14"}, tools)


def test_every_calculator_is_recorded_with_its_inputs(tools: Tools) -> None:
    records = {record["id"]: record for record in calculator_records(tools.corpus)}
    assert list(records) == list(CALCULATORS)
    for id_, record in records.items():
        specs = tools.corpus.calculators[id_].inputs
        assert [told["name"] for told in record["inputs"]] == [spec.name for spec in specs]
    period = next(told for told in records["deadline"]["inputs"] if told["name"] == "period")
    assert {"id": "T02", "text": "تجدیدنظر از رأی حقوقی"} in period["choices"]
