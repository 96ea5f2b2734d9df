"""What extraction deals in: found facts, and candidates for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Found(NamedTuple):
    """A fact found in a text: its value, and where it stands (``text[start:end]``)."""

    value: str | bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may hold the value of a field; ``value`` where it is not the words there."""

    field: str
    start: int
    end: int
    sureness: int = 1  # an explicit cue counts more than a guess
    value: str | bool | None = None
