"""The consumer price index of the Central Bank, imported by whoever runs the service.

``data_dir/price-index.json`` holds it by period: a month (``1402/05``) or a year (``1402``).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from assistant.law.findings import CorpusError, Finding, error
from assistant.law.yaml_files import write_atomically
from assistant.persian import JalaliDate, to_ascii_digits

FILE = "price-index.json"
COLUMNS = ("period", "index")
_PERIOD = re.compile(r"1[34]\d\d(?:/(?:0[1-9]|1[0-2]))?")


LATEST = 6  # months: so old may the last published month be, where that of a payment is not out yet


@dataclass(frozen=True, slots=True)
class Reading:
    """The index number of a period; ``earlier``: the last one known, in place of one that is not out yet."""

    period: str
    number: Fraction
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """Index numbers by period; empty where none was imported."""

    values: Mapping[str, Fraction] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values)

    def between(self, start: JalaliDate, end: JalaliDate) -> tuple[Reading, Reading] | None:
        """The numbers of two days: of their months where both are known, of their years otherwise, never mixed."""
        before, after = self._month(start), self._month(end) or self._last_month(start, end)
        if before is None or after is None:
            before, after = self.of_year(start.year), self.of_year(end.year)
        return (before, after) if before and after else None

    def of_month(self, day: JalaliDate) -> Reading | None:
        """The number of the day's month; failing that of its year."""
        return self._month(day) or self.of_year(day.year)

    def of_year(self, year: int) -> Reading | None:
        """The number of a year: its own, or the mean of its months where all are known."""
        found = self._reading(str(year))
        months = [self.values.get(f"{year}/{month:02}") for month in range(1, 13)]
        known = [number for number in months if number is not None]
        return found or (Reading(str(year), sum(known, Fraction(0)) / 12) if len(known) == 12 else None)

    def _month(self, day: JalaliDate) -> Reading | None:
        return self._reading(f"{day.year}/{day.month:02}")

    def _last_month(self, start: JalaliDate, end: JalaliDate) -> Reading | None:
        """The last month known before that of ``end``, if it is not long before it and not before ``start``."""
        month = end.plus_days(1 - end.day)
        for _ in range(LATEST):
            month = month.plus_months(-1)
            found = self._month(month)
            if found and (month.year, month.month) >= (start.year, start.month):
                return replace(found, earlier=True)
        return None

    def _reading(self, period: str) -> Reading | None:
        number = self.values.get(period)
        return None if number is None else Reading(period, number)


def load_price_index(data_dir: Path) -> PriceIndex:
    """The index in use; an empty one where none was imported."""
    try:
        stored = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return PriceIndex()
    return PriceIndex({period: Fraction(value) for period, value in stored.items()})


def import_price_index(path: Path, data_dir: Path) -> PriceIndex:
    """Import a CSV with the columns ``period`` and ``index``; it replaces what was imported before.

    Raises:
        CorpusError: with one finding for each bad line; nothing is written then.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise CorpusError([error(str(path), f"cannot be read: {problem}")]) from problem
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if any(column not in (reader.fieldnames or ()) for column in COLUMNS):
        raise CorpusError([error(f"{path}:1", f"the first line must name the columns {', '.join(COLUMNS)}")])
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for row in reader:
        where = f"{path}:{reader.line_num}"
        period, number = (_plain(row.get(column)) for column in COLUMNS)
        wrong = _problem(period, number, values)
        if wrong:
            findings.append(error(where, wrong))
        else:
            values[period] = number
    if not values and not findings:
        findings.append(error(str(path), "no line holds a period and its index"))
    if findings:
        raise CorpusError(findings)
    data_dir.mkdir(parents=True, exist_ok=True)
    write_atomically(data_dir / FILE, json.dumps(values, indent=1).encode())
    return load_price_index(data_dir)


def _plain(cell: str | None) -> str:
    return to_ascii_digits((cell or "").strip()).replace("٫", ".")


def _problem(period: str, number: str, known: Mapping[str, str]) -> str | None:
    if not _PERIOD.fullmatch(period):
        return f"period: a year (1402) or a month (1402/05) is needed, not {period!r}"
    if period in known:
        return f"period: {period} stands twice"
    try:
        positive = Fraction(number) > 0
    except (ValueError, ZeroDivisionError):
        positive = False
    return None if positive else f"index: a number above zero is needed, not {number!r}"
