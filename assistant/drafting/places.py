"""The county (شهرستان) and province (استان) that an address or the name of a court speaks of."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

_COUNTIES = Path(__file__).parent / "data" / "counties.yaml"
_WORD_OF_A_PLACE = r"(?:شهرستان|شهر)\s+"
_SEPARATOR = re.compile(r"[،,؛;\-–/\n]|\s+-\s+")


class Place(NamedTuple):
    """A county and the province it lies in."""

    county: str
    province: str


def find_place(text: str) -> Place | None:
    """The county that a text surely names, or None.

    Sure is: after the word «شهرستان», or as the first part of an address («تهران، خیابان …»),
    or as the last word of a court («دادگاه عمومی حقوقی کرج»).
    """
    spaced = _spaces(text)
    named = re.search(_WORD_OF_A_PLACE + rf"({_alternatives()})(?!\w)", spaced)
    if named:
        return _counties()[named[1]]
    parts = [part.strip() for part in _SEPARATOR.split(spaced) if part.strip()]
    for part in parts[:2]:  # «استان فارس، شیراز، …»
        first = part.removeprefix("شهر ").strip()
        if first in _counties():
            return _counties()[first]
        if not part.startswith("استان"):
            break
    court = re.search(
        rf"(?:دادگاه|دادسرا|دادسرای|حقوقی|خانواده|انقلاب|صلح)\b.*\s({_alternatives()})$", spaced
    )
    return _counties()[court[1]] if court else None


def _spaces(text: str) -> str:
    """Half-spaces as blanks; a new line ends a part of an address."""
    return " ".join(text.replace("\u200c", " ").replace("\n", "، ").split())


@lru_cache(maxsize=1)
def _counties() -> dict[str, Place]:
    """Counties by their name with plain blanks instead of half-spaces."""
    provinces: dict[str, list[str]] = yaml.load(_COUNTIES.read_bytes(), yaml.CSafeLoader)
    return {
        county.replace("\u200c", " "): Place(county, province)
        for province, counties in provinces.items()
        for county in counties
    }


@lru_cache(maxsize=1)
def _alternatives() -> str:
    return "|".join(re.escape(name) for name in sorted(_counties(), key=len, reverse=True))


def county_names() -> tuple[str, ...]:
    """The names of all counties, with plain blanks instead of half-spaces."""
    return tuple(_counties())
