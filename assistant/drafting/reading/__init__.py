"""Reading one answer: what a person wrote becomes the value of a field, or a problem that can be explained."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.drafting.fields import Field
from assistant.drafting.reading.choices import read_choice, read_yes_or_no
from assistant.drafting.reading.dates import date_rules, first_day, read_date
from assistant.drafting.reading.figures import read_amount, read_integer
from assistant.drafting.reading.lines import kept_lines
from assistant.drafting.reading.model import Confirm, Option, Reading
from assistant.drafting.reading.persons import read_several
from assistant.drafting.reading.shares import read_percent
from assistant.drafting.words import words
from assistant.law.schemas import FieldType
from assistant.persian import (
    Checked,
    check_case_number,
    check_iban,
    check_mobile,
    check_national_id,
    check_postal_code,
    check_sayad,
    normalize,
)
from assistant.persian.dates import JalaliDate

__all__ = ["Confirm", "Option", "Reading", "bare_name", "date_rules", "first_day", "read_answer"]

_LONG_NUMBER = re.compile(r"\d{4}")  # an identifier where a name was asked


def read_answer(field: Field, text: str, today: JalaliDate) -> Reading:
    """Read an answer to the question of a field.

    Args:
        field: the field that was asked.
        text: what the person wrote.
        today: for «دیروز» and for dates that cannot lie ahead.
    """
    if not normalize(text).strip():
        return Reading(problem="empty")
    match field.type:
        case "jalali_date":
            return read_date(field, text, today)
        case "rial_amount":
            return read_amount(text)
        case "enum":
            return read_choice(field, text)
        case "bool":
            return read_yes_or_no(text)
        case "integer":
            return read_integer(field, text)
        case "percent":
            return read_percent(text)
        case "text" | "longtext" | "party" | "witness_list":
            return _free(field, text)
        case "persons":
            return read_several(field, text)
        case _:
            return _identifier(field.type, text)


def _free(field: Field, text: str) -> Reading:
    one_line = field.type == "text"
    value = (" " if one_line else "\n").join(kept_lines(text))
    if field.is_name:
        value = bare_name(value)
    shortest, longest = field.lengths
    if len(value) > longest:
        return Reading(problem="too_long")
    if field.is_name and _LONG_NUMBER.search(value):
        return Reading(problem="not_a_name")
    if len(value) < shortest:
        return Reading(problem="not_an_address" if field.is_address else "too_short")
    return Reading(value=value)


def bare_name(said: str) -> str:
    """A name without what people say around it: «اسمم … است», «اسمم … احمدیه»."""
    around, verb_on = _around_name()
    bare = around.sub("", said)
    return verb_on.sub("", bare) if bare != said else bare


@lru_cache(maxsize=1)
def _around_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = (
        "|".join(re.escape(phrase) for phrase in sorted(part, key=len, reverse=True))
        for part in (words().before_name, words().after_name)
    )
    around = re.compile(rf"^(?:(?:{before})\s*:?\s+)+(?=\S)|(?<=\S)[\s\u200c]+(?:{after})\s*[.!]?$")
    return around, re.compile(words().verb_on_name)


def _identifier(kind: FieldType, text: str) -> Reading:
    checked = _CHECKS[kind](text)
    if checked.problem is not None:
        wrong_digit = checked.problem == "check_digit"
        return Reading(problem="wrong_check_digit" if wrong_digit else f"not_a_{kind}")
    warning = checked.warning
    return Reading(
        value=checked.value, warning=warning if warning in (None, "check_digit") else "unusual_number"
    )


_CHECKS: dict[FieldType, Callable[[str], Checked]] = {
    "national_id": check_national_id,
    "mobile": check_mobile,
    "postal_code": check_postal_code,
    "case_number": check_case_number,
    "iban": check_iban,
    "sayad_cheque_id": check_sayad,
}
