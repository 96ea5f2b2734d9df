"""The tables of cues and names, compiled once from ``drafting/data``."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.extraction.folding import fold, squeeze
from assistant.drafting.places import county_names

_DATA = Path(__file__).resolve().parent.parent / "data"
Patterns = dict[str, tuple[str, ...]]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NumberCue(_Table):
    """A number of so many digits (``16`` or ``16-18``), with the cues that stand near it."""

    digits: int | str
    cues: tuple[str, ...]

    @property
    def length(self) -> tuple[int, int]:
        """Least and greatest number of digits."""
        least, _, greatest = str(self.digits).partition("-")
        return int(least), int(greatest or least)


class YesNoCue(_Table):
    """What says yes and what says no."""

    affirm: tuple[str, ...]
    deny: tuple[str, ...]


class Cues(_Table):
    """``data/cues.yaml``."""

    others: tuple[str, ...]
    relations: tuple[str, ...]
    dates: Patterns
    amounts: Patterns
    identifiers: dict[str, NumberCue]
    patterns: Patterns
    addresses: Patterns
    address_words: str
    address_ends: str
    flags: dict[str, YesNoCue]
    names: dict[str, str]


class NameWords(BaseModel):
    """``data/names.yaml``, folded."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    first: frozenset[str]
    before: frozenset[str]
    titles: frozenset[str]
    surname_tails: frozenset[str]
    stop: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, read once."""
    return Cues.model_validate(yaml.load((_DATA / "cues.yaml").read_bytes(), yaml.CSafeLoader))


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """First names and the words around them, as single folded words."""
    tables: dict[str, list[str]] = yaml.load((_DATA / "names.yaml").read_bytes(), yaml.CSafeLoader)
    return NameWords.model_validate(
        {
            table: {part for word in words for part in fold(word).split()[:1]} if table == "stop"
            else {part for word in words for part in fold(word).split()}
            for table, words in tables.items()
        }
    )  # fmt: skip


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables; COUNTY and OTHERS stand for their words."""
    folded = fold(pattern)
    if "COUNTY" in folded:
        folded = folded.replace("COUNTY", f"(?:{_any(county_names())})")
    if "OTHERS" in folded:
        folded = folded.replace("OTHERS", _any(cues().others))
    return re.compile(folded)


@lru_cache(maxsize=2)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words, as whole words."""
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(squeeze(fold(word))) for word in sorted(words, key=len, reverse=True))
