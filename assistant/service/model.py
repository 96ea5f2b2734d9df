"""What a channel gets from the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.dialogue import Message, Turn, snapshot

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A rendered document, to be fetched with :meth:`Service.document`."""

    draft_id: str
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What a channel shows after a turn.

    ``line`` is the contract's line but for ``documents``; ``messages`` are richer: choices with ids, HTML where a
    message has it.
    """

    line: Json
    messages: tuple[Json, ...]
    documents: tuple[DocumentRef, ...] = ()

    def as_json(self) -> Json:
        """Return the result as JSON, to be kept or sent."""
        documents = [[ref.draft_id, ref.name, ref.media_type] for ref in self.documents]
        return {"line": self.line, "messages": list(self.messages), "documents": documents}

    @classmethod
    def from_json(cls, value: Json) -> TurnResult:
        """Return the result that :meth:`as_json` made."""
        documents = tuple(DocumentRef(*ref) for ref in value["documents"])
        return cls(value["line"], tuple(value["messages"]), documents)


def result_of(turn: Turn, documents: tuple[DocumentRef, ...] = ()) -> TurnResult:
    """Return a turn as channels show it."""
    return TurnResult(snapshot(turn), tuple(message_json(m) for m in turn.messages), documents)


def message_json(message: Message) -> Json:
    """Return a message with its choices and, where there is one, its richer form."""
    choices = [{"id": choice.id, "text": choice.text} for choice in message.choices]
    return {"text": message.text, "choices": choices, "html": message.html}
