"""Keeping a value that was read, unless it contradicts what is known."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.dialogue.conversation import Conversation, Value
from assistant.dialogue.effects import AnswerStaff
from assistant.dialogue.fields import show, table
from assistant.dialogue.flow import ask, proceed, wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.world import World
from assistant.drafting import FieldError, Interview, validate_facts


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
    said = (*lead, *amended, *also_taken(interview, others))
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


def keep_facts(conversation: Conversation, values: Mapping[str, Value]) -> Conversation:
    """The conversation with these values known."""
    facts = {**conversation.facts, **values}
    for name in values:
        conversation = conversation.without(name)
    return conversation.but(facts=facts, changed=conversation.changed or facts != conversation.facts)


def also_taken(interview: Interview, others: Mapping[str, Value]) -> tuple[Message, ...]:
    """What was told besides, to be seen."""
    return (Message(f"{say('interview.also_taken')}\n{table(interview, others, others)}"),) if others else ()
