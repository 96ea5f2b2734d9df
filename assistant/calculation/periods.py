"""Counting a procedural period (مهلت) by its rule: for the calculator, and for the deadline of a form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.law.corpus import Corpus
from assistant.law.rules import RuleError
from assistant.persian import JalaliDate, advised_day, last_lawful_day, months_after

# Whether the day of action is left out of these laws' own periods is open (rule C08), so it is not given away.
COUNTED_STRICTLY = frozenset(
    {"civil-enforcement-1356", "financial-judgments-1394", "financial-judgments-bylaw-1399"}
)
LONG_PERIOD = 6  # months: from here on it is not settled whether months are counted by the calendar
DAYS_OF_A_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class CountedPeriod:
    """The last lawful day of a period, and the day by which to act to be safe.

    ``strict``: the day of action is counted, to be safe. ``uncertain_holidays``: the day hangs on holidays that are
    only estimated, or falls in a year whose lunar holidays are not known.
    """

    last: JalaliDate
    advised: JalaliDate
    strict: bool = False
    uncertain_holidays: bool = False


def count_period(
    rule_id: str, start: JalaliDate, corpus: Corpus, on: JalaliDate, *, abroad: bool = False
) -> CountedPeriod:
    """Count the period of a rule from a day; ``abroad`` takes the longer one, where the rule has it.

    Raises:
        ValueError: the rule is no plain number of days.
    """
    longer = _longer(rule_id, corpus, on) if abroad else None
    days = corpus.rules.value(rule_id, on) if longer is None else longer
    if not isinstance(days, int):
        raise ValueError(f"rule {rule_id} is not a plain number of days: it cannot be a deadline's rule")
    laws = {article.split(":")[0] for article in corpus.rules[rule_id].source}
    advised = advised_day(start, days)
    if laws & COUNTED_STRICTLY:
        return CountedPeriod(advised, advised, strict=True)
    last = _last_day(start, days, corpus)
    uncertain = _uncertain(start.plus_days(days + 1), last, corpus)
    return CountedPeriod(last, min(advised, last), uncertain_holidays=uncertain)


def has_longer_period(rule_id: str, corpus: Corpus, on: JalaliDate) -> bool:
    """Whether the rule names a longer period for people who live abroad."""
    return _longer(rule_id, corpus, on) is not None


def _longer(rule_id: str, corpus: Corpus, on: JalaliDate) -> int | None:
    try:
        found = corpus.rules.value(rule_id, on, ("days_abroad",))
    except RuleError:
        return None
    return found if isinstance(found, int) else None


def _last_day(start: JalaliDate, days: int, corpus: Corpus) -> JalaliDate:
    """The last lawful day; of two ways to count a long period, the earlier one."""
    last = last_lawful_day(start, days, _holidays(corpus))
    months = round(days / DAYS_OF_A_MONTH)
    return min(last, months_after(start, months)) if months >= LONG_PERIOD else last


def _uncertain(due: JalaliDate, last: JalaliDate, corpus: Corpus) -> bool:
    """Whether a day after the count or the year's whole lunar table is not sure."""
    return last.year not in _known_years(corpus) or any(
        due.plus_days(offset) in _estimated(corpus)
        for offset in range((last.to_gregorian() - due.to_gregorian()).days + 1)
    )


@lru_cache(maxsize=4)
def _holidays(corpus: Corpus) -> frozenset[JalaliDate]:
    return frozenset(JalaliDate.parse(holiday.date) for holiday in corpus.holidays)


@lru_cache(maxsize=4)
def _estimated(corpus: Corpus) -> frozenset[JalaliDate]:
    """The holidays of which only an estimate is known."""
    return frozenset(JalaliDate.parse(day.date) for day in corpus.holidays if day.confidence == "unsure")


@lru_cache(maxsize=4)
def _known_years(corpus: Corpus) -> frozenset[int]:
    """The years with lunar holidays; a year that has only those of the solar calendar is not known."""
    lunar = (JalaliDate.parse(day.date) for day in corpus.holidays if day.confidence != "verified")
    return frozenset(day.year for day in lunar if (day.month, day.day) != (12, 30))
