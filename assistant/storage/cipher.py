"""Sealing of personal data: AES-256-GCM with a fresh nonce for every value."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_KEY_BYTES = 32


class SealError(Exception):
    """A sealed value can't be opened: another key, or the value was changed."""


class Cipher:
    """Seals and opens values with one key; the purpose is bound to the value, so it can't be moved elsewhere."""

    def __init__(self, key: bytes) -> None:
        if len(key) != _KEY_BYTES:
            raise ValueError(f"the encryption key needs {_KEY_BYTES} bytes, got {len(key)}")
        self._aead = AESGCM(key)

    def seal(self, value: bytes, purpose: str) -> bytes:
        """Return nonce and ciphertext of ``value``."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, value, purpose.encode())

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """Return the value; raise :class:`SealError` when key, purpose or value don't fit."""
        try:
            return self._aead.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose.encode())
        except InvalidTag as error:
            raise SealError(
                f"a sealed value ({purpose}) can't be opened: is DADKHAH_ENCRYPTION_KEY the same?"
            ) from error

    def seal_json(self, value: Any, purpose: str) -> bytes:
        """Seal ``value`` as JSON."""
        return self.seal(json.dumps(value, ensure_ascii=False).encode(), purpose)

    def open_json(self, sealed: bytes, purpose: str) -> Any:
        """Return the JSON value of ``sealed``."""
        return json.loads(self.open(sealed, purpose))


def secret(given: str | None, file: Path) -> bytes:
    """Return a key of 32 bytes: ``given`` (URL-safe base64), or the one in ``file``.

    The file is made on first use and readable by its owner only.
    """
    if given:
        return base64.urlsafe_b64decode(given)
    try:
        return base64.urlsafe_b64decode(file.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was first
            return secret(None, file)
        key = os.urandom(_KEY_BYTES)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(base64.urlsafe_b64encode(key).decode())
        return key
