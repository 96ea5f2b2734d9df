"""A day of the Jalali (solar hijri) calendar as a value."""

import datetime
import re
from dataclasses import dataclass
from functools import total_ordering

import jdatetime

from assistant.persian.digits import to_ascii_digits

_WRITTEN = re.compile(r"(\d{4})/(\d{2})/(\d{2})", re.ASCII)
_WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
_FIRST_YEAR, _LAST_YEAR = 1200, 1500  # the conversion is sure well beyond; a year outside is a slip
FRIDAY = 6


@total_ordering
@dataclass(frozen=True, slots=True)
class JalaliDate:
    """A day such as 10 Khordad 1404; build it with :meth:`of`, which refuses impossible days."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, year: int, month: int, day: int) -> "JalaliDate":
        """Return the day.

        Raises:
            ValueError: where the calendar has no such day (31 Mehr, 30 Esfand of a common year)
                or the year is not between 1200 and 1500.
        """
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError(f"no year of people now living or of their papers: {year}")
        jdatetime.date(year, month, day)
        return cls(year, month, day)

    @classmethod
    def parse(cls, text: str) -> "JalaliDate":
        """Read the stored form ``1404/03/10``, in any digits.

        Raises:
            ValueError: for any other form or an impossible day.
        """
        match = _WRITTEN.fullmatch(to_ascii_digits(text.strip()))
        if match is None:
            raise ValueError(f"not a date of the form 1404/03/10: {text!r}")
        return cls.of(int(match[1]), int(match[2]), int(match[3]))

    @classmethod
    def from_gregorian(cls, date: datetime.date) -> "JalaliDate":
        """Return the Jalali day of a Gregorian date."""
        jalali = jdatetime.date.fromgregorian(date=date)
        return cls.of(jalali.year, jalali.month, jalali.day)

    def to_gregorian(self) -> datetime.date:
        """Return the Gregorian date of the same day."""
        gregorian: datetime.date = jdatetime.date(self.year, self.month, self.day).togregorian()
        return gregorian

    def plus_days(self, days: int) -> "JalaliDate":
        """Return the day ``days`` later, or earlier where negative."""
        return self.from_gregorian(self.to_gregorian() + datetime.timedelta(days=days))

    def plus_months(self, months: int) -> "JalaliDate":
        """Return the same day ``months`` calendar months later (earlier where negative).

        Where that month is too short, its last day: 31 Shahrivar and one month is 30 Mehr.
        """
        years, month = divmod(self.month - 1 + months, 12)
        year, month = self.year + years, month + 1
        return self.of(year, month, min(self.day, month_length(year, month)))

    @property
    def weekday(self) -> int:
        """The day of the week, 0 for Saturday to 6 for Friday."""
        return (self.to_gregorian().weekday() + 2) % 7

    @property
    def weekday_name(self) -> str:
        """The Persian name of the day of the week."""
        return _WEEKDAYS[self.weekday]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, JalaliDate):
            return NotImplemented
        return (self.year, self.month, self.day) < (other.year, other.month, other.day)

    def __str__(self) -> str:
        return f"{self.year:04}/{self.month:02}/{self.day:02}"


def month_length(year: int, month: int) -> int:
    """Return the number of days of a Jalali month: 31, 30, or 29 in Esfand of a common year."""
    if month < 12:
        return 31 if month <= 6 else 30
    return 30 if jdatetime.date(year, 1, 1).isleap() else 29
