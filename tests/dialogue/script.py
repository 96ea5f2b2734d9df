"""Conversations as scripts: say, press, hear."""

from __future__ import annotations

from assistant.dialogue import (
    Chose,
    Command,
    Conversation,
    Event,
    Message,
    Said,
    Turn,
    World,
    begin,
    step,
)


class Script:
    """One conversation under test, with everything that happened in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.turn = Turn(begin())
        self.events: list[Event] = []
        self.commands: list[Command] = []

    def say(self, *texts: str) -> Script:
        """The person types, one message after another."""
        for text in texts:
            self.happen(Said(text=text))
        return self

    def press(self, choice_id: str) -> Script:
        """The person presses a button."""
        return self.happen(Chose(choice_id=choice_id))

    def happen(self, event: Event) -> Script:
        """Anything else happens."""
        self.turn = step(self.now, event, self.world)
        self.events.append(event)
        self.commands.extend(self.turn.commands)
        return self

    @property
    def now(self) -> Conversation:
        return self.turn.conversation

    @property
    def messages(self) -> tuple[Message, ...]:
        return self.turn.messages

    @property
    def heard(self) -> str:
        """Everything said in the last turn."""
        return "\n".join(message.text for message in self.turn.messages)

    @property
    def choices(self) -> list[str]:
        """The texts offered in the last turn."""
        return [choice.text for message in self.turn.messages for choice in message.choices]
