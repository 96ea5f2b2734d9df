"""Conditions of forms: a small, closed language over facts and rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.law import ExpressionError, RuleBook, condition
from assistant.law.schemas import DatedValue, Rule

TODAY = "1405/09/03"
RULES = RuleBook(
    [
        Rule(
            id=rule_id,
            category="jurisdiction",
            title="نصاب",
            values=(DatedValue(value=value),),
            source_text="x",
            confidence="verified",
        )
        for rule_id, value in (("J01", 1_000_000_000), ("T02", {"days": 20, "days_abroad": 60}))
    ]
)


def holds(text: str, **facts: str | bool) -> bool:
    return condition(text).holds(facts, RULES, TODAY)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("resides_abroad", {"resides_abroad": True}, True),
        ("resides_abroad", {"resides_abroad": False}, False),
        ("resides_abroad", {}, False),
        ("not resides_abroad", {}, True),
        ("role == 'زوجه'", {"role": "زوجه"}, True),
        ("role in ['زوج', 'زوجه']", {"role": "موجر"}, False),
        ("role == none", {}, True),
        ("number(claim_value) <= rule('J01')", {"claim_value": "1000000000"}, True),
        ("number(claim_value) > rule('J01')", {"claim_value": "1000000001"}, True),
        ("number(claim_value) > rule('J01')", {}, False),
        ("number(claim_value) > rule('J01') or resides_abroad", {"resides_abroad": True}, True),
        ("number(share) * 2 >= 5", {"share": "2.5"}, True),
        ("rule('T02') == 20 and rule('T02', 'days_abroad') == 60", {}, True),
    ],
)
def test_a_condition_over_facts_and_rules(text: str, facts: dict[str, str | bool], expected: bool) -> None:
    assert holds(text, **facts) is expected


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "a b", "a }} {{ b", "{% set x = 1 %}", "a; b", "a if b", "''.__class__", "a.b", "a['b']",
        "a | length", "range(10)", "cycler('a')", "rule()", "rule(a)", "rule(*a)", "number()", "number(a, b)",
        "number(a, b=1)", "9 ** 9 ** 9", "lambda: 1", "dict(a=1)", "{'a': 1}", "a ~ b", "a is none", "(a)(b)",
    ],
)  # fmt: skip
def test_nothing_else_can_be_said(text: str) -> None:
    with pytest.raises(ExpressionError):
        condition(text)


def test_a_condition_knows_the_fields_and_rules_it_asks() -> None:
    compiled = condition(
        "number(claim_value) > rule('J01') and not resides_abroad and rule('T02', 'days') > 1"
    )
    assert compiled.names == {"claim_value", "resides_abroad"}
    assert set(compiled.rules) == {("J01", ()), ("T02", ("days",))}
    assert compiled is condition(compiled.text)


@pytest.mark.parametrize("fact", ["ده میلیون", "1,000", True])
def test_a_fact_that_is_no_number_is_an_error_and_no_guess(fact: str | bool) -> None:
    with pytest.raises(ExpressionError, match="not a number"):
        holds("number(claim_value) > 1", claim_value=fact)


def test_values_that_cannot_be_compared_are_an_error() -> None:
    with pytest.raises(ExpressionError, match="cannot be evaluated"):
        holds("claim_value > 1", claim_value="10")


@given(value=st.text())
def test_a_fact_is_never_run(value: str) -> None:
    assert holds("name == other", name=value, other=value)
    assert holds("name == '{{ 7 * 7 }}'", name=value) is (value == "{{ 7 * 7 }}")


@given(value=st.integers(min_value=0, max_value=10**13))
def test_amounts_compare_as_numbers_not_as_text(value: int) -> None:
    assert holds("number(claim_value) <= rule('J01')", claim_value=str(value)) is (value <= 1_000_000_000)


def test_days_since_a_date_are_counted_to_the_day() -> None:
    assert holds("days_since(service_date) == 21", service_date="1405/08/12")
    assert holds('days_since(service_date) > rule("T02", "days")', service_date="1405/08/12")
    assert not holds('days_since(service_date) > rule("T02", "days")', service_date="1405/08/13")
    assert not holds("days_since(service_date) > 20")


def test_days_since_what_is_no_date_is_an_error() -> None:
    with pytest.raises(ExpressionError, match="is not a date"):
        holds("days_since(service_date) > 20", service_date="دیروز")
