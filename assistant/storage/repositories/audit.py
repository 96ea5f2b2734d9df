"""The audit trail: a chain of hashes, so that a row removed or changed afterwards shows."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.clock import now
from assistant.storage.tables import AuditRow

_START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which subject, and when."""

    number: int
    at: dt.datetime
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]


class Audit:
    """The audit trail inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record(self, actor: str, action: str, subject: str, **detail: Any) -> None:
        """Append an entry; ``detail`` must hold no personal data."""
        last = self._session.scalars(select(AuditRow).order_by(AuditRow.number.desc()).limit(1)).first()
        row = AuditRow(
            number=1 if last is None else last.number + 1,
            at=now(),
            actor=actor,
            action=action,
            subject=subject,
            detail=json.dumps(detail, ensure_ascii=False, sort_keys=True),
            previous=_START if last is None else last.digest,
        )
        row.digest = _digest(row)
        self._session.add(row)
        self._session.flush()

    def trail(self, subject: str) -> list[AuditEntry]:
        """Return the entries of a subject, oldest first."""
        query = select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.number)
        return [_entry(row) for row in self._session.scalars(query)]

    def recent(self, limit: int = 100) -> list[AuditEntry]:
        """Return the newest entries, newest first."""
        query = select(AuditRow).order_by(AuditRow.number.desc()).limit(limit)
        return [_entry(row) for row in self._session.scalars(query)]

    def first_break(self) -> int | None:
        """Return the number of the first entry that doesn't follow from the one before, or None when all do."""
        previous = _START
        for number, row in enumerate(
            self._session.scalars(select(AuditRow).order_by(AuditRow.number)), start=1
        ):
            if row.number != number or row.previous != previous or row.digest != _digest(row):
                return number
            previous = row.digest
        return None


def _digest(row: AuditRow) -> str:
    parts = (row.number, row.at.isoformat(), row.actor, row.action, row.subject, row.detail, row.previous)
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(row.number, row.at, row.actor, row.action, row.subject, json.loads(row.detail))
