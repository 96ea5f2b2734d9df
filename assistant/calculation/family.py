"""A family as the law of inheritance sees it, and how its estate is divided, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Branch:
    """The children of a child who died before (civil-code:911)."""

    of_son: bool
    sons: int
    daughters: int


@dataclass(frozen=True, slots=True)
class Family:
    """Who survives. «Paternal» brothers and sisters share only the father, «maternal» ones only the mother."""

    wives: int = 0
    husband: bool = False
    father: bool = False
    mother: bool = False
    sons: int = 0
    daughters: int = 0
    branches: tuple[Branch, ...] = ()
    brothers: int = 0
    sisters: int = 0
    paternal_brothers: int = 0
    paternal_sisters: int = 0
    maternal_siblings: int = 0
    paternal_grandfather: bool = False
    paternal_grandmother: bool = False
    maternal_grandfather: bool = False
    maternal_grandmother: bool = False
    uncles: int = 0
    aunts: int = 0
    maternal_uncles: int = 0

    @property
    def has_children(self) -> bool:
        """Whether there are children, or grandchildren in their place (civil-code:911)."""
        return bool(self.sons or self.daughters or self.branches)

    @property
    def first_class(self) -> bool:
        """Whether anyone of the first class of heirs survives (civil-code:862)."""
        return self.father or self.mother or self.has_children

    @property
    def second_class(self) -> bool:
        """Whether anyone of the second class survives (civil-code:862)."""
        siblings = self.brothers or self.sisters or self.paternal_brothers or self.paternal_sisters
        return bool(siblings or self.maternal_siblings or self._grandparents)

    @property
    def third_class(self) -> bool:
        """Whether anyone of the third class survives (civil-code:862)."""
        return bool(self.uncles or self.aunts or self.maternal_uncles)

    @property
    def _grandparents(self) -> bool:
        return (
            self.paternal_grandfather
            or self.paternal_grandmother
            or self.maternal_grandfather
            or self.maternal_grandmother
        )


@dataclass(frozen=True, slots=True)
class Heir:
    """Heirs of one kind, how many they are, what they take together, and the articles that give it to them.

    ``branch`` counts the lines of grandchildren from one; zero for everyone else.
    """

    kind: str
    count: int
    share: Fraction
    cites: tuple[str, ...]
    branch: int = 0


@dataclass(slots=True)
class Division:
    """The shares, and which principles of the law decided them."""

    heirs: list[Heir] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def give(self, kind: str, count: int, share: Fraction, *articles: str, branch: int = 0) -> None:
        """Give a share by articles of the civil code, unless nobody or nothing is there."""
        if count and share > 0:
            cites = tuple(f"civil-code:{article}" for article in articles)
            self.heirs.append(Heir(kind, count, share, cites, branch))

    def give_by_weight(
        self, whole: Fraction, takers: list[tuple[str, int, Fraction]], *articles: str
    ) -> None:
        """Divide a part among kinds of heirs, each head by its weight."""
        weights = sum(count * weight for _, count, weight in takers)
        for kind, count, weight in takers:
            self.give(kind, count, whole * count * weight / weights if count else Fraction(0), *articles)
