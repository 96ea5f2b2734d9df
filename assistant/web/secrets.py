"""Tokens of conversations and of staff sessions, and the signatures of gateways: made and checked here only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import SecretStr

from assistant.settings import Settings
from assistant.storage import StaffMember, Unit, secret

SESSION_SECONDS = 8 * 60 * 60
SIGNATURE_SECONDS = 5 * 60  # how old a signed report may be


@dataclass(frozen=True, slots=True)
class Secrets:
    """The keys of the web edge."""

    session_key: bytes
    callback_key: bytes

    @classmethod
    def open(cls, settings: Settings) -> Secrets:
        """Return the keys of the settings; keys not given are made under ``data_dir/keys``."""
        folder = settings.data_dir / "keys"
        return cls(
            secret(_given(settings.session_secret), folder / "sessions.key"),
            secret(_given(settings.callback_secret), folder / "callbacks.key"),
        )

    def conversation_token(self, key: str | None) -> str:
        """Return a token of 32 bytes; with an idempotency key the same one each time."""
        if key is None:
            return secrets.token_urlsafe(32)
        made = hmac.digest(self.session_key, b"conversation\0" + key.encode(), "sha256")
        return base64.urlsafe_b64encode(made).decode().rstrip("=")

    def staff_token(self, member: StaffMember) -> str:
        """Return the token of a session; it ends with :data:`SESSION_SECONDS`, or when the account changes."""
        return self._sessions().dumps([member.name, member.session_epoch])

    def staff_member(self, unit: Unit, token: str) -> StaffMember | None:
        """Return whose session a token is, or None when it is no session any more."""
        try:
            name, epoch = self._sessions().loads(token, max_age=SESSION_SECONDS)
        except BadSignature:
            return None
        member = unit.staff.get(name)
        if member is None or not member.active or member.session_epoch != epoch:
            return None
        return member

    def signature(self, timestamp: str, body: bytes) -> str:
        """Return the signature of a gateway's report: HMAC-SHA256 over its timestamp, a dot and its body."""
        return hmac.new(self.callback_key, timestamp.encode() + b"." + body, "sha256").hexdigest()

    def is_signed(self, timestamp: str, body: bytes, signature: str) -> bool:
        """Say whether a report is signed, and signed lately; ``timestamp`` is in seconds since 1970."""
        if not timestamp.isascii() or not timestamp.isdigit():
            return False
        fresh = abs(time.time() - int(timestamp)) <= SIGNATURE_SECONDS
        fits = hmac.compare_digest(self.signature(timestamp, body).encode(), signature.encode())
        return fits and fresh

    def _sessions(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.session_key, salt="staff-session")


def address_of(token: str) -> str:
    """Return what is kept of a conversation's token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def _given(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None
