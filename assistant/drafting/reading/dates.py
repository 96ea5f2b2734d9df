"""Reading a day: «۲۵ آبان», «سه روز پیش»; a month or a year alone is no day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.fields import Field
from assistant.drafting.folding import fold
from assistant.drafting.reading.model import Reading
from assistant.persian import find_dates, from_finglish
from assistant.persian.dates import FoundDate, JalaliDate
from assistant.persian.number_words import NUMBER, number_value

_DATES = Path(__file__).parent.parent / "data" / "dates.yaml"


class DateRules(BaseModel):
    """What dates may be, from ``data/dates.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    may_be_future: frozenset[str]
    nearest_year: frozenset[str]
    oldest_year: int
    least_age: Mapping[str, int]
    order: tuple[tuple[str, str, str], ...]
    week: str
    month_or_year: str
    year_first: str
    last_of_month: str
    long_months: frozenset[str]
    shortest_month: str
    past: str
    month: str


@lru_cache(maxsize=1)
def date_rules() -> DateRules:
    """The rules of dates, read once."""
    return DateRules.model_validate(yaml.load(_DATES.read_bytes(), yaml.CSafeLoader))


def read_date(field: Field, text: str, today: JalaliDate) -> Reading:
    """Read the one day that an answer tells."""
    rules, folded = date_rules(), in_plain_figures(text)
    found = find_dates(folded, today)
    past = re.search(rules.past, folded)
    days = {date.date if past else day_of(field.name, date, today) for date in found}
    if not days:
        alone = re.search(rules.month_or_year, folded) or _is_year_of_birth(field, folded)
        return Reading(problem="date_without_day" if alone else "not_a_date")
    if len(days) > 1:
        return Reading(problem="several_dates")
    if not any(date.exact or _is_week(folded, date) for date in found):
        return Reading(problem="date_without_day")
    (day,) = days
    problem = date_problem(field.name, day, today)
    if problem:
        return Reading(problem=problem)
    exact = any(date.exact for date in found)
    return Reading(value=str(day), warning=None if exact else "approximate_date")


def in_plain_figures(text: str) -> str:
    """A folded answer with its days and years in figures: «پارسال ۱۲ مهر», «آخر تیر», «۳ مهر پنجاه و هشت»."""
    folded = fold(from_finglish(text))
    folded = re.sub(date_rules().year_first, r"\g<day> \g<year>", folded)
    folded = re.sub(date_rules().last_of_month, lambda found: f"{_last_day(found['month'])} ", folded)
    return re.sub(rf"(?P<month>{date_rules().month}) (?P<year>{NUMBER})(?=\W*$)", _year_in_figures, folded)


def first_day(field: Field, text: str, today: JalaliDate) -> JalaliDate | None:
    """The first day of the month that an answer tells without its day, where that may stand for it."""
    if field.name in date_rules().least_age:
        return None
    found = find_dates(f"1 {in_plain_figures(text).strip()}", today)
    if len(found) != 1 or not found[0].exact or re.search(date_rules().month, text) is None:
        return None
    day = day_of(field.name, found[0], today)
    return day if date_problem(field.name, day, today) is None else None


def _last_day(month: str) -> int:
    rules = date_rules()
    return 31 if month in rules.long_months else 29 if month == rules.shortest_month else 30


def _year_in_figures(found: re.Match[str]) -> str:
    """«خرداد پنجاه و هشت»: after a month and at the end, a number of two or four digits is its year."""
    year = number_value(found["year"])
    return f"{found['month']} {year}" if year and (30 < year < 100 or 1290 < year < 1500) else found[0]


def _is_year_of_birth(field: Field, folded: str) -> bool:
    return (
        field.name in date_rules().least_age
        and re.search(r"(?<![\d/.-])\d{2}(?![\d/.-])", folded) is not None
    )


def day_of(field_name: str, found: FoundDate, today: JalaliDate) -> JalaliDate:
    """The day that is meant for a field: a session «۹ دی» is the nearest one, a deed the last one."""
    return found.nearest(today) if field_name in date_rules().nearest_year else found.date


def date_problem(field_name: str, day: JalaliDate, today: JalaliDate) -> str | None:
    """Why a day cannot be the date of this field, as a code."""
    rules = date_rules()
    if day > today and field_name not in rules.may_be_future:
        return "date_in_future"
    if day > today.plus_months(-12 * rules.least_age.get(field_name, 0)) and field_name in rules.least_age:
        return "date_without_year"
    return "date_too_old" if day < JalaliDate.of(rules.oldest_year, 1, 1) else None


def _is_week(folded: str, date: FoundDate) -> bool:
    """A week is near enough to ask whether this very day is meant; a month or a year is not."""
    return re.search(date_rules().week, folded[date.start : date.end]) is not None
