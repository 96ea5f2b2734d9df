"""Accounts of legal staff: argon2id passwords, and a lock after repeated wrong ones."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.storage import Role, StaffMember, Unit
from assistant.storage.clock import now

SHORTEST_PASSWORD = 10
_FREE_FAILURES = 5
_LOCK = dt.timedelta(minutes=15)
_hasher = PasswordHasher()


class AccountError(Exception):
    """An account can't be made or entered; ``code`` names the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def add_staff(unit: Unit, name: str, role: Role, password: str, actor: str) -> None:
    """Make an account.

    Raises:
        AccountError: ``weak-password`` under 10 characters, ``empty-name``, ``name-taken``.
    """
    name = name.strip()
    if not name:
        raise AccountError("empty-name")
    if len(password) < SHORTEST_PASSWORD:
        raise AccountError("weak-password")
    if not unit.staff.add(name, role, _hasher.hash(password)):
        raise AccountError("name-taken")
    unit.audit.record(actor, "staff-added", name, role=role)


def enter(unit: Unit, name: str, password: str) -> StaffMember | None:
    """Return the member whose name and password fit, or None: wrong, closed and locked look alike from outside."""
    member = unit.staff.get(name)
    stored = _nobody() if member is None else member.password_hash
    fits = _fits(stored, password)
    if member is None or not member.active or (member.locked_until and member.locked_until > now()):
        return None
    if not fits:
        lock = now() + _LOCK if member.failures + 1 >= _FREE_FAILURES else None
        unit.staff.failed(name, lock)
        unit.audit.record(name, "login-failed", name, locked=lock is not None)
        return None
    unit.staff.entered(name)
    if _hasher.check_needs_rehash(stored):
        unit.staff.set_password(name, _hasher.hash(password))
    unit.audit.record(name, "login", name)
    return unit.staff.get(name)


@lru_cache(maxsize=1)
def _nobody() -> str:
    # Hashed like a real one, so that an unknown name takes as long as a known one.
    return _hasher.hash("nobody has this password")


def _fits(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
