"""Drafts, their documents and the comments of staff."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.storage.cipher import Cipher
from assistant.storage.clock import new_id, new_tracking_code, now
from assistant.storage.tables import CommentRow, DocumentRow, DraftRow


class DraftStatus(StrEnum):
    """Where a draft stands."""

    CONFIRMED = "confirmed"  # the citizen confirmed it; goes nowhere yet
    QUEUED = "queued"  # waits for staff
    ASKED = "asked"  # staff asked the citizen something
    RETURNED = "returned"  # back with the citizen
    APPROVED = "approved"  # may be handed to filing
    HANDED = "handed"  # the gateway has it
    REPLACED = "replaced"  # a newer version stands in its place


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of a petition."""

    id: str
    conversation_id: str
    form: str
    version: int
    revision: int
    facts: dict[str, Any]
    wording: dict[str, str]  # accounts as they were told, and as they are printed
    tracking_code: str
    status: DraftStatus
    created_by: str
    created_at: dt.datetime
    updated_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document."""

    name: str
    media_type: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, a question to the citizen, or the answer to one."""

    author: str
    kind: str
    field: str | None
    text: str
    at: dt.datetime


class Drafts:
    """Drafts inside one transaction."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def tracking_code(self, conversation_id: str, form: str) -> str:
        """Return the code that all versions of this petition carry; a new one for the first."""
        query = select(DraftRow.tracking_code).where(
            DraftRow.conversation_id == conversation_id, DraftRow.form == form
        )
        return self._session.scalars(query).first() or new_tracking_code()

    def add(
        self,
        conversation_id: str,
        form: str,
        version: int,
        facts: dict[str, Any],
        status: DraftStatus,
        tracking_code: str,
        wording: dict[str, str] | None = None,
    ) -> Draft:
        """Store a citizen's version; earlier open versions of the same petition are replaced by it."""
        self._replace_open(conversation_id, form)
        return self._insert(
            conversation_id, form, version, 0, facts, wording or {}, tracking_code, status, "citizen"
        )

    def revise(self, draft: Draft, facts: dict[str, Any], author: str) -> Draft:
        """Store what staff made of a draft, as the next revision of the same version."""
        self.set_status(draft.id, DraftStatus.REPLACED)
        query = select(func.max(DraftRow.revision)).where(
            DraftRow.conversation_id == draft.conversation_id, DraftRow.version == draft.version
        )
        revision = (self._session.scalar(query) or 0) + 1
        return self._insert(
            draft.conversation_id,
            draft.form,
            draft.version,
            revision,
            facts,
            draft.wording,
            draft.tracking_code,
            draft.status,
            author,
        )

    def get(self, draft_id: str) -> Draft | None:
        """Return a draft, or None."""
        row = self._session.get(DraftRow, draft_id)
        return None if row is None else self._draft(row)

    def of_tracking_code(self, tracking_code: str) -> list[Draft]:
        """Return all drafts that carry a tracking code, newest first."""
        query = (
            select(DraftRow)
            .where(DraftRow.tracking_code == tracking_code)
            .order_by(DraftRow.version.desc(), DraftRow.revision.desc())
        )
        return [self._draft(row) for row in self._session.scalars(query)]

    def latest(self, conversation_id: str, version: int | None = None) -> Draft | None:
        """Return the newest revision of a version, or of the newest version."""
        drafts = self.history(conversation_id)
        return next((draft for draft in drafts if version in (None, draft.version)), None)

    def history(self, conversation_id: str) -> list[Draft]:
        """Return all versions and revisions of a conversation's drafts, newest first."""
        query = (
            select(DraftRow)
            .where(DraftRow.conversation_id == conversation_id)
            .order_by(DraftRow.version.desc(), DraftRow.revision.desc())
        )
        return [self._draft(row) for row in self._session.scalars(query)]

    def with_status(self, *statuses: DraftStatus, limit: int = 200) -> list[Draft]:
        """Return drafts with one of the statuses, oldest first."""
        query = (
            select(DraftRow).where(DraftRow.status.in_(statuses)).order_by(DraftRow.created_at).limit(limit)
        )
        return [self._draft(row) for row in self._session.scalars(query)]

    def set_status(self, draft_id: str, status: DraftStatus) -> None:
        """Move a draft to another status."""
        row = self._session.get_one(DraftRow, draft_id)
        row.status, row.updated_at = status, now()

    def add_document(self, draft_id: str, name: str, media_type: str, content: bytes) -> Document:
        """Store a rendered document."""
        digest = hashlib.sha256(content).hexdigest()
        row = DocumentRow(
            draft_id=draft_id,
            name=name,
            media_type=media_type,
            sha256=digest,
            content=self._cipher.seal(content, "document"),
            created_at=now(),
        )
        self._session.add(row)
        self._session.flush()
        return Document(name, media_type, digest, content)

    def drop_documents(self, draft_id: str, *names: str) -> None:
        """Erase documents of a draft, to have them rendered anew."""
        for name in names:
            row = self._session.get(DocumentRow, (draft_id, name))
            if row is not None:
                self._session.delete(row)
        self._session.flush()

    def documents(self, draft_id: str) -> list[Document]:
        """Return the documents of a draft, by name."""
        query = select(DocumentRow).where(DocumentRow.draft_id == draft_id).order_by(DocumentRow.name)
        return [self._document(row) for row in self._session.scalars(query)]

    def document(self, draft_id: str, name: str) -> Document | None:
        """Return one document of a draft, or None."""
        row = self._session.get(DocumentRow, (draft_id, name))
        return None if row is None else self._document(row)

    def _document(self, row: DocumentRow) -> Document:
        content = self._cipher.open(row.content, "document")
        return Document(row.name, row.media_type, row.sha256, content)

    def comment(self, draft_id: str, author: str, kind: str, text: str, field: str | None = None) -> None:
        """Store a comment, a question or an answer."""
        row = CommentRow(
            id=new_id(),
            draft_id=draft_id,
            author=author,
            kind=kind,
            field=field,
            text=self._cipher.seal(text.encode(), "comment"),
            at=now(),
        )
        self._session.add(row)
        self._session.flush()

    def comments(self, conversation_id: str) -> list[Comment]:
        """Return all comments on a conversation's drafts, oldest first."""
        query = (
            select(CommentRow)
            .join(DraftRow, DraftRow.id == CommentRow.draft_id)
            .where(DraftRow.conversation_id == conversation_id)
            .order_by(CommentRow.at)
        )
        return [
            Comment(row.author, row.kind, row.field, self._cipher.open(row.text, "comment").decode(), row.at)
            for row in self._session.scalars(query)
        ]

    def _replace_open(self, conversation_id: str, form: str) -> None:
        still_open = (DraftStatus.CONFIRMED, DraftStatus.QUEUED, DraftStatus.ASKED, DraftStatus.RETURNED)
        query = select(DraftRow).where(
            DraftRow.conversation_id == conversation_id,
            DraftRow.form == form,
            DraftRow.status.in_(still_open),
        )
        for row in self._session.scalars(query):
            row.status, row.updated_at = DraftStatus.REPLACED, now()

    def _insert(
        self,
        conversation_id: str,
        form: str,
        version: int,
        revision: int,
        facts: dict[str, Any],
        wording: dict[str, str],
        tracking_code: str,
        status: DraftStatus,
        author: str,
    ) -> Draft:
        at = now()
        row = DraftRow(
            id=new_id(),
            conversation_id=conversation_id,
            form=form,
            version=version,
            revision=revision,
            facts=self._cipher.seal_json(facts, "facts"),
            wording=self._cipher.seal_json(wording, "wording") if wording else None,
            tracking_code=tracking_code,
            status=status,
            created_by=author,
            created_at=at,
            updated_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return self._draft(row)

    def _draft(self, row: DraftRow) -> Draft:
        return Draft(
            id=row.id,
            conversation_id=row.conversation_id,
            form=row.form,
            version=row.version,
            revision=row.revision,
            facts=self._cipher.open_json(row.facts, "facts"),
            wording=self._cipher.open_json(row.wording, "wording") if row.wording else {},
            tracking_code=row.tracking_code,
            status=DraftStatus(row.status),
            created_by=row.created_by,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
