"""What a file is, by its content: a name or a declared type is only a claim."""

from __future__ import annotations

import re
from typing import Literal

from assistant.evidence.refusal import Refused

Format = Literal["jpeg", "png", "webp", "pdf"]

_BLANKS = b"\xef\xbb\xbf \t\r\n\0"  # what some programs leave before «%PDF-»
_BRANDS_OF_HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
_OFFICE = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
)

# What makes a second program of a picture or a PDF: readers look for these near the beginning.
_HEAD = 4096  # bytes
_SECOND = re.compile(
    rb"<\?php|<!doctype|<(?:html|head|body|script|svg|iframe)[\s>]|^#!|%!PS-Adobe", re.IGNORECASE
)
_END_OF_ZIP = b"PK\x05\x06"
_ZIP_TAIL = 22  # bytes of the record that ends a ZIP, before its comment
_LONGEST_COMMENT = 0xFFFF


def sniff(content: bytes) -> Format:
    """Return what a file is.

    Raises:
        Refused: ``empty``; ``heic`` and ``office``, whose message says what to send; ``two-in-one`` where a second
            kind of file hides in a good one; ``unknown-kind`` for everything else.
    """
    if not content:
        raise Refused("empty")
    found = _by_signature(content)
    if found is None:
        raise Refused(_refusal_of(content))
    if _holds_another(content, found):
        raise Refused("two-in-one")
    return found


def _by_signature(content: bytes) -> Format | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    if content[:64].lstrip(_BLANKS).startswith(b"%PDF-"):
        return "pdf"
    return None


def _refusal_of(content: bytes) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in _BRANDS_OF_HEIF:
        return "heic"
    return "office" if content.startswith(_OFFICE) else "unknown-kind"


def _holds_another(content: bytes, found: Format) -> bool:
    head = content[:_HEAD]
    hidden_pdf = found != "pdf" and b"%PDF-" in head
    return hidden_pdf or _SECOND.search(head) is not None or _ends_as_zip(content)


def _ends_as_zip(content: bytes) -> bool:
    """Whether a ZIP (or JAR, or Office file) ends exactly where the file ends; ZIPs are read from their end."""
    tail = content[-(_ZIP_TAIL + _LONGEST_COMMENT) :]
    at = tail.rfind(_END_OF_ZIP)
    while at >= 0:
        comment = int.from_bytes(tail[at + 20 : at + 22], "little")
        if at + _ZIP_TAIL + comment == len(tail):
            return True
        at = tail.rfind(_END_OF_ZIP, 0, at)
    return False
