"""The Persian words that papers are put together with, read from ``data/words.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """``data/words.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    county: str
    honour: dict[str, str]
    plurals: dict[str, str]
    same_law: dict[str, str]
    comma: str
    conjunction: str
    own_account: str
    before_name: tuple[str, ...]
    after_name: tuple[str, ...]
    verb_on_name: str
    only_mentioned: dict[str, str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once."""
    path = Path(__file__).parent / "data" / "words.yaml"
    return Words.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))
