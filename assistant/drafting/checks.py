"""What a form says about facts that do not go together: its ``checks``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from assistant.drafting.authority import applies
from assistant.drafting.petition import Facts
from assistant.law.corpus import Corpus
from assistant.law.rules import Day
from assistant.law.schemas import Form


class FailedCheck(NamedTuple):
    """A check whose condition holds: at which field, and what to say."""

    field: str
    text: str


def failed_checks(
    form: Form, facts: Facts, corpus: Corpus, on: Day, level: Literal["error", "warning"]
) -> Iterator[FailedCheck]:
    """The checks of a level that these facts fail, in the order of the form."""
    for check in form.checks:
        if check.level == level and applies(check.when, facts, corpus, on):
            yield FailedCheck(check.field, corpus.rules.render(check.message, on).text)


def never_taken(form: Form, field: str, choices: tuple[str, ...], corpus: Corpus, on: Day) -> frozenset[str]:
    """The choices of a field that an error of the form turns down whatever else is known."""
    if not any(check.field == field and check.level == "error" for check in form.checks):
        return frozenset()
    return frozenset(
        choice
        for choice in choices
        if any(failed.field == field for failed in failed_checks(form, {field: choice}, corpus, on, "error"))
    )
