"""The tables. What identifies a person is sealed (see :mod:`assistant.storage.cipher`) before it gets here."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[dt.datetime]):
    """An aware UTC moment, kept without a zone where the database has none (SQLite)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store UTC; a naive moment is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Return the moment in UTC."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Base(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map: ClassVar[dict[type, object]] = {
        dt.datetime: Moment,
        int: BigInteger,
        bytes: LargeBinary,
    }


class ConversationRow(Base):
    """A conversation; ``state`` is the sealed JSON of the dialogue's state, ``turns`` guards against lost updates."""

    __tablename__ = "conversations"
    __table_args__ = (Index("ix_conversations_address", "channel", "address"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))  # web, cli, telegram, bale, …
    address: Mapped[str] = mapped_column(String(80))  # where the channel reaches the person
    state: Mapped[bytes]
    turns: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]


class EventRow(Base):
    """What happened in a conversation, in order: the state can be replayed from it."""

    __tablename__ = "events"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event: Mapped[bytes]  # sealed JSON
    at: Mapped[dt.datetime]


class TurnKeyRow(Base):
    """The answer already given for an idempotency key: the same turn sent twice is answered, not run, twice."""

    __tablename__ = "turn_keys"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    result: Mapped[bytes]  # sealed JSON
    at: Mapped[dt.datetime]


class MessageRow(Base):
    """A message for a citizen that no turn of theirs has carried yet: from staff, or from filing."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_waiting", "channel", "delivered_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    channel: Mapped[str] = mapped_column(String(20))
    message: Mapped[bytes]  # sealed JSON
    created_at: Mapped[dt.datetime]
    delivered_at: Mapped[dt.datetime | None]


class DraftRow(Base):
    """A version of a petition: what the citizen confirmed, or what staff made of it."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("conversation_id", "version", "revision"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    form: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]  # of the citizen's facts
    revision: Mapped[int] = mapped_column(default=0)  # of staff, within a version
    facts: Mapped[bytes]  # sealed JSON
    wording: Mapped[bytes | None]  # sealed JSON: accounts that are printed in other words
    tracking_code: Mapped[str] = mapped_column(String(24), index=True)
    status: Mapped[str] = mapped_column(String(16), index=True)
    created_by: Mapped[str] = mapped_column(String(80))  # "citizen" or a staff name
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]


class DocumentRow(Base):
    """A rendered document of a draft."""

    __tablename__ = "documents"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)  # petition.pdf, petition.docx, …
    media_type: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes]  # sealed
    created_at: Mapped[dt.datetime]


class ExhibitRow(Base):
    """A file that a citizen attached to a petition, as it was made anew; ``form`` is empty until one is chosen."""

    __tablename__ = "exhibits"
    __table_args__ = (UniqueConstraint("conversation_id", "key"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    form: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]  # its place among the exhibits of the petition, from 1
    title: Mapped[bytes]  # sealed
    kind: Mapped[str] = mapped_column(String(8))  # image, pdf
    pages: Mapped[int]
    size: Mapped[int]  # of the content, in bytes
    sha256: Mapped[str] = mapped_column(String(64))
    asked_for: Mapped[str | None] = mapped_column(Text)  # the attachment of the form that it is
    content: Mapped[bytes]  # sealed
    key: Mapped[str | None] = mapped_column(
        String(120)
    )  # of the request that brought it: sent again, it is found
    created_at: Mapped[dt.datetime]


class CommentRow(Base):
    """A comment of staff on a draft, or a question put to the citizen with the answer that came back."""

    __tablename__ = "comments"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id"), index=True)
    author: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))  # comment, question, answer
    field: Mapped[str | None] = mapped_column(String(60))
    text: Mapped[bytes]  # sealed
    at: Mapped[dt.datetime]


class AuditRow(Base):
    """The audit trail: every row holds the hash of the one before, so that a gap or a change shows."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime]
    actor: Mapped[str] = mapped_column(String(80))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80), index=True)
    detail: Mapped[str] = mapped_column(Text)  # JSON without personal data
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class FilingRow(Base):
    """A draft handed, or to be handed, to a gateway: one row a draft, so nothing is filed twice."""

    __tablename__ = "filings"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id"), primary_key=True)
    gateway: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(16), index=True)  # waiting, handed, failed
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[dt.datetime]
    package_sha256: Mapped[str | None] = mapped_column(String(64))
    receipt: Mapped[str | None] = mapped_column(Text)  # JSON of the gateway's answer
    error: Mapped[str | None] = mapped_column(Text)
    updated_at: Mapped[dt.datetime]


class StaffRow(Base):
    """A member of legal staff."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))  # reviewer, administrator
    password_hash: Mapped[str] = mapped_column(String(200))  # argon2id
    active: Mapped[bool] = mapped_column(default=True)
    failures: Mapped[int] = mapped_column(default=0)  # wrong passwords in a row
    locked_until: Mapped[dt.datetime | None]
    session_epoch: Mapped[int] = mapped_column(default=0)  # raising it ends every open session
    created_at: Mapped[dt.datetime]


class UpdateRow(Base):
    """A messenger's update that has been taken: the same one again is dropped."""

    __tablename__ = "updates"

    bot: Mapped[str] = mapped_column(String(40), primary_key=True)
    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime]
