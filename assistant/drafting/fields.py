"""A field as a form asks for it: the dictionary's entry with what the form says better."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.law.corpus import Corpus
from assistant.law.rules import LATEST
from assistant.law.schemas import FieldType, Form

# Answers in words of one's own, kept as they are spelt, which Latin letters do not tell.
FREE_TEXT: frozenset[FieldType] = frozenset({"text", "longtext", "party", "witness_list", "persons"})
_LENGTHS = re.compile(r"\{(\d+),(\d+)\}\$$")


@dataclass(frozen=True)
class Field:
    """A field of a form: everything that asking, reading and checking need."""

    name: str
    label: str
    type: FieldType
    question: str
    help: str
    example: str
    choices: tuple[str, ...]
    pattern: str | None
    required: bool
    ask: bool
    when: str | None
    verbatim: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it holds the name of a person."""
        return self.name.endswith("_name")

    @property
    def is_address(self) -> bool:
        """Whether it holds an address (نشانی)."""
        return self.name.endswith("_address")

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """Least and greatest number of characters of a free answer."""
        found = _LENGTHS.search(self.pattern or "")
        return (int(found[1]), int(found[2])) if found else (1, 8000)


def fields_of(form: Form, corpus: Corpus) -> dict[str, Field]:
    """The fields of a form by name, in the order in which they are asked."""
    return {field.name: field for field in _fields(form, corpus)}


def _fields(form: Form, corpus: Corpus) -> list[Field]:
    fields = []
    for asked in form.fields:
        spec = corpus.fields[asked.name]
        fields.append(
            Field(
                name=spec.name,
                label=spec.label,
                type=spec.type,
                question=_said(asked.question or spec.question, corpus),
                help=_said(asked.help or spec.help, corpus),
                example=spec.example,
                choices=spec.choices,
                pattern=spec.pattern,
                required=asked.required,
                ask=asked.ask,
                when=asked.when,
                verbatim=spec.verbatim,
            )
        )
    return fields


def _said(text: str, corpus: Corpus) -> str:
    """A question with the figures of the law that it names, as they are now."""
    return corpus.rules.render(text, LATEST).text if "{rule:" in text else text
