"""Measures of decisions: precision, recall and F1 of one label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a label was right, wrongly given, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the given labels that are right; 1 when none was given."""
        given = self.right + self.wrong
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """Share of the true labels that were given; 1 when there is none."""
        true = self.right + self.missed
        return self.right / true if true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    """Count pairs of (given, true)."""
    listed = list(pairs)
    return Counts(
        right=sum(given and true for given, true in listed),
        wrong=sum(given and not true for given, true in listed),
        missed=sum(true and not given for given, true in listed),
    )
