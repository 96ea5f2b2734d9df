"""Official holidays day by day, from the calendar that is kept as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.law.schemas import Confidence, HolidayCalendar, HolidayTable
from assistant.persian.jalali import month_length

YEARS = range(1390, 1421)  # the years in which periods may be counted; outside them no holiday is known
ESFAND, LEAP_DAYS = 12, 30


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which courts are closed, apart from Fridays."""

    date: str  # Jalali: 1405/01/01
    title: str
    confidence: Confidence  # lunar days of a year to come are forecasts


def holidays(calendar: HolidayCalendar) -> tuple[Holiday, ...]:
    """All known holidays of :data:`YEARS`, in order; a day with two occasions stands once for each."""
    days = [day for year in YEARS for day in _of_year(calendar, year)]
    return tuple(sorted(days, key=lambda day: (day.date, day.title)))


def _of_year(calendar: HolidayCalendar, year: int) -> Iterator[Holiday]:
    yield from _dated(calendar.fixed, year)
    if month_length(year, ESFAND) == LEAP_DAYS:
        yield from _dated(calendar.leap, year)
    if str(year) in calendar.lunar:
        yield from _dated(calendar.lunar[str(year)], year)


def _dated(table: HolidayTable, year: int) -> Iterator[Holiday]:
    return (Holiday(f"{year}/{day}", title, table.confidence) for day, title in table.days.items())
