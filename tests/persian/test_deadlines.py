from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import (
    JalaliDate,
    advised_day,
    is_working_day,
    last_lawful_day,
    months_after,
    next_working_day,
    period_days,
)
from tests.persian.test_dates import days

CALENDAR = yaml.safe_load(
    (Path(__file__).parents[2] / "corpus" / "calendar" / "holidays.yaml").read_text(encoding="utf-8")
)
NO_HOLIDAYS: frozenset[JalaliDate] = frozenset()


@pytest.mark.parametrize(
    ("service", "count", "last", "weekday"),
    [
        ("1405/01/01", 20, "1405/01/22", "شنبه"),
        ("1403/12/25", 20, "1404/01/16", "شنبه"),
        ("1404/03/10", 20, "1404/03/31", "شنبه"),
        ("1404/06/25", 7, "1404/07/02", "چهارشنبه"),
        ("1404/03/10", 60, "1404/05/09", "پنجشنبه"),
        ("1404/03/10", 10, "1404/03/21", "چهارشنبه"),
    ],
)
def test_neither_the_day_of_service_nor_that_of_the_act_counts(
    service: str, count: int, last: str, weekday: str
) -> None:
    day = last_lawful_day(JalaliDate.parse(service), count, NO_HOLIDAYS)
    assert (str(day), day.weekday_name) == (last, weekday)


def test_a_last_day_on_a_friday_or_holiday_moves_to_the_next_working_day() -> None:
    service = JalaliDate.parse("1404/03/02")
    assert service.plus_days(22).weekday_name == "شنبه"
    friday = last_lawful_day(service, 20, NO_HOLIDAYS)
    assert str(friday) == "1404/03/24"
    assert str(last_lawful_day(service, 20, {JalaliDate.parse("1404/03/24")})) == "1404/03/25"


def test_one_is_advised_to_act_a_day_earlier() -> None:
    assert str(advised_day(JalaliDate.parse("1405/01/01"), 20)) == "1405/01/21"


@pytest.mark.parametrize(
    ("count", "unit", "total"), [(20, "days", 20), (2, "weeks", 14), (2, "months", 60), (1, "years", 360)]
)
def test_months_have_thirty_days_and_weeks_seven(count: int, unit: str, total: int) -> None:
    assert period_days(count, unit) == total  # type: ignore[arg-type]


def test_long_periods_end_on_the_earlier_of_the_two_ways_of_counting() -> None:
    assert str(months_after(JalaliDate.parse("1404/01/15"), 6)) == "1404/07/09"
    assert str(months_after(JalaliDate.parse("1404/11/15"), 2)) == "1405/01/15"


@given(days, st.integers(0, 400), st.sets(st.integers(0, 420), max_size=30))
def test_the_last_day_is_a_working_day_never_before_the_advised_one(
    service: JalaliDate, count: int, off: set[int]
) -> None:
    holidays = frozenset(service.plus_days(number) for number in off)
    last = last_lawful_day(service, count, holidays)
    assert is_working_day(last, holidays)
    assert last > advised_day(service, count)
    day = service.plus_days(count + 1)
    while day < last:
        assert not is_working_day(day, holidays)
        day = day.plus_days(1)
    assert next_working_day(last, holidays) == last


def test_every_day_of_the_holiday_calendar_exists() -> None:
    for name in CALENDAR["fixed"]["days"]:
        assert JalaliDate.parse(f"1404/{name}")
    for year, table in CALENDAR["lunar"].items():
        assert [JalaliDate.parse(f"{year}/{name}") for name in table["days"]] == sorted(
            JalaliDate.parse(f"{year}/{name}") for name in table["days"]
        )
        assert table["source"]
        assert table["confidence"] in {"verified", "secondary", "unsure"}


def test_the_lunar_holidays_of_this_year_are_marked_unsure() -> None:
    assert CALENDAR["lunar"]["1405"]["confidence"] == "unsure"
