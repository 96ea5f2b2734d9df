"""The words and files of the page layouts under ``templates/documents``."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno
import yaml
from PIL import Image
from pydantic import BaseModel, ConfigDict

from assistant.settings import settings

_DOTS = 6  # on a side of a module of the QR code's picture
_INK = bytes([255, 0]) + bytes(254)  # a module that is set is black


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
    matrix = _qr(code).matrix
    modules = Image.frombytes("L", (len(matrix),) * 2, b"".join(matrix).translate(_INK)).convert("1")
    out = BytesIO()
    modules.resize((len(matrix) * _DOTS,) * 2, Image.Resampling.NEAREST).save(out, "png")
    return out.getvalue()


@lru_cache(maxsize=16)
def _qr(code: str) -> segno.QRCode:
    # The PDF and the DOCX of a draft carry the same code: it is worked out once.
    return segno.make(code, micro=False, error="m")
