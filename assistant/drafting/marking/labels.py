"""What words can tell: a field, or one value of a field that has only a few."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.drafting.fields import Field, fields_of
from assistant.law.corpus import Corpus

VALUE = "="  # between the name of a field and its value
YES, NO = "true", "false"


def labels_of(fields: Mapping[str, Field]) -> tuple[str, ...]:
    """The labels of a form: «amount», «wants_stay=true», «role_in_case=خوانده»."""
    return tuple(label for field in fields.values() for label in _labels(field))


def all_labels(corpus: Corpus) -> tuple[str, ...]:
    """The labels of all forms, each once."""
    forms = (fields_of(form, corpus) for form in corpus.forms.values())
    return tuple(dict.fromkeys(label for fields in forms for label in labels_of(fields)))


def _labels(field: Field) -> tuple[str, ...]:
    if field.type == "bool":
        return (f"{field.name}{VALUE}{YES}", f"{field.name}{VALUE}{NO}")
    if field.type == "enum":
        return tuple(f"{field.name}{VALUE}{choice}" for choice in field.choices)
    return (field.name,)
