"""How much evidence is taken: the dated table ``templates/evidence/limits.yaml``."""

from __future__ import annotations

from functools import lru_cache

import yaml
from pydantic import BaseModel, ConfigDict, PositiveInt

from assistant.settings import settings


class Limits(BaseModel):
    """The table; bytes, pixels, pages and characters, in force since a Jalali day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: str
    file_bytes: PositiveInt
    petition_bytes: PositiveInt
    exhibits: PositiveInt
    title_length: PositiveInt
    image_pixels: PositiveInt
    image_side: PositiveInt
    image_quality: PositiveInt
    pdf_pages: PositiveInt
    pdf_stream_bytes: PositiveInt
    pdf_expanded_bytes: PositiveInt


@lru_cache(maxsize=1)
def limits() -> Limits:
    """Return the limits, read once."""
    path = settings().templates_dir / "evidence" / "limits.yaml"
    return Limits.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def megabytes(size: int) -> int:
    """Return a size in bytes as whole MiB, as people are told it."""
    return size // (1024 * 1024)
