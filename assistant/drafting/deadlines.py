"""Until when a paper can be filed, counted from the rule and the date of service (ابلاغ)."""

from __future__ import annotations

from assistant.drafting.messages import messages
from assistant.drafting.petition import DeadlineNote, Facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form
from assistant.persian import advised_day, last_lawful_day, to_persian_digits
from assistant.persian.dates import JalaliDate

# Whether the day of action is left out of these laws' own periods is open (rule C08), so it is not given away.
COUNTED_STRICTLY = frozenset({"civil-enforcement-1356", "financial-judgments-1394", "financial-judgments-bylaw-1399"})


def deadline_note(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> DeadlineNote | None:
    """The form's deadline in words, with its last day where rule and date allow it to be counted."""
    if form.deadline is None:
        return None
    text = corpus.rules.render(form.deadline.text, on).text
    last = last_day(form, facts, corpus, on)
    if last is None:
        return DeadlineNote(text=text)
    advised = min(advised_day(_start(form, facts), _days(form, facts, corpus, on)), last)
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


def last_day(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> JalaliDate | None:
    """The last lawful day of filing, or None where it cannot be counted."""
    deadline = form.deadline
    if deadline is None or deadline.rule is None or not facts.get(deadline.runs_from or ""):
        return None
    days = _days(form, facts, corpus, on)
    start = _start(form, facts)
    laws = {article.split(":")[0] for article in corpus.rules[deadline.rule].source}
    if laws & COUNTED_STRICTLY:
        return advised_day(start, days)
    return last_lawful_day(start, days, _holidays(corpus))


def _start(form: Form, facts: Facts) -> JalaliDate:
    assert form.deadline is not None and form.deadline.runs_from is not None  # checked by the callers
    return JalaliDate.parse(str(facts[form.deadline.runs_from]))


def _days(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> int:
    assert form.deadline is not None and form.deadline.rule is not None  # checked by the callers
    rule = form.deadline.rule
    abroad = corpus.rules.value(rule, on, ("days_abroad",)) if facts.get("resides_abroad") is True else None
    days = corpus.rules.value(rule, on) if abroad is None else abroad
    if not isinstance(days, int):
        raise ValueError(f"{form.slug}: rule {rule} is not a plain number of days")
    return days


def _holidays(corpus: Corpus) -> frozenset[JalaliDate]:
    return frozenset(JalaliDate.parse(holiday.date) for holiday in corpus.holidays)
