"""How a field's choices and values are shown, and the words people use for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.dialogue.conversation import Choice, Value
from assistant.dialogue.texts import field_words, plain, say, words
from assistant.dialogue.turn import bullets
from assistant.drafting import Interview
from assistant.drafting.fields import Field
from assistant.law.rule_values import say as say_figure
from assistant.persian import to_persian_digits

TYPED_NUMBERS = frozenset({"integer", "percent", "rial_amount"})  # «۲» answers these, it picks no choice


def options(field: Field) -> tuple[Choice, ...]:
    """The values of a field that can be picked."""
    if field.type == "bool":
        return (Choice(id="value:1", text=say("choice.yes")), Choice(id="value:0", text=say("choice.no")))
    return tuple(Choice(id=f"value:{at}", text=text) for at, text in enumerate(field.choices))


def option_value(field: Field, place: str) -> Value:
    """The value behind an option of :func:`options`."""
    return place == "1" if field.type == "bool" else field.choices[int(place)]


def show(field: Field, value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return say("choice.yes" if value else "choice.no")
    if field.type == "rial_amount":
        return say_figure(int(value), (), "rial")  # toman beside it
    return value if field.type == "iban" else to_persian_digits(value)


def table(interview: Interview, facts: Mapping[str, Value], names: Iterable[str]) -> str:
    """Facts under each other: label and value."""
    fields = [interview.fields[name] for name in names]
    return bullets([f"{field.label}: {show(field, facts[field.name])}" for field in fields])


def words_for(field: Field) -> tuple[str, ...]:
    """The words people use for a field, in the form of :func:`plain`."""
    label = plain(field.label)
    renamed = (
        label.replace(word, other, 1)
        for word, others in words().same_words.items()
        for other in others
        if label.startswith(f"{word} ")
    )
    return (label, *renamed, *field_words().get(field.name, ()))
