"""The conversation as a pure function: (conversation, event, world) -> turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.dialogue import (
    calculating,
    choosing,
    confirming,
    control,
    done,
    guidance,
    interview,
    pending,
    staff,
)
from assistant.dialogue.actions import act
from assistant.dialogue.conversation import Choice, Conversation, State
from assistant.dialogue.events import Chose, Event, Filed, Said, StaffApproved, StaffAsked, StaffReturned
from assistant.dialogue.flow import missing, wait
from assistant.dialogue.texts import plain
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.understanding import command, pick, small_talk
from assistant.dialogue.world import World

Handler = Callable[[Conversation, str, World], Turn]

STATES: dict[State, Handler] = {
    "guidance": guidance.said,
    "choosing": choosing.said,
    "interview": interview.said,
    "preview": confirming.said_in_preview,
    "confirming": confirming.said_in_confirming,
    "done": done.said,
    "cancelled": control.said_while_cancelled,
}


def begin() -> Conversation:
    """A conversation in which nothing was said yet."""
    return Conversation()


def welcome() -> Message:
    """What is said before anything else."""
    return message("welcome")


def step(conversation: Conversation, event: Event, world: World) -> Turn:
    """What an event brings about; the same conversation, event and world give the same turn."""
    turn = _turn(conversation, event, world)
    now = turn.conversation.but(offered=_offered(conversation, turn)).put_again(conversation)
    return replace(turn, conversation=now, missing=missing(now, world))


def replay(events: Iterable[Event], world: World) -> Conversation:
    """The conversation that a row of events makes."""
    conversation = begin()
    for event in events:
        conversation = step(conversation, event, world).conversation
    return conversation


def _turn(conversation: Conversation, event: Event, world: World) -> Turn:
    match event:
        case Said(text=text):
            return _said(conversation.heard(text), text, world)
        case Chose(choice_id=choice_id):
            return _chose(conversation, choice_id, world)
        case StaffAsked():
            return staff.asked(conversation, event, world)
        case StaffReturned():
            return staff.returned(conversation, event, world)
        case StaffApproved():
            return staff.approved(conversation, event, world)
        case Filed():
            return staff.filed(conversation, event, world)


def _said(conversation: Conversation, text: str, world: World) -> Turn:
    """Choices first, then commands and small questions; what remains is for the state to read."""
    if not plain(text):
        return wait(conversation, world)
    picked = pick(conversation, text)
    if picked is not None:
        return act(conversation, picked, world)
    asked_for = command(text)
    if asked_for is not None:
        return control.COMMANDS[asked_for](conversation, world)
    if conversation.calculating is not None:
        return calculating.said(conversation, text, world)
    kind = small_talk(text)
    if kind is not None:
        return _small_talk(conversation, kind, world)
    settled = pending.said(conversation, text, world) if conversation.pending else None
    return settled or STATES[conversation.state](conversation.but(pending=None), text, world)


def _small_talk(conversation: Conversation, kind: str, world: World) -> Turn:
    if conversation == Conversation(log=conversation.log) and kind == "greeting":
        return Turn(conversation, (welcome(),))
    return wait(conversation, world, message(f"talk.{kind}"))


def _chose(conversation: Conversation, choice_id: str, world: World) -> Turn:
    chosen = next((choice for choice in conversation.offered if choice.id == choice_id), None)
    if chosen is None:  # a button of an earlier message
        return wait(conversation, world, message("choice.stale"))
    return act(conversation, chosen, world)


def _offered(before: Conversation, turn: Turn) -> tuple[Choice, ...]:
    """The choices of the last message that has some; a mere notice leaves the open ones open."""
    shown = next((message.choices for message in reversed(turn.messages) if message.choices), None)
    if shown is not None:
        return shown
    now = turn.conversation
    same = (before.state, before.asking, before.pending, before.calculating) == (
        now.state,
        now.asking,
        now.pending,
        now.calculating,
    )
    return before.offered if same else ()
