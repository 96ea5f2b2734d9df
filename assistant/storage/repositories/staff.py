"""Members of legal staff."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.storage.clock import now
from assistant.storage.tables import StaffRow


class Role(StrEnum):
    """What a member of staff may do."""

    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A member of legal staff."""

    name: str
    role: Role
    password_hash: str
    active: bool
    failures: int
    locked_until: dt.datetime | None
    session_epoch: int


class StaffMembers:
    """Accounts of staff inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, role: Role, password_hash: str) -> bool:
        """Store an account; False when the name is taken."""
        if self._session.get(StaffRow, name) is not None:
            return False
        self._session.add(StaffRow(name=name, role=role, password_hash=password_hash, created_at=now()))
        self._session.flush()
        return True

    def get(self, name: str) -> StaffMember | None:
        """Return an account, or None."""
        row = self._session.get(StaffRow, name)
        return None if row is None else _member(row)

    def all(self) -> list[StaffMember]:
        """Return all accounts by name."""
        return [_member(row) for row in self._session.scalars(select(StaffRow).order_by(StaffRow.name))]

    def failed(self, name: str, locked_until: dt.datetime | None) -> None:
        """Note a wrong password, and until when the account is locked for it."""
        row = self._session.get_one(StaffRow, name)
        row.failures += 1
        row.locked_until = locked_until

    def entered(self, name: str) -> None:
        """Note a right password."""
        row = self._session.get_one(StaffRow, name)
        row.failures, row.locked_until = 0, None

    def set_password(self, name: str, password_hash: str) -> None:
        """Change a password; open sessions end."""
        row = self._session.get_one(StaffRow, name)
        row.password_hash = password_hash
        row.session_epoch += 1

    def set_active(self, name: str, active: bool) -> None:
        """Open or close an account; open sessions end."""
        row = self._session.get_one(StaffRow, name)
        row.active = active
        row.session_epoch += 1


def _member(row: StaffRow) -> StaffMember:
    return StaffMember(
        row.name,
        Role(row.role),
        row.password_hash,
        row.active,
        row.failures,
        row.locked_until,
        row.session_epoch,
    )
