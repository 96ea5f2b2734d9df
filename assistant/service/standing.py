"""How a conversation stands: all that a channel needs to go on after a reload, or on another device."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.dialogue import Conversation, World, missing, welcome
from assistant.dialogue.fields import show
from assistant.service.model import DocumentRef, Json, message_json
from assistant.storage import ConversationRecord, Unit
from assistant.storage.repositories.transcripts import Entry

EVENTS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation is; ``line`` is the contract's line but for messages and documents.

    ``transcript`` holds what was said last, oldest first: ``id`` (of a message from staff or filing, else None),
    ``by`` (citizen or assistant), ``text``, ``choices``, ``html`` and ``documents``.
    """

    line: Json
    transcript: tuple[Json, ...]
    documents: tuple[DocumentRef, ...]


def standing(unit: Unit, record: ConversationRecord, world: World) -> Standing:
    """Return how a stored conversation stands."""
    now = Conversation.model_validate(record.state)
    line = {
        "state": now.state,
        "form": now.form,
        "asking": now.asking,
        "facts": dict(now.facts),
        "missing": list(missing(now, world)),
    }
    said = _transcript(unit.transcripts.of(record.id, EVENTS_SHOWN))
    opening = [_line("assistant", message_json(welcome()))] if record.turns <= EVENTS_SHOWN else []
    return Standing(line, (*opening, *said), _documents(unit, record.id))


def road(line: Json, world: World) -> Json:
    """Return how far the form of a line is: its title, the facts known and those still missing, as people read them."""
    slug = line["form"]
    if slug is None:
        return {"title": None, "known": [], "missing": []}
    fields = world.interview(slug).fields
    known = [
        {
            "field": name,
            "label": field.label,
            "value": show(field, line["facts"][name]),
            "required": field.required,
        }
        for name, field in fields.items()
        if name in line["facts"]
    ]
    still = [{"field": name, "label": fields[name].label} for name in line["missing"]]
    return {"title": world.title(slug), "known": known, "missing": still}


def _transcript(entries: Iterable[Entry]) -> list[Json]:
    lines: list[Json] = []
    offered = {choice.id: choice.text for choice in welcome().choices}
    for entry in entries:
        for line in _lines(entry, offered):
            lines.append(line)
            offered |= {choice["id"]: choice["text"] for choice in line["choices"]}
    return lines


def _lines(entry: Entry, offered: dict[str, str]) -> list[Json]:
    match entry.kind:
        case "event":
            text = _said(entry.content, offered)
            return [] if text is None else [_line("citizen", {"text": text, "choices": [], "html": None})]
        case "told":
            return [_line("assistant", entry.content, entry.id)]
        case "answer":
            lines = [_line("assistant", message) for message in entry.content["messages"]]
            if lines:
                lines[-1]["documents"] = entry.content["documents"]
            return lines


def _said(event: dict[str, Any], offered: dict[str, str]) -> str | None:
    if event["kind"] == "chose":
        return offered.get(event["choice_id"])
    return event["text"] if event["kind"] == "said" else None


def _line(by: str, message: Json, id_: str | None = None) -> Json:
    return {"id": id_, "by": by, **message, "documents": []}


def _documents(unit: Unit, conversation_id: str) -> tuple[DocumentRef, ...]:
    draft = unit.drafts.latest(conversation_id)
    if draft is None:
        return ()
    return tuple(
        DocumentRef(draft.id, item.name, item.media_type) for item in unit.drafts.documents(draft.id)
    )
