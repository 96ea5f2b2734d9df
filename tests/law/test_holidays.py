"""Holidays by the day: fixed ones every year, the leap day in leap years, lunar ones where the year is known."""

from __future__ import annotations

from assistant.law.holidays import YEARS
from tests.law.conftest import House


def test_fixed_holidays_come_every_year_and_the_leap_day_in_leap_years(house: House) -> None:
    dates = {holiday.date for holiday in house.corpus().holidays}
    assert {f"{year}/01/01" for year in YEARS} <= dates
    assert {date for date in dates if date.endswith("12/30") and "1399" <= date < "1410"} == {
        "1399/12/30",
        "1403/12/30",
        "1408/12/30",
    }


def test_lunar_holidays_are_known_only_for_years_with_a_table(house: House) -> None:
    feasts = [holiday.date for holiday in house.corpus().holidays if holiday.title == "عید قربان"]
    assert feasts == ["1405/03/06"]


def test_a_forecast_day_is_marked_as_unsure(house: House) -> None:
    of_new_year = [(day.title, day.confidence) for day in house.corpus().holidays if day.date == "1405/01/01"]
    assert of_new_year == [("عید فطر", "unsure"), ("نوروز", "verified")]


def test_a_corpus_without_a_calendar_cannot_be_released(house: House) -> None:
    (house.root / "corpus/calendar/holidays.yaml").unlink()
    assert house.findings() == [
        "calendar/holidays.yaml: no holidays: write the calendar, or no deadline can be counted"
    ]
