"""Periods that a message lets us count: how long one runs, and how much of it is over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from assistant.guidance.cues import Words, any_of, pattern_of
from assistant.law.rules import RuleBook
from assistant.persian import JalaliDate, find_coming, find_dates, in_one_spelling
from assistant.persian.number_words import NUMBER, number_value

_NEAR = 7  # days left from which on a period is urgent
_MARKER = re.compile(r"(<span>|<day>|<weekday>)")
_OVER = 1  # days after its end on which it still is: the days of service and of the act may not count


class Period(BaseModel):
    """What a period is called, and the rule that says its days: «T02.days»."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: tuple[str, ...]
    rule: str


class Counting(BaseModel):
    """How people tell of periods.

    «<span>» stands for a number of days, weeks, months or years, «<day>» for a day's number, «<weekday>» for a day of
    the week.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    units: Mapping[str, int]  # days of each unit of time
    ordinals: Mapping[str, int]
    weekdays: Mapping[str, int]  # numbered from Saturday
    served: tuple[str, ...]  # nothing is counted where none of these is spoken of
    stated: tuple[str, ...]
    elapsed: tuple[str, ...]
    due: tuple[str, ...]  # what makes a day that is named a day not to be missed
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class PeriodCounter:
    """Counts the days left of the period that a message tells of."""

    counting: Counting
    rules: RuleBook
    served: re.Pattern[str]
    due: re.Pattern[str]
    stated: tuple[re.Pattern[str], ...]
    elapsed: tuple[re.Pattern[str], ...]
    about: tuple[re.Pattern[str], ...]

    @classmethod
    def compile(cls, counting: Counting, words: Words, rules: RuleBook) -> PeriodCounter:
        """Compile what the data says."""
        return cls(
            counting,
            rules,
            any_of(counting.served, words),
            any_of(counting.due, words),
            tuple(re.compile(_with_numbers(cue, words, counting)) for cue in counting.stated),
            tuple(re.compile(_with_numbers(cue, words, counting)) for cue in counting.elapsed),
            tuple(any_of(period.about, words) for period in counting.periods),
        )

    def ends_soon(self, key: str, text: str, on: JalaliDate) -> bool:
        """Say whether the period told of is about to end, or ended just now, or a day named for it is near."""
        plain = in_one_spelling(text)
        return self._runs_out(key, plain, on) or self._is_due(key, plain, on)

    def _is_due(self, key: str, text: str, on: JalaliDate) -> bool:
        if not self.due.search(key):
            return False
        return any(0 < _days_between(on, date) <= _NEAR for date in find_coming(text, on))

    def _runs_out(self, key: str, text: str, on: JalaliDate) -> bool:
        if not self.served.search(key):
            return False
        over = self._elapsed(key, text, on)
        lengths = self._lengths(key, on) if over else ()
        return any(-_OVER <= length - days <= _NEAR for length in lengths for days in over)

    def _elapsed(self, key: str, text: str, on: JalaliDate) -> set[int]:
        """Every number of days that may have passed: a story tells of more days than that of service."""
        past = [found.date for found in find_dates(text, on) if found.date < on]
        return {*self._days(self.elapsed, key, on), *(_days_between(date, on) for date in past)}

    def _lengths(self, key: str, on: JalaliDate) -> Iterable[int]:
        """What the message itself says, else what the rules say of its matter."""
        return self._days(self.stated, key, on) or self._by_rule(key, on)

    def _by_rule(self, key: str, on: JalaliDate) -> list[int]:
        for period, about in zip(self.counting.periods, self.about, strict=True):
            if about.search(key):
                rule, _, path = period.rule.partition(".")
                value = self.rules.value(rule, on, tuple(path.split(".")))
                return [value] if isinstance(value, int) else []
        return []

    def _days(self, patterns: Iterable[re.Pattern[str]], key: str, on: JalaliDate) -> list[int]:
        found = (self._read(match, on) for pattern in patterns for match in pattern.finditer(key))
        return [days for days in found if days]

    def _read(self, match: re.Match[str], on: JalaliDate) -> int | None:
        told = match.groupdict()
        if weekday := told.get("weekday"):
            return (on.weekday - self.counting.weekdays[weekday]) % 7 or 7
        number = self.counting.ordinals.get(told["number"]) or number_value(told["number"])
        return (
            number * self.counting.units[told.get("unit") or next(iter(self.counting.units))]
            if number
            else None
        )


def _days_between(first: JalaliDate, second: JalaliDate) -> int:
    return (second.to_gregorian() - first.to_gregorian()).days


def _with_numbers(cue: str, words: Words, counting: Counting) -> str:
    units, ordinals = "|".join(counting.units), "|".join(counting.ordinals)
    markers = {
        "<span>": rf" (?P<number>{NUMBER}) (?P<unit>{units})(?:ه|ش|م|ای|هم)?",
        "<day>": rf" {next(iter(counting.units))} (?P<number>{ordinals}|{NUMBER})(?:م|ام)?(?:م|ه|ش)?(?: است)?",
        "<weekday>": rf" (?P<weekday>{'|'.join(counting.weekdays)})",
    }
    before, marker, after = _MARKER.split(cue)
    parts = [
        pattern_of(part, words).removesuffix("(?= )") if part.strip() else "" for part in (before, after)
    ]
    return f"{parts[0]}{markers[marker]}{parts[1]}(?= )"
