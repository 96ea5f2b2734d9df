"""An exhibit (پیوست): a file that was looked at and made anew, ready to be kept and bundled."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from threading import Lock

from assistant.evidence.limits import Limits, limits, megabytes
from assistant.evidence.refusal import Refused
from assistant.evidence.sniffing import Format, sniff
from assistant.evidence.texts import Kind, texts
from assistant.persian import normalize

# A photo of 40 megapixels takes 160 MB of memory while it is open: one after the other.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit; ``content`` is a JPEG or a PDF of our own making, ``digest`` its SHA-256 in hexadecimal."""

    number: int  # from 1, in the order of the bundle
    title: str
    kind: Kind
    pages: int
    content: bytes
    digest: str
    asked_for: str | None = None  # the attachment of the form that it is

    @property
    def media_type(self) -> str:
        """The media type of the content."""
        return "image/jpeg" if self.kind == "image" else "application/pdf"

    @property
    def file_name(self) -> str:
        """A plain name for the content: ``exhibit-1.jpg``."""
        return f"exhibit-{self.number}.{'jpg' if self.kind == 'image' else 'pdf'}"


def make_exhibit(content: bytes, number: int, title: str = "", asked_for: str | None = None) -> Exhibit:
    """Return the exhibit of a file as it came from a citizen.

    Args:
        content: the file; its name and declared type play no part.
        number: its place in the bundle, from 1.
        title: what the citizen calls it; empty for a title that says what it is.
        asked_for: the attachment of the form that it is, where the citizen says so; also the title where none is given.

    Raises:
        Refused: the file or the title is not taken; the message says what to do.
    """
    allowed = limits()
    if len(content) > allowed.file_bytes:
        raise Refused("too-large", megabytes=megabytes(allowed.file_bytes))
    found = sniff(content)
    given = checked_title(title) if title.strip() else ""
    kind: Kind = "pdf" if found == "pdf" else "image"
    with _ONE_AT_A_TIME:
        clean, pages = _clean(content, found, allowed)
    named = given or (asked_for or texts().untitled[kind])[: allowed.title_length]
    return Exhibit(number, named, kind, pages, clean, hashlib.sha256(clean).hexdigest(), asked_for)


def _clean(content: bytes, found: Format, allowed: Limits) -> tuple[bytes, int]:
    """Return the content made anew, and its pages."""
    # The decoders take a moment to import: not at the start of a command that never sees a file.
    if found == "pdf":
        from assistant.evidence.pdfs import clean_pdf

        return clean_pdf(content, allowed)
    from assistant.evidence.images import clean_image

    return clean_image(content, found, allowed), 1


def checked_title(title: str) -> str:
    """Return a title on one line, normalised.

    Raises:
        Refused: ``title``: it is empty or too long.
    """
    plain = " ".join(normalize(title).split())
    longest = limits().title_length
    if not 0 < len(plain) <= longest:
        raise Refused("title", length=longest)
    return plain
