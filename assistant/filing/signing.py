"""The signature under a filing package: Ed25519 over its manifest."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)


class Signer:
    """Signs manifests with the service's own key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def open(cls, file: Path) -> Signer:
        """Return the signer of the key in ``file``; a missing key is made, readable by its owner only."""
        if not file.exists():
            _make_key(file)
        key = load_pem_private_key(file.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise ValueError(
                f"{file.name} holds a key that is not Ed25519; move it away to have a new one made"
            )
        return cls(key)

    def sign(self, manifest: bytes) -> bytes:
        """Return the signature (64 bytes) of ``manifest``."""
        return self._key.sign(manifest)

    @property
    def public_pem(self) -> bytes:
        """The public key, to be given to whoever receives packages."""
        return self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    @property
    def key_id(self) -> str:
        """A short name of the public key: the first 16 hexadecimal digits of its SHA-256."""
        return key_id(self.public_pem)


def key_id(public_pem: bytes) -> str:
    """Return the short name of a public key."""
    return hashlib.sha256(public_pem).hexdigest()[:16]


def is_signed_by(public_pem: bytes, manifest: bytes, signature: bytes) -> bool:
    """Say whether ``signature`` under ``manifest`` is by the owner of the public key."""
    key = load_pem_public_key(public_pem)
    if not isinstance(key, Ed25519PublicKey):
        return False
    try:
        key.verify(signature, manifest)
    except InvalidSignature:
        return False
    return True


def _make_key(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first: its key stands
        return
    with os.fdopen(handle, "wb") as out:
        out.write(pem)
