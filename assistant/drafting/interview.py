"""The interview (مصاحبه): which question comes next, what is missing, how an answer is read. Pure."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from assistant.drafting.authority import applies
from assistant.drafting.checks import never_taken
from assistant.drafting.extraction import (
    Found,
    StoryMarker,
    extract,
    is_sentence,
    names_in,
    opening_name,
)
from assistant.drafting.extraction.cues import name_words
from assistant.drafting.fields import FREE_TEXT, Field, fields_of
from assistant.drafting.folding import fold, squeeze
from assistant.drafting.messages import messages, problem_text
from assistant.drafting.petition import Facts
from assistant.drafting.reading import Reading, bare_name, first_day, read_answer
from assistant.drafting.words import words
from assistant.law.corpus import Corpus
from assistant.law.rules import LATEST, Day
from assistant.law.schemas import FieldType, Form
from assistant.persian import find_amounts, find_dates, from_finglish, normalize, to_persian_digits
from assistant.persian.dates import JalaliDate
from assistant.persian.finglish import is_finglish

VERB_ON = frozenset("هم")  # «حسینه», «مریمم»


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the person about one field."""

    field: str
    text: str
    help: str
    example: str
    type: FieldType
    choices: tuple[str, ...]
    required: bool


class Interview:
    """The interview of one form; holds no state of a conversation."""

    def __init__(
        self, form: Form, corpus: Corpus, on: Day = LATEST, marker: StoryMarker | None = None
    ) -> None:
        self.form = form
        self._marker = marker
        self._corpus = corpus
        self._on = on
        self.fields = {name: self._narrowed(field) for name, field in fields_of(form, corpus).items()}

    def next_question(self, facts: Facts, skipped: Set[str] = frozenset()) -> Question | None:
        """The next question, in the order of the form; None when everything worth asking is known.

        A required field is asked again even if it was skipped, once nothing else is open.
        """
        open_fields = [field for field in self.fields.values() if self._is_open(field, facts)]
        fresh = [field for field in open_fields if field.name not in skipped]
        again = [field for field in open_fields if field.required]
        chosen = next(iter(fresh or again), None)
        return self.question(chosen.name) if chosen else None

    def missing(self, facts: Facts) -> tuple[str, ...]:
        """The required fields that are still open."""
        return tuple(
            field.name for field in self.fields.values() if field.required and self._is_open(field, facts)
        )

    def question(self, field_name: str) -> Question:
        """The question about a field of this form.

        Raises:
            KeyError: the form has no such field.
        """
        field = self.fields[field_name]
        return Question(
            field=field.name,
            text=field.question,
            help=field.help,
            example=field.example,
            type=field.type,
            choices=field.choices,
            required=field.required,
        )

    def read(self, field_name: str, text: str, today: JalaliDate) -> Reading:
        """Read an answer to the question about a field; a name or an address is found within a sentence.

        Words in Latin letters become Persian ones, to be confirmed: how they are spelt is a guess.

        Raises:
            KeyError: the form has no such field.
        """
        field = self.fields[field_name]
        if field.type not in FREE_TEXT or not is_finglish(text):
            return self._read(field, text, today)
        persian = to_persian_digits(from_finglish(text)).replace(",", "،")
        reading = self._read(field, persian, today)
        return reading if reading.value is None else replace(reading, warning="spelt_by_ear")

    def _read(self, field: Field, text: str, today: JalaliDate) -> Reading:
        if field.is_name:
            text = bare_name(text)
        if field.is_name or field.is_address:
            found = extract({field.name: field}, text, today).get(field.name)
            if found is not None:
                return Reading(value=found.value)
            if field.is_name and (first := opening_name(text)):
                return Reading(value=first)
            if field.is_name and (is_sentence(text) or find_amounts(text) or find_dates(text, today)):
                return Reading(problem="not_a_name_but_words")
        if field.choices:  # one that the form does not take is read too, so that the form can say why
            field = replace(field, choices=self._in_order(field))
        return read_answer(field, text, today)

    def first_day(self, field_name: str, text: str, today: JalaliDate) -> str | None:
        """The day to propose where a month was told without one; None where no day may stand for it."""
        field = self.fields[field_name]
        day = first_day(field, text, today) if field.type == "jalali_date" else None
        return None if day is None else str(day)

    def names(self, text: str) -> tuple[str, ...]:
        """The names of people in a text."""
        return tuple(normalize(text[name.start : name.end]) for name in names_in(fold(text)))

    def name_told(self, field_name: str, said: str) -> str:
        """What is said, a name without the verb written on to it: «حسینه», «کریمیه», «محمدرضاست»."""
        known = name_words().is_first
        if not self.fields[field_name].is_name or known(said):
            return said
        if known(said[:-1]) and said[-1:] in VERB_ON:
            return said[:-1]
        return said if known(said.split(" ")[-1]) else re.sub(words().verb_on_name, "", said)

    def problem(self, field_name: str, code: str) -> str:
        """What to say about a problem of a reading: what is expected, with an example."""
        field = self.fields[field_name]
        return problem_text(code, field.label, field.example)

    def unknown(self, field_name: str) -> str | None:
        """What is kept when the person does not know; None where the field cannot stay unknown."""
        return messages().unknown.get(field_name)

    def nothing(self, field_name: str) -> str | None:
        """What is kept of a required field when the person insists that there is nothing; None where it stays open."""
        return messages().nothing.get(field_name)

    def extract(self, text: str, today: JalaliDate, *, guess: bool = True) -> dict[str, Found]:
        """The facts told in a story, a long answer or a correction, for the fields of this form."""
        return extract(self.fields, text, today, guess=guess, marker=self._marker)

    def _narrowed(self, field: Field) -> Field:
        """A field without the choices that the form never takes."""
        if not field.choices:
            return field
        refused = never_taken(self.form, field.name, field.choices, self._corpus, self._on)
        taken = tuple(choice for choice in field.choices if choice not in refused)
        return replace(field, choices=taken or field.choices)

    def _in_order(self, field: Field) -> tuple[str, ...]:
        """All choices of a field, those that are offered first: a number means one of these."""
        return tuple(dict.fromkeys((*field.choices, *self._corpus.fields[field.name].choices)))

    def is_only_mentioned(self, field_name: str, value: str | bool) -> bool:
        """Whether a story mentions in passing what the paper needs in full: «نیسانم», «شهرداری»."""
        pattern = words().only_mentioned.get(field_name)
        return pattern is not None and re.fullmatch(pattern, squeeze(fold(str(value)))) is not None

    def _is_open(self, field: Field, facts: Facts) -> bool:
        wanted = (field.required or field.ask) and field.name not in facts
        return wanted and applies(field.when, facts, self._corpus, self._on)
