"""Rules in text: the value of the day, said with its unit, and honest about its age and certainty."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from assistant.law import RuleBook, RuleError, RuleUse, caution
from assistant.law.schemas import Confidence, DatedValue, Rule, Unit
from assistant.persian import to_ascii_digits

TODAY = "1405/09/03"


def rule(
    value: JsonValue,
    unit: Unit | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    confidence: Confidence = "verified",
) -> Rule:
    dated = DatedValue(value=value, valid_from=since, valid_to=until)
    return Rule(
        id="R1",
        category="fee",
        title="قاعده نمونه",
        unit=unit,
        values=(dated,),
        source_text="x",
        confidence=confidence,
    )


def said(value: JsonValue, unit: Unit | None = None, reference: str = "{rule:R1}") -> str:
    return RuleBook([rule(value, unit)]).render(reference, TODAY).text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1_000_000_000, "rial", "۱٬۰۰۰٬۰۰۰٬۰۰۰ ریال (۱۰۰ میلیون تومان)"),
        (1_500_000, "rial", "۱٬۵۰۰٬۰۰۰ ریال (۱۵۰ هزار تومان)"),
        (39_000_000_000, "rial", "۳۹٬۰۰۰٬۰۰۰٬۰۰۰ ریال (۳٫۹ میلیارد تومان)"),
        (5_000, "rial", "۵٬۰۰۰ ریال"),
        (0.025, "ratio", "۲٫۵ درصد"),
        (0.05, "ratio", "۵ درصد"),
        (1, "ratio", "۱۰۰ درصد"),
        (20, "days", "۲۰ روز"),
        (6, "months", "۶ ماه"),
        (7, "years", "۷ سال"),
        (110, "count", "۱۱۰"),
        (110, None, "۱۱۰"),
        ("بدون هزینه دادرسی", None, "بدون هزینه دادرسی"),
        ([7, 10], "days", "۷ تا ۱۰ روز"),
        ([0.025, 0.035], "ratio", "۲٫۵ تا ۳٫۵ درصد"),
        ([400_000, 1_800_000], "rial", "۴۰۰٬۰۰۰ ریال (۴۰ هزار تومان) تا ۱٬۸۰۰٬۰۰۰ ریال (۱۸۰ هزار تومان)"),
        ([0, 100_000_000], "rial", "تا ۱۰۰٬۰۰۰٬۰۰۰ ریال (۱۰ میلیون تومان)"),
    ],
)
def test_a_value_is_said_with_its_unit(value: JsonValue, unit: Unit | None, text: str) -> None:
    assert said(value, unit) == text


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("{rule:R1}", "۲۰ روز"),
        ("{rule:R1.days}", "۲۰ روز"),
        ("{rule:R1.from}", "ابلاغ"),
        ("{rule:R1.days_abroad}", "۲ ماه"),  # the statute says months; its days are for counting
    ],
)
def test_a_deadline_is_referred_to_as_a_whole_or_by_its_keys(reference: str, text: str) -> None:
    deadline: JsonValue = {"days": 20, "from": "ابلاغ", "days_abroad": 60, "months_abroad": 2}
    assert said(deadline, "days", reference) == text
    assert RuleBook([rule(deadline, "days")]).value("R1", TODAY, ("days_abroad",)) == 60


def test_a_period_of_a_year_is_said_as_the_statute_says_it() -> None:
    assert said({"days": 365, "years": 1}, "days") == "۱ سال"
    assert said({"days": {"claim": 365}, "years": {"claim": 1}}, "days", "{rule:R1.days.claim}") == "۱ سال"


def test_several_references_stand_in_one_text_and_each_rule_is_used_once() -> None:
    book = RuleBook([rule({"days": 20, "from": "ابلاغ"}, "days")])
    rendered = book.render("ظرف {rule:R1} از {rule:R1.from}، یعنی همان {rule:R1}.", TODAY)
    assert rendered.text == "ظرف ۲۰ روز از ابلاغ، یعنی همان ۲۰ روز."
    assert [use.value for use in rendered.uses] == [20, "ابلاغ"]


def test_a_text_without_references_stays_as_it_is() -> None:
    rendered = RuleBook().render("متن {ساده} با { و {rule} و {rule:}", TODAY)
    assert (rendered.text, rendered.uses) == ("متن {ساده} با { و {rule} و {rule:}", ())


@pytest.mark.parametrize(
    ("value", "reference", "message"),
    [
        (20, "{rule:R2}", "no rule 'R2'"),
        (20, "{rule:R1.days}", "no value under 'days'"),
        ({"a": 1, "b": 2}, "{rule:R1}", "several values: say which one, e.g. '.a'"),
        ({"a": 1, "b": 2}, "{rule:R1.c}", "known keys: a, b"),
        ({"days": {"a": 1}}, "{rule:R1}", "several values"),
        ({"days_abroad": None}, "{rule:R1.days_abroad}", "not known"),
        ([1, 2, 3], "{rule:R1}", "pair of numbers"),
        (None, "{rule:R1}", "no known value on 1405/09/03"),
    ],
)
def test_a_reference_that_does_not_resolve_says_why(value: JsonValue, reference: str, message: str) -> None:
    with pytest.raises(RuleError, match=re.escape(message)):
        said(value, "days", reference)


def test_the_value_of_the_day_is_taken() -> None:
    values = (
        DatedValue(value=10, valid_from="1400/01/01", valid_to="1401/12/29"),
        DatedValue(value=20, valid_from="1402/01/01"),
    )
    book = RuleBook([rule(0).model_copy(update={"values": values})])
    assert [book.value("R1", day) for day in ("1400/01/01", "1401/12/29", "1402/01/01", TODAY)] == [
        10,
        10,
        20,
        20,
    ]
    assert not book.use("R1", TODAY).outdated
    with pytest.raises(RuleError, match="no known value on 1399/12/30"):
        book.value("R1", "1399/12/30")


def test_a_value_whose_time_is_over_is_used_and_marked() -> None:
    book = RuleBook([rule(10, since="1402/01/01", until="1403/12/30")])
    assert not book.use("R1", "1403/12/30").outdated
    use = book.use("R1", "1404/01/01")
    assert (use.value, use.outdated, use.as_of) == (10, True, "1402/01/01")


def test_a_value_followed_by_an_unknown_one_is_marked_as_outdated() -> None:
    values = (DatedValue(value=10, valid_from="1402/01/01"), DatedValue(value=None, valid_from="1404/01/01"))
    book = RuleBook([rule(0).model_copy(update={"values": values})])
    assert not book.use("R1", "1403/12/30").outdated
    assert book.use("R1", TODAY).outdated


@pytest.mark.parametrize(
    ("confidence", "unsure"), [("verified", False), ("secondary", True), ("unsure", True)]
)
def test_what_is_not_verified_is_unsure(confidence: Confidence, unsure: bool) -> None:
    assert RuleBook([rule(1, confidence=confidence)]).use("R1", TODAY).unsure is unsure


@pytest.mark.parametrize("day", [dt.date(2026, 11, 24), "2026-11-24", "1405/9/3", "1405/13/01"])
def test_a_day_that_is_not_jalali_is_refused(day: object) -> None:
    with pytest.raises(ValueError, match="Jalali day"):
        RuleBook([rule(1)]).value("R1", day)  # type: ignore[arg-type]


def use(
    title: str, *, as_of: str | None = "1402/01/01", unsure: bool = False, outdated: bool = False
) -> RuleUse:
    return RuleUse("R1", title, 1, "۱", as_of, unsure, outdated)


def test_the_reader_is_told_since_when_an_old_value_holds() -> None:
    (sentence,) = caution([use("هزینه", outdated=True), use("بها", outdated=True), use("مهلت")])
    assert "«هزینه»، «بها»" in sentence
    assert "۱۴۰۲/۰۱/۰۱" in sentence
    assert "مهلت" not in sentence


def test_old_values_of_other_dates_are_told_apart() -> None:
    uses = [
        use("هزینه", outdated=True),
        use("بها", outdated=True, as_of="1398/12/26"),
        use("x", outdated=True, as_of=None),
    ]
    assert len(caution(uses)) == 3


def test_what_is_old_and_unsure_is_said_to_be_both() -> None:
    assert len(caution([use("هزینه", outdated=True, unsure=True)])) == 2
    assert caution([use("مهلت")]) == ()


@given(rial=st.integers(min_value=0, max_value=10**15))
def test_every_amount_can_be_read_back(rial: int) -> None:
    digits = to_ascii_digits(said(rial, "rial").split(" ")[0]).replace("٬", "")
    assert int(digits) == rial


@given(thousandths=st.integers(min_value=0, max_value=1000))
def test_every_ratio_is_said_exactly(thousandths: int) -> None:
    text = to_ascii_digits(said(thousandths / 1000, "ratio").removesuffix(" درصد")).replace("٫", ".")
    assert float(text) == thousandths / 10


@given(before=st.text(), after=st.text(), days=st.integers(min_value=1, max_value=400))
def test_only_the_reference_is_replaced(before: str, after: str, days: int) -> None:
    book = RuleBook([rule(days, "days")])
    if "{rule:" not in before + after:
        assert (
            book.render(f"{before}{{rule:R1}}{after}", TODAY).text == f"{before}{said(days, 'days')}{after}"
        )


@given(
    months=st.lists(st.integers(min_value=0, max_value=1200), min_size=1, max_size=6, unique=True),
    asked=st.integers(min_value=0, max_value=1200),
)
def test_on_every_day_the_latest_value_that_has_begun_holds(months: list[int], asked: int) -> None:
    def day(month: int) -> str:
        return f"{1300 + month // 12}/{month % 12 + 1:02}/01"

    values = tuple(DatedValue(value=month, valid_from=day(month)) for month in months)
    book = RuleBook([rule(0).model_copy(update={"values": values})])
    begun = [month for month in months if month <= asked]
    if begun:
        assert book.value("R1", day(asked)) == max(begun)
    else:
        with pytest.raises(RuleError):
            book.value("R1", day(asked))
