"""Checking a set of facts, as the dialogue gathered them or a YAML file gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.drafting.authority import applies
from assistant.drafting.checks import failed_checks
from assistant.drafting.fields import Field, fields_of
from assistant.drafting.messages import problem_text
from assistant.drafting.petition import Facts
from assistant.drafting.reading import Reading, date_rules, read_answer
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form
from assistant.persian import to_ascii_digits
from assistant.persian.dates import JalaliDate


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field: a code for programs, a message for people."""

    field: str
    code: str
    message: str


class Normalised(NamedTuple):
    """Normalised facts, and what is wrong with the rest."""

    facts: Facts
    errors: tuple[FieldError, ...]


def normalise_facts(form: Form, raw: Mapping[str, object], corpus: Corpus, today: JalaliDate) -> Normalised:
    """Normalise raw facts and check them, each by itself and against one another.

    Args:
        form: the form they are for.
        raw: values as YAML or JSON give them: text, integers, booleans; None is not given. A bare
            number of money is rial.
        corpus: the law.
        today: the day, for dates that cannot lie ahead and for conditional fields.
    """
    fields, facts = fields_of(form, corpus), dict[str, str | bool]()
    errors: list[FieldError] = []
    for name, value in raw.items():
        if value is None or value == "":
            continue
        if name not in fields:
            errors.append(FieldError(name, "unknown_field", problem_text("unknown_field", name, "")))
            continue
        reading = _read(fields[name], value, today)
        if reading.value is None:
            errors.append(_error(fields[name], reading.problem or "no_unit"))
        else:
            facts[name] = reading.value
    errors.extend(_missing(fields, facts, errors, corpus, today))
    errors.extend(_contradictions(fields, facts))
    errors.extend(
        FieldError(check.field, "check", check.text)
        for check in failed_checks(form, facts, corpus, today, "error")
    )
    return Normalised(facts, tuple(errors))


def validate_facts(
    form: Form, facts: Mapping[str, object], corpus: Corpus, today: JalaliDate
) -> list[FieldError]:
    """What is wrong with facts; an empty list when the form can be drafted."""
    return list(normalise_facts(form, facts, corpus, today).errors)


def _read(field: Field, value: object, today: JalaliDate) -> Reading:
    match value:
        case bool():
            return Reading(value=value) if field.type == "bool" else Reading(problem="wrong_type")
        case int() if field.type not in ("bool", "jalali_date", "enum"):
            return _read_text(field, str(value), today)
        case float() if field.type == "percent":
            return _read_text(field, str(value), today)
        case str():
            return _read_text(field, value, today)
        case _:
            return Reading(problem="wrong_type")


def _read_text(field: Field, text: str, today: JalaliDate) -> Reading:
    bare = to_ascii_digits(text).strip().replace(",", "").replace("٬", "")
    if field.type == "rial_amount" and bare.isdigit():
        text = f"{bare} ریال"
    return read_answer(field, text, today)


def _missing(
    fields: Mapping[str, Field],
    facts: Facts,
    errors: list[FieldError],
    corpus: Corpus,
    today: JalaliDate,
) -> Iterator[FieldError]:
    wrong = {error.field for error in errors}
    for field in fields.values():
        given = field.name in facts or field.name in wrong
        if field.required and not given and applies(field.when, facts, corpus, today):
            yield _error(field, "missing")


def _contradictions(fields: Mapping[str, Field], facts: Facts) -> Iterator[FieldError]:
    for earlier, later, code in date_rules().order:
        if earlier in facts and later in facts and str(facts[later]) < str(facts[earlier]):
            yield _error(fields[later], code)
    opponent = facts.get("opponent_national_id")
    if opponent and opponent == facts.get("applicant_national_id"):
        yield _error(fields["opponent_national_id"], "same_person")


def _error(field: Field, code: str) -> FieldError:
    return FieldError(field.name, code, problem_text(code, field.label, field.example))
