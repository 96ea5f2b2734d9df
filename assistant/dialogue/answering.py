"""Reading an answer: the value asked for, what else was told with it, and what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.dialogue import days, misreading
from assistant.dialogue.conversation import Conversation, Option, Pending, Value
from assistant.dialogue.flow import wait
from assistant.dialogue.keeping import accept, also_taken, consistent, contradiction, keep_facts
from assistant.dialogue.turn import Message, Turn
from assistant.dialogue.understanding import is_no
from assistant.dialogue.world import World
from assistant.drafting import Found, Interview, Reading
from assistant.drafting.fields import Field

_MOST = 0.4  # share of an answer in which other facts stand: the words around them count for little
_A_STORY = 6  # words of an answer that tell more than a value
_SEPARATORS = re.compile(r"[،,؛;\n]")


def answer(conversation: Conversation, text: str, world: World) -> Turn:
    """Read an answer to the open question, and whatever else it tells."""
    interview, name = world.interview(conversation.the_form), conversation.the_field
    field = interview.fields[name]
    story = field.type == "longtext" or name == "applicant_name"
    found = {} if field.verbatim else interview.extract(text, world.today, guess=story)
    told = {field: fact.value for field, fact in found.items()}
    reading = _read(interview, name, text, told, conversation, world)
    besides = {
        other: value
        for other, value in told.items()
        if value != reading.value
        and not interview.is_only_mentioned(other, value)
        and not (field.is_address and _is_within(interview.fields[other]))
    }
    others = _new_among(besides, conversation, name, world)
    if name not in told and others and _is_about_others(interview, name, text, found):
        reading = Reading(problem="empty")
    elif reading.problem is not None and len(text.split()) >= _A_STORY:  # kept for the account of the facts
        conversation = conversation.but(stories=(*conversation.stories, text))
    return settle(conversation, reading, text, others, world)


def _is_within(other: Field) -> bool:
    """Whether words found in an address are part of it: «دانشگاه ۱۷، پلاک ۴۰» is a street."""
    return other.type == "text" and not other.is_name and not other.is_address


def _is_about_others(interview: Interview, name: str, text: str, found: Mapping[str, Found]) -> bool:
    """Whether most of a short answer tells other facts than the one asked for: a deed in place of an address."""
    field = interview.fields[name]
    if field.type != "text" and not field.is_address:
        return False
    named = {str(fact.value) for fact in found.values()}
    if field.is_name and not named.issuperset(interview.names(text)):
        return False
    return sum(fact.end - fact.start for fact in found.values()) >= len(text.strip()) * _MOST


def settle(
    conversation: Conversation, reading: Reading, text: str, others: Mapping[str, Value], world: World
) -> Turn:
    """Take a reading of the asked field: accept it, or ask back."""
    interview, name = world.interview(conversation.the_form), conversation.the_field
    refused = _refused(conversation, interview.fields[name], reading, world)
    if refused is not None:
        return misreading.misread(conversation, Reading(problem="not_a_choice"), text, world).after(refused)
    if reading.value is not None and reading.warning is None:
        return accept(conversation, name, reading.value, world, text=text, others=others)
    noted = keep_facts(conversation, others)
    lead = also_taken(interview, others)
    if reading.confirm is not None:
        ways = tuple(Option(text=option.text, value=option.value) for option in reading.confirm.options)
        unit = Pending(kind="unit", question=reading.confirm.question, options=ways, text=text)
        return wait(noted.but(pending=unit), world, *lead)
    if reading.value is not None and reading.warning is not None:
        doubt = misreading.doubt(interview.fields[name], reading.value, reading.warning, text)
        return wait(noted.but(pending=doubt), world, *lead)
    if others:
        return wait(noted.but(pending=None), world, *lead)
    return misreading.misread(noted, reading, text, world)


def _refused(conversation: Conversation, field: Field, reading: Reading, world: World) -> Message | None:
    """Why the form does not take a choice that was understood; None where it does."""
    if not field.choices or reading.value is None or reading.value in field.choices:
        return None
    error = contradiction({**conversation.facts, field.name: reading.value}, conversation, world)
    return None if error is None else Message(error.message)


def _read(
    interview: Interview,
    name: str,
    text: str,
    told: Mapping[str, Value],
    conversation: Conversation,
    world: World,
) -> Reading:
    reading = days.with_before(conversation, interview, name, text, world) or interview.read(
        name, text, world.today
    )
    if reading.problem is None:
        return reading
    denial, _, rest = text.strip().partition(" ")
    if is_no(denial) and (any(mark.isdigit() for mark in rest) or interview.fields[name].is_name):
        # «نه، ۳۰۰ میلیون تومان»
        return interview.read(name, rest, world.today)
    if name in told:
        return Reading(value=told[name])
    names = {said for said in interview.names(text) if said not in told.values()}
    if interview.fields[name].is_name and len(names) == 1:  # «ببخشید، مریم احمدی درسته»
        return Reading(value=names.pop())
    if interview.fields[name].is_name:  # «مریم احمدی، کد ملی …»
        first = _SEPARATORS.split(text)[0]
        return interview.read(name, first, world.today) if first != text else reading
    return reading


def _new_among(
    told: Mapping[str, Value], conversation: Conversation, asked: str, world: World
) -> dict[str, Value]:
    """What an answer tells besides; a known fact is only changed by a correction."""
    new = {name: value for name, value in told.items() if name != asked and name not in conversation.facts}
    return consistent(new, conversation, world)
