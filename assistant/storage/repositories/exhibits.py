"""Exhibits: files that citizens attached, of a petition or of one that has no form yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.orm import Session, defer

from assistant.storage.cipher import Cipher
from assistant.storage.clock import new_id, now
from assistant.storage.tables import ConversationRow, ExhibitRow

UNCLAIMED = ""  # the form of what was attached before a form was chosen

ExhibitKind = Literal["image", "pdf"]


@dataclass(frozen=True, slots=True)
class StoredExhibit:
    """An exhibit without its content; ``size`` is in bytes."""

    id: str
    conversation_id: str
    form: str
    number: int
    title: str
    kind: ExhibitKind
    pages: int
    size: int
    sha256: str
    asked_for: str | None
    created_at: dt.datetime


class Exhibits:
    """Exhibits inside one transaction."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def lock(self, conversation_id: str) -> None:
        """Let changes to a conversation's exhibits wait for each other, until the transaction ends."""
        self._session.get_one(ConversationRow, conversation_id, with_for_update=True)

    def add(
        self,
        conversation_id: str,
        form: str,
        *,
        number: int,
        title: str,
        kind: ExhibitKind,
        pages: int,
        content: bytes,
        sha256: str,
        asked_for: str | None,
        key: str | None,
    ) -> StoredExhibit:
        """Store an exhibit."""
        row = ExhibitRow(
            id=new_id(),
            conversation_id=conversation_id,
            form=form,
            number=number,
            title=self._sealed(title),
            kind=kind,
            pages=pages,
            size=len(content),
            sha256=sha256,
            asked_for=asked_for,
            content=self._cipher.seal(content, "exhibit"),
            key=key,
            created_at=now(),
        )
        self._session.add(row)
        self._session.flush()
        return self._record(row)

    def of(self, conversation_id: str, form: str) -> list[StoredExhibit]:
        """Return the exhibits of a petition and those that no form has claimed, in order."""
        query = (
            select(ExhibitRow)
            .options(defer(ExhibitRow.content))
            .where(ExhibitRow.conversation_id == conversation_id, ExhibitRow.form.in_((form, UNCLAIMED)))
            .order_by(ExhibitRow.number, ExhibitRow.created_at)
        )
        return [self._record(row) for row in self._session.scalars(query)]

    def get(self, conversation_id: str, exhibit_id: str) -> StoredExhibit | None:
        """Return an exhibit of a conversation, or None."""
        row = self._session.get(ExhibitRow, exhibit_id, options=[defer(ExhibitRow.content)])
        return None if row is None or row.conversation_id != conversation_id else self._record(row)

    def of_key(self, conversation_id: str, key: str) -> StoredExhibit | None:
        """Return the exhibit that the request with this key brought, or None."""
        query = (
            select(ExhibitRow)
            .options(defer(ExhibitRow.content))
            .where(ExhibitRow.conversation_id == conversation_id, ExhibitRow.key == key)
        )
        row = self._session.scalars(query).first()
        return None if row is None else self._record(row)

    def content(self, exhibit_id: str) -> bytes:
        """Return the content of an exhibit that is there."""
        sealed = self._session.scalars(select(ExhibitRow.content).where(ExhibitRow.id == exhibit_id)).one()
        return self._cipher.open(sealed, "exhibit")

    def describe(self, exhibit_id: str, title: str, asked_for: str | None) -> None:
        """Change what an exhibit is called, and which attachment of the form it is."""
        row = self._session.get_one(ExhibitRow, exhibit_id)
        row.title, row.asked_for = self._sealed(title), asked_for
        self._session.flush()

    def order(self, ids: Sequence[str]) -> None:
        """Number exhibits in the order of their ids, from 1."""
        for number, exhibit_id in enumerate(ids, start=1):
            self._session.execute(update(ExhibitRow).where(ExhibitRow.id == exhibit_id).values(number=number))

    def claim(self, conversation_id: str, form: str) -> None:
        """Let what was attached before a form was chosen belong to the petition of a form."""
        self._session.execute(
            update(ExhibitRow)
            .where(ExhibitRow.conversation_id == conversation_id, ExhibitRow.form == UNCLAIMED)
            .values(form=form)
        )

    def remove(self, exhibit_id: str) -> None:
        """Erase an exhibit with its content."""
        self._session.delete(self._session.get_one(ExhibitRow, exhibit_id))
        self._session.flush()

    def _sealed(self, title: str) -> bytes:
        return self._cipher.seal(title.encode(), "exhibit-title")

    def _record(self, row: ExhibitRow) -> StoredExhibit:
        kind: ExhibitKind = "pdf" if row.kind == "pdf" else "image"
        return StoredExhibit(
            id=row.id,
            conversation_id=row.conversation_id,
            form=row.form,
            number=row.number,
            title=self._cipher.open(row.title, "exhibit-title").decode(),
            kind=kind,
            pages=row.pages,
            size=row.size,
            sha256=row.sha256,
            asked_for=row.asked_for,
            created_at=row.created_at,
        )
