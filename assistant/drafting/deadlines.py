"""Until when a paper can be filed, counted from the rule and the date of service (ابلاغ)."""

from __future__ import annotations

from assistant.calculation import CountedPeriod, count_period
from assistant.drafting.messages import messages
from assistant.drafting.petition import DeadlineNote, Facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import Deadline, Form
from assistant.persian import JalaliDate, to_persian_digits


def deadline_note(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> DeadlineNote | None:
    """The form's deadline in words, with its last day where rule and date allow it to be counted."""
    if form.deadline is None:
        return None
    text = corpus.rules.render(form.deadline.text, on).text
    counted = _counted(form.deadline, facts, corpus, on)
    if counted is None:
        return DeadlineNote(text=text)
    passed = on > counted.last
    template = messages().deadline["passed" if passed else "open"]
    said = template.format(
        last_day=counted.last, weekday=counted.last.weekday_name, advised_day=counted.advised
    )
    return DeadlineNote(
        text=text,
        last_day=str(counted.last),
        advised_day=str(counted.advised),
        passed=passed,
        message=to_persian_digits(said),
    )


def _counted(deadline: Deadline, facts: Facts, corpus: Corpus, on: JalaliDate) -> CountedPeriod | None:
    """The period counted; None where the form names no rule or the date is not known."""
    begun = facts.get(deadline.runs_from) if deadline.runs_from else None
    if deadline.rule is None or not isinstance(begun, str):
        return None
    abroad = facts.get("resides_abroad") is True
    return count_period(deadline.rule, JalaliDate.parse(begun), corpus, on, abroad=abroad)
