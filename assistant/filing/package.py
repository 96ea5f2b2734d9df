"""The filing package: a ZIP of the documents, what was attached, the papers asked for, and a signed manifest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.filing.signing import Signer, is_signed_by, key_id

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PUBLIC_KEY = "public-key.pem"
ATTACHMENTS = "attachments.json"
_FORMAT = 1
_EPOCH = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same content gives the same bytes


class PackageError(Exception):
    """A package is not what its manifest says, or is not signed by the key expected."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package ready to be handed over."""

    tracking_code: str
    form: str
    content: bytes
    sha256: str
    attachments: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.tracking_code}.zip"


def build_package(
    tracking_code: str, form: str, documents: Mapping[str, bytes], attachments: Sequence[str], signer: Signer
) -> Package:
    """Pack ``documents`` (by file name) with the attachments list and a manifest signed by ``signer``."""
    files = dict(documents)
    files[ATTACHMENTS] = _json(
        [{"number": n, "title": title} for n, title in enumerate(attachments, start=1)]
    )
    manifest = _json(
        {
            "format": _FORMAT,
            "tracking_code": tracking_code,
            "form": form,
            "key": signer.key_id,
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
        }
    )
    files |= {MANIFEST: manifest, SIGNATURE: signer.sign(manifest), PUBLIC_KEY: signer.public_pem}
    content = _zip(files)
    return Package(tracking_code, form, content, hashlib.sha256(content).hexdigest(), tuple(attachments))


def verify_package(content: bytes, public_pem: bytes) -> dict[str, bytes]:
    """Return the files of a package; raise :class:`PackageError` when a file, the manifest or the signature is off."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile as error:
        raise PackageError("the package is not a ZIP file") from error
    if MANIFEST not in files or SIGNATURE not in files:
        raise PackageError("the package has no signed manifest")
    if not is_signed_by(public_pem, files[MANIFEST], files[SIGNATURE]):
        raise PackageError(f"the manifest is not signed by key {key_id(public_pem)}")
    listed: dict[str, str] = json.loads(files[MANIFEST])["files"]
    documents = {name: body for name, body in files.items() if name not in {MANIFEST, SIGNATURE, PUBLIC_KEY}}
    if set(listed) != set(documents):
        raise PackageError(f"manifest and files differ: {sorted(set(listed) ^ set(documents))}")
    for name, body in documents.items():
        if hashlib.sha256(body).hexdigest() != listed[name]:
            raise PackageError(f"{name} was changed after signing")
    return documents


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
