"""The outcome of an event: the next conversation, what is said, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assistant.dialogue.conversation import Choice, Conversation
from assistant.dialogue.effects import Command
from assistant.dialogue.texts import say


@dataclass(frozen=True, slots=True)
class Message:
    """One message; ``html`` is a richer form of the same text, for channels that can show it."""

    text: str
    choices: tuple[Choice, ...] = ()
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one event brings about; ``missing`` holds the required fields that are still open."""

    conversation: Conversation
    messages: tuple[Message, ...] = ()
    commands: tuple[Command, ...] = ()
    missing: tuple[str, ...] = ()

    def after(self, *lead: Message) -> Turn:
        """The same turn with messages in front."""
        return replace(self, messages=(*lead, *self.messages))

    def doing(self, *commands: Command) -> Turn:
        """The same turn with commands in front."""
        return replace(self, commands=(*commands, *self.commands))


def message(key: str, *choices: Choice, **values: object) -> Message:
    """A message of ``messages.yaml``."""
    return Message(say(key, **values), choices)


def lines(*parts: str) -> str:
    """Parts under each other, empty ones left out."""
    return "\n".join(part for part in parts if part)


def bullets(items: tuple[str, ...] | list[str]) -> str:
    """Items as a list that reads well in any messenger."""
    return "\n".join(f"• {item}" for item in items)


def choice(name: str, action: str | None = None) -> Choice:
    """A choice named in ``messages.yaml``; its id is the action it stands for."""
    return Choice(id=action or name, text=say(f"choice.{name}"))


def snapshot(turn: Turn) -> dict[str, Any]:
    """The line of ``dadkhah chat --json``; the edge fills in ``documents``."""
    conversation = turn.conversation
    return {
        "messages": [
            {"text": message.text, "choices": [choice.text for choice in message.choices]}
            for message in turn.messages
        ],
        "state": conversation.state,
        "form": conversation.form,
        "asking": conversation.asking,
        "facts": dict(conversation.facts),
        "missing": list(turn.missing),
        "documents": [],
    }
