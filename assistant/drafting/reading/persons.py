"""Reading a list of people: one in a line, a name first."""

from __future__ import annotations

from assistant.drafting.fields import Field
from assistant.drafting.persons import MOST, read_persons
from assistant.drafting.reading.lines import kept_lines
from assistant.drafting.reading.model import Reading


def read_several(field: Field, text: str) -> Reading:
    """Read the people that an answer names."""
    value = "\n".join(kept_lines(text))
    people = read_persons(value)
    if len(people) > MOST:
        return Reading(problem="too_many_persons")
    if len(value) > field.lengths[1]:
        return Reading(problem="too_long")
    if any(not _is_name(person.name) for person in people):
        return Reading(problem="not_persons")
    wrong = any(not person.id_is_right for person in people)
    return Reading(value=value, warning="check_digit" if wrong else None)


def _is_name(said: str) -> bool:
    return len(said) > 2 and not any(mark.isdigit() for mark in said)
