"""Reading an answer: the value asked for, what else was told with it, and what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.dialogue.conversation import Conversation, Option, Pending, Value
from assistant.dialogue.effects import AnswerStaff
from assistant.dialogue.fields import show, table
from assistant.dialogue.flow import ask, proceed, wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.understanding import is_no
from assistant.dialogue.world import World
from assistant.drafting import FieldError, Found, Interview, Reading, validate_facts
from assistant.drafting.messages import messages

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
    reading = _read(interview, name, text, told, world)
    besides = {field: value for field, value in told.items() if value != reading.value}
    others = _new_among(besides, conversation, name, world)
    if name not in told and others and _is_about_others(interview, name, text, found):
        reading = Reading(problem="empty")
    elif reading.problem is not None and len(text.split()) >= _A_STORY:  # kept for the account of the facts
        conversation = conversation.but(stories=(*conversation.stories, text))
    return settle(conversation, reading, text, others, world)


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
    if reading.value is not None and reading.warning is None:
        return accept(conversation, name, reading.value, world, text=text, others=others)
    noted = keep_facts(conversation, others)
    lead = _also_taken(interview, others)
    if reading.confirm is not None:
        ways = tuple(Option(text=option.text, value=option.value) for option in reading.confirm.options)
        unit = Pending(kind="unit", question=reading.confirm.question, options=ways, text=text)
        return wait(noted.but(pending=unit), world, *lead)
    if reading.value is not None and reading.warning is not None:
        shown = show(interview.fields[name], reading.value)
        question = say("interview.insist", warning=messages().warnings[reading.warning], value=shown)
        meant = Option(text=shown, value=reading.value)
        doubt = Pending(kind="insist", question=question, options=(meant,), text=text)
        return wait(noted.but(pending=doubt), world, *lead)
    problem = () if others else (Message(interview.problem(name, reading.problem or "empty")),)
    return wait(noted.but(pending=None), world, *lead, *problem)


def accept(
    conversation: Conversation,
    name: str,
    value: Value,
    world: World,
    *lead: Message,
    text: str = "",
    others: Mapping[str, Value] | None = None,
) -> Turn:
    """Keep a value, unless it contradicts another fact, and go on."""
    others = others or {}
    error = contradiction({**conversation.facts, **others, name: value}, conversation, world)
    if (
        error is not None
        and error.code == "check"
        and error.field != name
        and error.field in conversation.facts
    ):
        # It is the earlier answer that the form doubts: this one is kept, and that one asked again.
        kept = keep_facts(conversation, {**others, name: value}).passed(name)
        return ask(kept, world, error.field, *lead, Message(error.message))
    if error is not None:
        return wait(conversation.but(pending=None), world, Message(error.message))
    interview = world.interview(conversation.the_form)
    amended = (message("interview.changed", label=interview.fields[name].label,
                       value=show(interview.fields[name], value)),) if conversation.amending else ()  # fmt: skip
    kept = keep_facts(conversation, {**others, name: value}).passed(name).but(pending=None, amending=False)
    said = (*lead, *amended, *_also_taken(interview, others))
    staff = conversation.staff
    if staff is None or staff.field != name:
        return proceed(kept, world, *said)
    told = AnswerStaff(
        staff.question, text or show(interview.fields[name], value), name, kept.facts, staff.version
    )
    thanks = message("staff.answered_changed" if kept.changed else "staff.answered")
    return proceed(kept.but(staff=None), world, thanks, *said).doing(told)


def contradiction(facts: Mapping[str, Value], conversation: Conversation, world: World) -> FieldError | None:
    """What is wrong with facts taken together, a missing one apart."""
    errors = validate_facts(world.form(conversation.the_form), facts, world.corpus, world.today)
    return next((error for error in errors if error.code != "missing"), None)


def consistent(facts: Mapping[str, Value], conversation: Conversation, world: World) -> dict[str, Value]:
    """Those of newly told facts that stand together with what is known, in their order."""
    kept: dict[str, Value] = {}
    for name, value in facts.items():
        if contradiction({**conversation.facts, **kept, name: value}, conversation, world) is None:
            kept[name] = value
    return kept


def _read(interview: Interview, name: str, text: str, told: Mapping[str, Value], world: World) -> Reading:
    reading = interview.read(name, text, world.today)
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


def keep_facts(conversation: Conversation, values: Mapping[str, Value]) -> Conversation:
    """The conversation with these values known."""
    facts = {**conversation.facts, **values}
    for name in values:
        conversation = conversation.without(name)
    return conversation.but(facts=facts, changed=conversation.changed or facts != conversation.facts)


def _also_taken(interview: Interview, others: Mapping[str, Value]) -> tuple[Message, ...]:
    return (Message(f"{say('interview.also_taken')}\n{table(interview, others, others)}"),) if others else ()
