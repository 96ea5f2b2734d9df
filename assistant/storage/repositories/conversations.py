"""Conversations, their events, and the answers to turns already run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.cipher import Cipher
from assistant.storage.clock import new_id, now
from assistant.storage.tables import ConversationRow, EventRow, TurnKeyRow

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ConversationRecord:
    """A stored conversation; ``state`` is the dialogue's state as JSON."""

    id: str
    channel: str
    address: str
    state: Json
    turns: int


class StaleConversation(Exception):
    """Another turn of the same conversation was stored in the meantime."""


class Conversations:
    """Conversations inside one transaction."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def begin(self, channel: str, address: str, state: Json) -> str:
        """Store a new conversation and return its id."""
        at = now()
        row = ConversationRow(
            id=new_id(),
            channel=channel,
            address=address,
            state=self._cipher.seal_json(state, "conversation"),
            turns=0,
            created_at=at,
            updated_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def get(self, conversation_id: str) -> ConversationRecord | None:
        """Return a conversation, or None."""
        return self._record(self._session.get(ConversationRow, conversation_id))

    def latest(self, channel: str, address: str) -> ConversationRecord | None:
        """Return the newest conversation of an address in a channel."""
        query = (
            select(ConversationRow)
            .where(ConversationRow.channel == channel, ConversationRow.address == address)
            .order_by(ConversationRow.created_at.desc())
            .limit(1)
        )
        return self._record(self._session.scalars(query).first())

    def save(self, conversation_id: str, state: Json, event: Json, *, after: int) -> int:
        """Store the state after ``event``; return the number of turns so far.

        Raises:
            StaleConversation: another turn came between: the state was made from turn ``after``, not the last one.
        """
        row = self._session.get_one(ConversationRow, conversation_id, with_for_update=True)
        if row.turns != after:
            raise StaleConversation(conversation_id)
        at = now()
        row.state = self._cipher.seal_json(state, "conversation")
        row.turns += 1
        row.updated_at = at
        sealed = self._cipher.seal_json(event, "event")
        self._session.add(EventRow(conversation_id=conversation_id, number=row.turns, event=sealed, at=at))
        self._session.flush()
        return row.turns

    def events(self, conversation_id: str) -> list[Json]:
        """Return what happened, in order."""
        query = (
            select(EventRow.event)
            .where(EventRow.conversation_id == conversation_id)
            .order_by(EventRow.number)
        )
        return [self._cipher.open_json(sealed, "event") for sealed in self._session.scalars(query)]

    def answered(self, conversation_id: str, key: str) -> Json | None:
        """Return the answer already given to the turn with this key, or None."""
        row = self._session.get(TurnKeyRow, (conversation_id, key))
        return None if row is None else self._cipher.open_json(row.result, "turn")

    def remember_answer(self, conversation_id: str, key: str, result: Json) -> None:
        """Keep the answer to the turn with this key."""
        sealed = self._cipher.seal_json(result, "turn")
        self._session.add(TurnKeyRow(conversation_id=conversation_id, key=key, result=sealed, at=now()))

    def _record(self, row: ConversationRow | None) -> ConversationRecord | None:
        if row is None:
            return None
        state = self._cipher.open_json(row.state, "conversation")
        return ConversationRecord(row.id, row.channel, row.address, state, row.turns)
