"""A figure of the law is nowhere but in the rules: another value gives another result, and its age is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.calculation import Calculation, Tools, calculate_given
from assistant.law import Corpus
from assistant.law.rules import RuleBook
from assistant.law.schemas import DatedValue, Rule
from assistant.persian import JalaliDate
from tests.calculation.conftest import TODAY

Change = Callable[..., Tools]


@pytest.fixture
def with_rule(corpus: Corpus) -> Change:
    """Tools over the same corpus with one rule changed."""

    def change(id_: str, value: Any, **more: Any) -> Tools:
        dated = DatedValue(value=value, valid_from=more.pop("valid_from", None))
        rules: list[Rule] = [
            rule.model_copy(update={"values": (dated,), **more}) if rule.id == id_ else rule
            for rule in corpus.rules.values()
        ]
        return Tools(replace(corpus, rules=RuleBook(rules)), TODAY)

    return change


def fee(tools: Tools) -> Calculation:
    return calculate_given("court-fee", {"value": 100_000_000}, tools)


def test_another_rate_gives_another_fee(with_rule: Change) -> None:
    result = fee(with_rule("F01", 0.03))
    assert result.figures == {"fee": 3_000_000}
    assert "۳ درصد" in result.lines[1].text


def test_another_ceiling_decides_which_rate_counts(with_rule: Change) -> None:
    result = fee(with_rule("F01-ceiling", 50_000_000))
    assert result.figures == {"low": 3_000_000, "high": 3_500_000}


@pytest.mark.parametrize(
    ("rule", "value", "kind", "share"),
    [
        ("civil-code-913-wife-with-child", "یک‌چهارم", "wives", "1/4"),
        ("civil-code-907-son-to-daughter", "3/1", "daughters", "7/32"),
        ("civil-code-904-parent-with-child", "یک‌چهارم", "father", "1/4"),
    ],
)
def test_another_share_divides_the_estate_otherwise(
    with_rule: Change, rule: str, value: str, kind: str, share: str
) -> None:
    father = "بله" if kind == "father" else "نه"
    family = {"deceased": "مرد", "wives": 1, "father": father, "mother": "نه", "sons": 1, "daughters": 1}
    assert calculate_given("inheritance", family, with_rule(rule, value)).figures[kind] == share


def test_another_period_moves_the_last_day(with_rule: Change) -> None:
    told = {"served": "۱۴۰۵/۰۸/۲۰", "period": "T02"}
    result = calculate_given("deadline", told, with_rule("T02", {"days": 30, "days_abroad": 60}))
    assert result.figures["last_day"] == "1405/09/21"
    assert any("۳۰ روز" in line.text for line in result.lines)


def test_another_number_of_coins_moves_the_limit(with_rule: Change) -> None:
    told = {"coins": 110, "price": "۱۰۰ میلیون تومان"}
    result = calculate_given("mahr", told, with_rule("family-protection-1391-22-mahr-coins", 14))
    assert result.figures["beyond"] == 96


def test_a_rule_that_is_reckoned_with_but_not_said_is_carried_with_its_caution(corpus: Corpus) -> None:
    """The fee of an appeal says its rate; a council's fee stands on rates of which the first sentence says none."""
    result = calculate_given("court-fee", {"matter": "council", "value": 100_000_000}, Tools(corpus, TODAY))
    used = {use.id for line in result.lines for use in line.rules}
    assert {"F01", "F01-ceiling", "peace-courts-1402-19-council-fee"} <= used
    [caution] = result.cautions
    assert "۱۴۰۲/۰۱/۰۱" in caution


def test_an_unsure_share_is_cautioned_though_no_sentence_says_it(with_rule: Change) -> None:
    tools = with_rule("civil-code-913-wife-with-child", "یک‌هشتم", confidence="unsure")
    family = {"deceased": "مرد", "wives": 1, "father": "نه", "mother": "نه", "sons": 1, "daughters": 0}
    result = calculate_given("inheritance", family, tools)
    assert not any("{rule" in line.text for line in result.lines)
    assert any("سهم زن از شوهر دارای فرزند" in caution for caution in result.cautions)


def test_old_figures_are_not_cautioned_on_a_day_of_their_time(corpus: Corpus) -> None:
    result = fee(Tools(corpus, JalaliDate.of(1402, 6, 1)))
    assert not any("تعرفه" in caution for caution in result.cautions)


def test_two_calculations_do_not_share_what_they_used(corpus: Corpus) -> None:
    tools = Tools(corpus, TODAY)
    fee(tools)
    told = {"monthly": 1000, "start": "1405/01/01", "end": "1405/02/01"}
    assert calculate_given("maintenance", told, tools).cautions == ()
    assert tools.used == {}
