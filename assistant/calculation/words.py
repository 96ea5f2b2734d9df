"""The Persian words of this room, read from ``words.yaml`` beside this file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.persian import search_text


class Words(BaseModel):
    """All words of the room; those that are read are keys of :func:`search_text`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    agree: frozenset[str]
    deny: frozenset[str]
    nothing: frozenset[str]
    today: frozenset[str]
    counted: tuple[str, ...]
    further_kin: tuple[str, ...]
    year: str
    until: str
    other_sums: tuple[str, ...]
    yes: str
    no: str
    son: str
    daughter: str
    of_branch: str
    whole: str
    about: str
    percent: str
    months: str
    months_and_days: str
    days: str
    fraction: str
    cited: str
    examples: dict[str, str]
    problems: dict[str, str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once."""
    loaded = yaml.load(Path(__file__).with_name("words.yaml").read_bytes(), yaml.CSafeLoader)
    read = {
        name: [search_text(str(word)) for word in loaded[name]]
        for name in ("agree", "deny", "nothing", "today")
    }
    return Words.model_validate(loaded | read)
