"""Drafts on their way to a gateway: one row a draft, so that nothing is filed twice."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.clock import now
from assistant.storage.tables import FilingRow

WAITING, HANDED, FAILED = "waiting", "handed", "failed"


@dataclass(frozen=True, slots=True)
class Filing:
    """A hand-over to a gateway."""

    draft_id: str
    gateway: str
    status: str
    attempts: int
    package_sha256: str | None
    receipt: dict[str, Any] | None
    error: str | None


class Filings:
    """The filing outbox inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def enqueue(self, draft_id: str, gateway: str) -> bool:
        """Put a draft in the outbox; False when it is there already."""
        if self._session.get(FilingRow, draft_id) is not None:
            return False
        at = now()
        row = FilingRow(draft_id=draft_id, gateway=gateway, status=WAITING, next_attempt_at=at, updated_at=at)
        self._session.add(row)
        self._session.flush()
        return True

    def get(self, draft_id: str) -> Filing | None:
        """Return the filing of a draft, or None."""
        row = self._session.get(FilingRow, draft_id)
        return None if row is None else _filing(row)

    def due(self, limit: int = 20) -> list[Filing]:
        """Return filings whose next attempt is due, oldest first; other workers pass over them."""
        query = (
            select(FilingRow)
            .where(FilingRow.status == WAITING, FilingRow.next_attempt_at <= now())
            .order_by(FilingRow.next_attempt_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [_filing(row) for row in self._session.scalars(query)]

    def handed(self, draft_id: str, package_sha256: str, receipt: dict[str, Any]) -> None:
        """Note that the gateway has taken the package."""
        row = self._session.get_one(FilingRow, draft_id)
        row.status, row.package_sha256, row.error = HANDED, package_sha256, None
        row.receipt = json.dumps(receipt, ensure_ascii=False)
        row.attempts += 1
        row.updated_at = now()

    def postpone(self, draft_id: str, error: str, wait: dt.timedelta | None) -> None:
        """Note a failed attempt; the next one is after ``wait``, or never when that is None."""
        row = self._session.get_one(FilingRow, draft_id)
        row.attempts += 1
        row.error, row.updated_at = error, now()
        if wait is None:
            row.status = FAILED
        else:
            row.next_attempt_at = now() + wait


def _filing(row: FilingRow) -> Filing:
    receipt = None if row.receipt is None else json.loads(row.receipt)
    return Filing(row.draft_id, row.gateway, row.status, row.attempts, row.package_sha256, receipt, row.error)
