"""Days told in everyday Persian: «۲ مرداد ۱۴۰۳», «1/5/98», «دوم مرداد», «سه روز پیش», «پارسال»."""

import datetime
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from assistant.persian.jalali import JalaliDate, month_length
from assistant.persian.letters import LETTER, ZWNJ
from assistant.persian.number_words import NUMBER, fold, number_value

__all__ = ["FoundDate", "JalaliDate", "find_coming", "find_dates", "parse_jalali"]

_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | {
    "امرداد": 5, "ابان": 8, "اذر": 9, "اردی‌بهشت": 2,
}  # fmt: skip
_ORDINALS = {"اول": 1, "یکم": 1, "سوم": 3, "سی‌ام": 30, "سی ام": 30}
_YEAR_WORDS = {"امسال": 0, "پارسال": -1, "سال گذشته": -1, "سال پیش": -1, "سال قبل": -1, "پیرارسال": -2}
_DAY_WORDS = {
    "پریروز": -2, "پریشب": -2, "دیروز": -1, "دیشب": -1, "امروز": 0, "امشب": 0, "فردا": 1, "پس‌فردا": 2, "پس فردا": 2,
}  # fmt: skip

_S = rf"[ \u00a0{ZWNJ}]{{0,3}}"
_BEFORE, _AFTER = rf"(?<![{LETTER}\d/])", rf"(?![{LETTER}\d])"


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAY = rf"(?!\d{{3}})(?:{_any(_ORDINALS)}|بیست{_S}و{_S}سوم|{NUMBER}(?:{_S}(?:ام|م))?)"
_YEAR = (
    rf"(?:{_any(_YEAR_WORDS)}|(?:سال{_S})?(?:\d{{4}}|\d{{2}})(?!\d|{_S}[,/.]\d)"
    rf"|سال{_S}{NUMBER}|(?=هزار){NUMBER})"
)
_NUMERIC = re.compile(r"(?<![\d/.,٬-])(\d{1,4})([/.-]|\u066b)(\d{1,2})\2(\d{1,4})(?!\d|[./-]\d)")
_NAMED = re.compile(
    # «آذره» is «آذر است»; «دیه», «مهره» and «تیره» are other words.
    rf"{_BEFORE}(?P<day>{_DAY}){_S}(?P<month>{_any(_MONTH_NUMBERS)})"
    rf"(?:{_S}ماه|ه(?<!دیه)(?<!مهره)(?<!تیره))?{_AFTER}"
    rf"(?:{_S}(?:،{_S})?(?P<year>{_YEAR}){_AFTER})?"
)
_DAY_WORD = re.compile(rf"{_BEFORE}(?P<word>{_any(_DAY_WORDS)}){_AFTER}")
_YEAR_WORD = re.compile(
    rf"{_BEFORE}(?P<word>{_any({k: v for k, v in _YEAR_WORDS.items() if v})}){_AFTER}(?! از)"
)
_AGO = re.compile(
    rf"{_BEFORE}(?:(?P<number>{NUMBER}){_S})?(?P<unit>روز|هفته|ماه|سال){_S}"
    rf"(?P<way>پیش|قبل|گذشته|دیگه|دیگر|آینده|اینده){_AFTER}(?!{_S}از{_AFTER})"
)
_COMPACT = re.compile(r"(1[34]\d\d)(\d\d)(\d\d)")
_FARTHEST = 1200  # of any unit: beyond that a number is no span of a life
_FUTURE = frozenset({"دیگه", "دیگر", "آینده", "اینده"})


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day found in a text; ``exact`` is False where only the week, month or year was told.

    ``date`` is the most recent such day where ``without_year``.
    """

    date: JalaliDate
    start: int
    end: int
    exact: bool = True
    without_year: bool = False

    def nearest(self, today: JalaliDate) -> JalaliDate:
        """The day meant where it may be past or to come: without its year, the nearer of the two."""
        if not self.without_year:
            return self.date
        past, coming = self.date, self.date.plus_months(12)
        now = today.to_gregorian()
        return coming if coming.to_gregorian() - now < now - past.to_gregorian() else past


def _full_year(short: int, today: JalaliDate) -> int:
    """Read a year of two digits: up to ten years ahead it is of this century, else of the last."""
    century = today.year // 100 * 100
    return century + short if short <= today.year % 100 + 10 else century - 100 + short


def _looks_like_year(digits: str, today: JalaliDate) -> bool:
    if len(digits) != 2:
        return False
    return int(digits) > 31 or int(digits) <= today.year % 100 + 1


def _numeric(match: re.Match[str], today: JalaliDate) -> FoundDate | None:
    first, middle, last = match[1], match[3], match[4]
    year_first = len(first) == 4 or (len(last) != 4 and _looks_like_year(first, today) and int(last) <= 31)
    year, day = (first, last) if year_first else (last, first)
    if len(day) > 2 or len(year) not in (2, 4):
        return None
    if len(year) == 4 and 1900 <= int(year) < 2100:
        date = datetime.date(int(year), int(middle), int(day))
        return FoundDate(JalaliDate.from_gregorian(date), match.start(), match.end())
    number = int(year) if len(year) == 4 else _full_year(int(year), today)
    return FoundDate(JalaliDate.of(number, int(middle), int(day)), match.start(), match.end())


def _day_number(text: str) -> int | None:
    """Read the day of a month: ۲، دوم، بیست و پنجم، ۱۵ام."""
    if text in _ORDINALS:
        return _ORDINALS[text]
    if text.endswith("سوم"):
        return 23
    return number_value(re.sub(rf"{_S}(?:ام|م)$", "", text))


def _year_number(text: str, today: JalaliDate) -> int | None:
    if text in _YEAR_WORDS:
        return today.year + _YEAR_WORDS[text]
    number = number_value(re.sub(rf"^سال{_S}", "", text))
    return number if number is None or number > 99 else _full_year(number, today)


def _latest(month: int, day: int, today: JalaliDate) -> JalaliDate:
    """Return the most recent such day, today included; 30 Esfand is looked for in leap years."""
    for year in range(today.year, today.year - 6, -1):
        if day <= month_length(year, month) and (date := JalaliDate.of(year, month, day)) <= today:
            return date
    raise ValueError(f"no such day: {month}/{day}")


def _named(match: re.Match[str], today: JalaliDate) -> FoundDate | None:
    day, month = _day_number(match["day"]), _MONTH_NUMBERS[match["month"]]
    if day is None or not 1 <= day <= 31:
        return None
    if match["year"] is None:
        latest = _latest(month, day, today)
        return FoundDate(latest, match.start(), match.end(), without_year=True)
    year = _year_number(match["year"], today)
    return None if year is None else FoundDate(JalaliDate.of(year, month, day), match.start(), match.end())


def _day_word(match: re.Match[str], today: JalaliDate) -> FoundDate | None:
    return FoundDate(today.plus_days(_DAY_WORDS[match["word"]]), match.start(), match.end())


def _year_word(match: re.Match[str], today: JalaliDate) -> FoundDate | None:
    date = today.plus_months(12 * _YEAR_WORDS[match["word"]])
    return FoundDate(date, match.start(), match.end(), exact=False)


def _ago(match: re.Match[str], today: JalaliDate) -> FoundDate | None:
    unit, way = match["unit"], match["way"]
    count = 1 if match["number"] is None else number_value(match["number"])
    if count is None or count > _FARTHEST:
        return None
    if match["number"] is None and (unit == "روز" or way in ("دیگه", "دیگر")):
        return None  # «روز دیگر» and «سال دیگر» without a number name no day
    count = count if way in _FUTURE else -count
    if unit in ("روز", "هفته"):
        date = today.plus_days(count * (7 if unit == "هفته" else 1))
    else:
        date = today.plus_months(count * (12 if unit == "سال" else 1))
    return FoundDate(date, match.start(), match.end(), exact=unit == "روز")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], JalaliDate], FoundDate | None]], ...] = (
    (_NUMERIC, _numeric),
    (_NAMED, _named),
    (_AGO, _ago),
    (_DAY_WORD, _day_word),
    (_YEAR_WORD, _year_word),
)


def find_dates(text: str, today: JalaliDate) -> list[FoundDate]:
    """Return the days told in ``text`` in order; days the calendar does not have are left out.

    A day without a year is the most recent one; years of two digits are read by ``today``.
    """
    folded = fold(text)
    found: list[FoundDate] = []
    taken: list[range] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(folded):
            if any(match.start() < span.stop and span.start < match.end() for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            with suppress(ValueError, OverflowError):
                found += filter(None, [read(match, today)])
    return sorted(found, key=lambda date: date.start)


def find_coming(text: str, today: JalaliDate) -> list[JalaliDate]:
    """Return the days told without a year («تا ۵ آذر»), each read as the next such day, today included."""
    found: list[JalaliDate] = []
    for match in _NAMED.finditer(fold(text)):
        day, month = _day_number(match["day"]), _MONTH_NUMBERS[match["month"]]
        if day and match["year"] is None:
            with suppress(ValueError):
                date = JalaliDate.of(today.year, month, day)
                found.append(date if date >= today else JalaliDate.of(today.year + 1, month, day))
    return found


def parse_jalali(text: str, today: JalaliDate) -> JalaliDate | None:
    """Read the answer to "when": the one day told in ``text``; None for none, or for several."""
    if match := _COMPACT.fullmatch(fold(text).strip()):
        with suppress(ValueError):
            return JalaliDate.of(int(match[1]), int(match[2]), int(match[3]))
        return None
    days = {found.date for found in find_dates(text, today)}
    return days.pop() if len(days) == 1 else None
