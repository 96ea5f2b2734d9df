"""Until when a paper can be filed, counted from the rule and the date of service (ابلاغ)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from assistant.drafting.messages import messages
from assistant.drafting.petition import DeadlineNote, Facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import Deadline, Form
from assistant.persian import advised_day, last_lawful_day, months_after, to_persian_digits
from assistant.persian.dates import JalaliDate

# Whether the day of action is left out of these laws' own periods is open (rule C08), so it is not given away.
COUNTED_STRICTLY = frozenset(
    {"civil-enforcement-1356", "financial-judgments-1394", "financial-judgments-bylaw-1399"}
)
LONG_PERIOD = 6  # months: from here on it is not settled whether months are counted by the calendar
DAYS_OF_A_MONTH = 30.4


class _Period(NamedTuple):
    start: JalaliDate
    days: int
    strict: bool


def deadline_note(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> DeadlineNote | None:
    """The form's deadline in words, with its last day where rule and date allow it to be counted."""
    if form.deadline is None:
        return None
    text = corpus.rules.render(form.deadline.text, on).text
    period = _period(form.deadline, facts, corpus, on)
    if period is None:
        return DeadlineNote(text=text)
    last = _last_day(period, corpus)
    advised = min(advised_day(period.start, period.days), last)
    passed = on > last
    template = messages().deadline["passed" if passed else "open"]
    said = template.format(last_day=last, weekday=last.weekday_name, advised_day=advised)
    return DeadlineNote(
        text=text,
        last_day=str(last),
        advised_day=str(advised),
        passed=passed,
        message=to_persian_digits(said),
    )


def _period(deadline: Deadline, facts: Facts, corpus: Corpus, on: JalaliDate) -> _Period | None:
    """Start and length of the period; None where the form names no rule or the date is not known."""
    begun = facts.get(deadline.runs_from) if deadline.runs_from else None
    if deadline.rule is None or not isinstance(begun, str):
        return None
    abroad = facts.get("resides_abroad") is True
    longer = corpus.rules.value(deadline.rule, on, ("days_abroad",)) if abroad else None
    days = corpus.rules.value(deadline.rule, on) if longer is None else longer
    if not isinstance(days, int):
        raise ValueError(
            f"rule {deadline.rule} is not a plain number of days: it cannot be a deadline's rule"
        )
    laws = {article.split(":")[0] for article in corpus.rules[deadline.rule].source}
    return _Period(JalaliDate.parse(begun), days, strict=bool(laws & COUNTED_STRICTLY))


def _last_day(period: _Period, corpus: Corpus) -> JalaliDate:
    """The last lawful day; of two ways to count a long period, the earlier one."""
    if period.strict:
        return advised_day(period.start, period.days)
    last = last_lawful_day(period.start, period.days, _holidays(corpus))
    months = round(period.days / DAYS_OF_A_MONTH)
    return min(last, months_after(period.start, months)) if months >= LONG_PERIOD else last


@lru_cache(maxsize=4)
def _holidays(corpus: Corpus) -> frozenset[JalaliDate]:
    return frozenset(JalaliDate.parse(holiday.date) for holiday in corpus.holidays)
