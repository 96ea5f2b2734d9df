"""Counting of procedural periods (مواعد) by civil-procedure-1379, articles 443 to 445."""

from collections.abc import Set as AbstractSet
from typing import Literal

from assistant.persian.jalali import FRIDAY, JalaliDate

PeriodUnit = Literal["days", "weeks", "months", "years"]

# civil-procedure-1379:443: a year is twelve months, a month thirty days, a week seven.
_DAYS: dict[PeriodUnit, int] = {"days": 1, "weeks": 7, "months": 30, "years": 12 * 30}


def is_working_day(day: JalaliDate, holidays: AbstractSet[JalaliDate]) -> bool:
    """Tell whether courts are open: neither a Friday nor one of ``holidays``."""
    return day.weekday != FRIDAY and day not in holidays


def next_working_day(day: JalaliDate, holidays: AbstractSet[JalaliDate]) -> JalaliDate:
    """Return ``day``, or the first working day after it (civil-procedure-1379:444)."""
    while not is_working_day(day, holidays):
        day = day.plus_days(1)
    return day


def last_lawful_day(service: JalaliDate, days: int, holidays: AbstractSet[JalaliDate]) -> JalaliDate:
    """Return the last day on which the act is still in time.

    Neither the day of service nor the day of the act counts (civil-procedure-1379:445), so it is
    ``days`` + 1 after service, moved on over Fridays and ``holidays`` (civil-procedure-1379:444).
    """
    return next_working_day(service.plus_days(days + 1), holidays)


def advised_day(service: JalaliDate, days: int) -> JalaliDate:
    """Return the day by which to act to be safe: without the day that is not counted."""
    return service.plus_days(days)


def period_days(count: int, unit: PeriodUnit) -> int:
    """Return the days of a statutory period: two months are sixty (civil-procedure-1379:443)."""
    return count * _DAYS[unit]


def months_after(day: JalaliDate, months: int) -> JalaliDate:
    """Return the end of a period of months, counted the careful way.

    Whether long periods run by the calendar or by months of thirty days is not settled; the
    earlier of the two days is returned.
    """
    return min(day.plus_months(months), day.plus_days(period_days(months, "months")))
