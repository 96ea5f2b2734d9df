"""Finding in a message what it tells already: which sum, which day, how many of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.calculation.inputs import Value, is_small
from assistant.calculation.phrases import counted, holds, named, year_pattern, years
from assistant.calculation.words import words
from assistant.law.expressions import condition
from assistant.law.rules import RuleBook
from assistant.law.schemas import CalculatorInput
from assistant.persian import JalaliDate, find_amounts, find_dates, search_text

_BEFORE, _AFTER = 5, 4  # words beside a sum or a day that say what it is
_OTHER = 2  # words before it that say that it is something else
_NO_RULES = RuleBook()


@dataclass(frozen=True, slots=True)
class _Told:
    """A sum or a day that a message tells, and the words before and after it, nearest first."""

    value: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_end(self) -> bool:
        """Whether «تا» stands before it."""
        return self.before[:1] == (words().until,)

    @property
    def is_other(self) -> bool:
        """Whether it is said to be a wage, the price of a house …"""
        near = " ".join(reversed(self.before[:_OTHER]))
        return any(holds(word, near) for word in words().other_sums)

    def distance(self, phrases: Sequence[str]) -> int | None:
        """How many words away the nearest of some phrases stands; None where none is near."""
        for count in range(1, max(_BEFORE, _AFTER) + 1):
            before = " ".join(reversed(self.before[:count]))
            after = " ".join(self.after[: min(count, _AFTER)])
            if any(holds(phrase, before) or holds(phrase, after) for phrase in phrases):
                return count
        return None


def find_inputs(specs: Sequence[CalculatorInput], text: str, today: JalaliDate) -> Mapping[str, Value]:
    """What a message tells of the inputs that matter.

    Sums with a unit and whole days are taken once each: by the words beside them where an input names such words,
    in their order otherwise. Counts go by what is counted, choices by their words.
    """
    plain = search_text(text)
    sums, days = _sums(text), _days(text, today)
    found: dict[str, Value] = {}
    for spec in specs:
        if not _matters(spec, specs, found, today):
            continue
        value: str | None = None
        if spec.type == "amount" and spec.required:
            value = _take(sums, spec)
        elif spec.type == "date" and spec.required:
            value = _take(
                days, spec, after_another=any(told.type == "date" for told in specs if told.name in found)
            )
        elif spec.type == "year":
            value = next((str(year) for year in years(plain, today)), None)
        elif spec.type == "count":
            value = counted(plain, spec.words)
        elif spec.type == "choice":
            value = named(spec, plain)
        if value is not None:
            found[spec.name] = value
    return found


def _matters(
    spec: CalculatorInput, specs: Sequence[CalculatorInput], found: Mapping[str, Value], today: JalaliDate
) -> bool:
    """Whether an input is asked for after what was found; what is open still counts as its default."""
    if spec.when is None:
        return True
    defaults = {one.name: _plain_default(one) for one in specs if one.default is not None}
    return condition(spec.when).holds({**defaults, **found}, _NO_RULES, today)


def _plain_default(spec: CalculatorInput) -> Value:
    return spec.default if isinstance(spec.default, bool) else str(spec.default)


def _take(told: list[_Told], spec: CalculatorInput, *, after_another: bool = False) -> str | None:
    """The one that fits an input best, which is gone then; an end («تا …») needs a beginning before it."""
    is_end = spec.default == "today"
    if is_end and not after_another:
        return None
    fitting = [one for one in told if is_end or not one.is_end]
    if spec.words:
        near = [(one.distance(spec.words), one) for one in fitting if not one.is_other]
        fitting = [one for _, one in sorted(((d, one) for d, one in near if d), key=lambda pair: pair[0])]
    if not fitting:
        return None
    told.remove(fitting[0])
    return fitting[0].value


def _sums(text: str) -> list[_Told]:
    # «سال ۷۳ صد هزار تومن»: the year is no part of the sum.
    without_years = year_pattern().sub(lambda match: " " * len(match[0]), text)
    return [
        _told(str(found.rial), text, found.start, found.end)
        for found in find_amounts(without_years)
        if found.rial is not None and not is_small(found)
    ]


def _days(text: str, today: JalaliDate) -> list[_Told]:
    return [
        _told(str(found.date), text, found.start, found.end)
        for found in find_dates(text, today)
        if found.exact
    ]


def _told(value: str, text: str, start: int, end: int) -> _Told:
    before, after = search_text(text[:start]).split(), search_text(text[end:]).split()
    return _Told(value, tuple(reversed(before[-_BEFORE:])), tuple(after[:_AFTER]))
