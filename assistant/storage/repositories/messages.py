"""Messages for citizens that no turn of theirs has carried: written with their cause, delivered later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.cipher import Cipher
from assistant.storage.clock import new_id, now
from assistant.storage.tables import ConversationRow, MessageRow


@dataclass(frozen=True, slots=True)
class WaitingMessage:
    """A message on its way to an address of a channel."""

    id: str
    conversation_id: str
    address: str
    message: dict[str, Any]


class Messages:
    """The outbox of messages inside one transaction."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def post(self, conversation_id: str, message: dict[str, Any]) -> None:
        """Put a message in the outbox of the conversation's channel."""
        conversation = self._session.get_one(ConversationRow, conversation_id)
        row = MessageRow(
            id=new_id(),
            conversation_id=conversation_id,
            channel=conversation.channel,
            message=self._cipher.seal_json(message, "message"),
            created_at=now(),
            delivered_at=None,
        )
        self._session.add(row)

    def waiting(self, channel: str, limit: int = 50) -> list[WaitingMessage]:
        """Return the oldest messages of a channel not delivered yet."""
        query = (
            select(MessageRow, ConversationRow.address)
            .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
            .where(MessageRow.channel == channel, MessageRow.delivered_at.is_(None))
            .order_by(MessageRow.created_at)
            .limit(limit)
        )
        return [self._record(row, address) for row, address in self._session.execute(query)]

    def waiting_for(self, conversation_id: str) -> list[WaitingMessage]:
        """Return the messages of one conversation not delivered yet, oldest first."""
        query = (
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id, MessageRow.delivered_at.is_(None))
            .order_by(MessageRow.created_at)
        )
        return [self._record(row, "") for row in self._session.scalars(query)]

    def delivered(self, message_id: str) -> None:
        """Note that a message has reached its channel."""
        self._session.get_one(MessageRow, message_id).delivered_at = now()

    def _record(self, row: MessageRow, address: str) -> WaitingMessage:
        message = self._cipher.open_json(row.message, "message")
        return WaitingMessage(row.id, row.conversation_id, address, message)
