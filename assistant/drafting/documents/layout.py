"""The words and files of the page layouts under ``templates/documents``."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno
import yaml
from pydantic import BaseModel, ConfigDict

from assistant.settings import settings


class Words(BaseModel):
    """What the pages print around a petition."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    basmala: str
    date: str
    tracking: str
    page: str  # with {page} and {pages}
    sign: str


def layouts() -> Path:
    """The folder of the page layouts."""
    return settings().templates_dir / "documents"


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of the layouts, read once."""
    return Words.model_validate(yaml.load((layouts() / "layout.yaml").read_bytes(), yaml.CSafeLoader))


def qr_svg(code: str) -> str:
    """A QR code as SVG."""
    return str(_qr(code).svg_inline(border=0, scale=1, omitsize=False))


def qr_png(code: str) -> bytes:
    """A QR code as PNG."""
    out = BytesIO()
    _qr(code).save(out, kind="png", border=0, scale=6)
    return out.getvalue()


@lru_cache(maxsize=16)
def _qr(code: str) -> segno.QRCode:
    # The PDF and the DOCX of a draft carry the same code: it is worked out once.
    return segno.make(code, micro=False, error="m")
