"""What was said in a conversation, put together from what is kept of it anyway."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.cipher import Cipher
from assistant.storage.tables import EventRow, MessageRow, TurnKeyRow

Kind = Literal["event", "told", "answer"]
_ORDER: dict[Kind, int] = {"event": 0, "told": 1, "answer": 2}  # of what was stored at the same moment


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, the answer to a turn, or a message from staff or filing; ``content`` is what was stored of it."""

    id: str
    kind: Kind
    at: dt.datetime
    content: dict[str, Any]


class Transcripts:
    """Reads transcripts inside one transaction."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def of(self, conversation_id: str, events: int) -> list[Entry]:
        """Return the last ``events`` events, with all that was answered and told since, oldest first."""
        asked = self._events(conversation_id, events)
        since = min((entry.at for entry in asked), default=None)
        if since is None:
            return []
        entries = [*asked, *self._answers(conversation_id, since), *self._told(conversation_id, since)]
        return sorted(entries, key=lambda entry: (entry.at, _ORDER[entry.kind]))

    def _events(self, conversation_id: str, limit: int) -> list[Entry]:
        query = (
            select(EventRow)
            .where(EventRow.conversation_id == conversation_id)
            .order_by(EventRow.number.desc())
            .limit(limit)
        )
        return [
            Entry(str(row.number), "event", row.at, self._cipher.open_json(row.event, "event"))
            for row in self._session.scalars(query)
        ]

    def _answers(self, conversation_id: str, since: dt.datetime) -> list[Entry]:
        query = select(TurnKeyRow).where(
            TurnKeyRow.conversation_id == conversation_id, TurnKeyRow.at >= since
        )
        return [
            Entry(row.key, "answer", row.at, self._cipher.open_json(row.result, "turn"))
            for row in self._session.scalars(query)
        ]

    def _told(self, conversation_id: str, since: dt.datetime) -> list[Entry]:
        query = select(MessageRow).where(
            MessageRow.conversation_id == conversation_id, MessageRow.created_at >= since
        )
        return [
            Entry(row.id, "told", row.created_at, self._cipher.open_json(row.message, "message"))
            for row in self._session.scalars(query)
        ]
