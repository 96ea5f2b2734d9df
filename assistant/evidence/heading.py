"""What the pages of a bundle say of the petition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """What the pages say of the petition; ``parties`` are pairs of role and name, ``date`` its Jalali day."""

    title: str
    parties: tuple[tuple[str, str], ...]
    date: str
