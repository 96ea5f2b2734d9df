"""Weighted reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

RANK_CONSTANT = 10.0


@dataclass(frozen=True, slots=True)
class FusionWeights:
    """How much each route to the articles counts; fitted on the development questions only."""

    meaning: float = 1.0
    words: float = 0.75
    pieces: float = 1.5
    problems: float = 1.0  # times the probability of the best problem

    def __getitem__(self, route: str) -> float:
        return float(getattr(self, route))


ROUTES = tuple(asdict(FusionWeights()))


def fuse(rankings: Mapping[str, Sequence[int]], weights: FusionWeights) -> list[tuple[int, float]]:
    """Join rankings of positions, best first in each; a position at rank r of a route adds weight / (constant + r)."""
    scores: defaultdict[int, float] = defaultdict(float)
    for route, ranking in rankings.items():
        for rank, position in enumerate(ranking, start=1):
            scores[position] += weights[route] / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
