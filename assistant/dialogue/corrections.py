"""Correcting an earlier answer at any point: «مبلغش اشتباه بود، ۲۰۰ میلیون تومنه»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.dialogue.answering import accept, settle
from assistant.dialogue.conversation import Choice, Conversation, Value
from assistant.dialogue.fields import show, words_for
from assistant.dialogue.flow import ask
from assistant.dialogue.texts import plain, say, words
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import holds
from assistant.dialogue.world import World
from assistant.drafting import Interview
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.persian import normalize

_LONGEST = 16  # words; what is longer tells something else
_NOT = re.compile(r"[\s،,؛.]+نه[\s،,؛.]+")
_MARKS = " ،,؛.!"
_PAUSE = re.compile(r"[،,؛:.!\n]+")


def correct(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Correct the fact that a message names; None when it corrects nothing."""
    if conversation.form is None or not _speaks_of_correcting(text):
        return None
    interview = world.interview(conversation.form)
    field = _named_field(conversation, interview, text)
    if field is None:
        return _put_right(conversation, interview, text, world)
    amending = _amending(conversation, field.name)
    return _with_new_value(amending, interview, field, text, world) or ask(amending, world, field.name)


def reopen(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Ask for the fact that a message names and nothing else: «شماره موبایلم»."""
    interview = world.interview(conversation.the_form)
    if not _only_names(plain(text), interview):
        return None
    field = _named_field(conversation, interview, text)
    return ask(conversation, world, field.name) if field is not None else None


def which(conversation: Conversation, world: World) -> Turn:
    """Ask what is to be corrected."""
    fields = world.interview(conversation.the_form).fields.values()
    known = [
        Choice(
            id=f"amend:{field.name}",
            text=say("choice.amend", label=field.label, value=show(field, conversation.facts[field.name])),
        )
        for field in fields
        if field.name in conversation.facts
    ]
    still_open = [
        Choice(id=f"amend:{field.name}", text=field.label)
        for field in fields
        if field.name not in conversation.facts
    ]
    return Turn(conversation, (message("amend.which", *known, *still_open),))


def _amending(conversation: Conversation, field: str) -> Conversation:
    return conversation.but(
        state="interview", asking=field, amending=field in conversation.facts, pending=None
    )


def _put_right(conversation: Conversation, interview: Interview, text: str, world: World) -> Turn | None:
    """«محمدی نه، احمدی»: of the two, the one that a known fact holds is wrong, and the other right."""
    around = [piece.strip(_MARKS) for piece in _NOT.split(text, maxsplit=1)]
    if len(around) != 2:
        return None
    for wrong, right in (around, around[::-1]):
        for name in (*reversed(conversation.history), *conversation.facts):
            value = _corrected(interview, name, conversation.facts.get(name), wrong, right, world)
            if value is not None:
                return accept(_amending(conversation, name), name, value, world, text=text)
    return None


def _corrected(
    interview: Interview, name: str, known: Value | None, wrong: str, right: str, world: World
) -> Value | None:
    """A known value with the wrong piece put right; None where it does not hold the wrong one."""
    if not isinstance(known, str) or name not in interview.fields or not (wrong and right):
        return None
    if interview.fields[name].type not in FREE_TEXT:
        was, now = (interview.read(name, piece, world.today) for piece in (wrong, right))
        return now.value if was.value == known and now.warning is None else None
    changed, times = re.subn(rf"(?<!\w){re.escape(normalize(wrong))}(?!\w)", lambda _: right, known)
    return interview.read(name, changed, world.today).value if times == 1 else None


def _speaks_of_correcting(text: str) -> bool:
    said = plain(text)
    if len(said.split()) > _LONGEST:
        return False
    return holds(said, words().correction) or (_NOT.search(text) is not None)


def _named_field(conversation: Conversation, interview: Interview, text: str) -> Field | None:
    """The field that the message names by the longest word; a known one before an unknown one."""
    said = plain(text)
    asked_only = _only_names(said, interview)
    named = [
        (field.name in conversation.facts, len(word), field)
        for field in interview.fields.values()
        for word in words_for(field)
        if holds(said, [word]) and (field.name in conversation.facts or asked_only)
    ]
    return max(named, key=lambda entry: entry[:2])[2] if named else None


def _only_names(said: str, interview: Interview) -> bool:
    """Whether nothing but the wish to correct and the name of a field is said."""
    longest_first = sorted(
        (word for field in interview.fields.values() for word in words_for(field)), key=len, reverse=True
    )
    rest = f" {said} "
    for word in longest_first:
        rest = rest.replace(f" {word} ", " ")
    return not frozenset(rest.split()) - words().correction - words().correction_filler


def _with_new_value(
    conversation: Conversation, interview: Interview, field: Field, text: str, world: World
) -> Turn | None:
    """Take the new value out of the message, if it is there."""
    for piece in _pieces(text):
        found = interview.extract(piece, world.today).get(field.name)
        if found is not None and found.value != conversation.facts.get(field.name):
            return accept(conversation, field.name, found.value, world, text=text)
    if field.is_name:
        return _with_new_name(conversation, interview, field, text, world)
    if field.type in FREE_TEXT:
        return None
    for piece in _pieces(text):
        reading = interview.read(field.name, piece, world.today)
        if reading.problem is None and reading.value != conversation.facts.get(field.name):
            return settle(conversation, reading, piece, {}, world)
    return None


def _with_new_name(
    conversation: Conversation, interview: Interview, field: Field, text: str, world: World
) -> Turn | None:
    """The one name that the message tells beside the known one: «اسم طرف اشتباهه، حمید صبوری درسته»."""
    told = {name for name in interview.names(text) if name != conversation.facts.get(field.name)}
    return accept(conversation, field.name, told.pop(), world, text=text) if len(told) == 1 else None


def _pieces(text: str) -> Iterator[str]:
    """Where the new value may stand, likeliest first: «X نه Y», «Y نه، X», after a pause, anywhere."""
    around = _NOT.split(text, maxsplit=1)
    if len(around) == 2:
        yield from around
    else:
        yield text
        yield from reversed(_PAUSE.split(text))
