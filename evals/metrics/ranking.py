"""Measures of a ranking against the right answers. All are shares between 0 and 1."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from statistics import fmean

HIT_AT = (1, 5, 20, 100)
RECALL_AT = (5, 100)
NDCG_AT = 10


def hit(ranking: Sequence[str], right: Collection[str], k: int) -> float:
    """Return 1 when a right answer is among the first ``k``, else 0."""
    return float(any(answer in right for answer in ranking[:k]))


def recall(ranking: Sequence[str], right: Collection[str], k: int) -> float:
    """Return the share of the right answers among the first ``k``."""
    return len(set(ranking[:k]) & set(right)) / len(set(right))


def reciprocal_rank(ranking: Sequence[str], right: Collection[str]) -> float:
    """Return one over the place of the first right answer, 0 when there is none."""
    return next((1 / place for place, answer in enumerate(ranking, start=1) if answer in right), 0.0)


def ndcg(ranking: Sequence[str], right: Collection[str], k: int = NDCG_AT) -> float:
    """Return the normalised discounted cumulative gain at ``k``, with equal gain for every right answer."""
    gain = sum(1 / math.log2(place + 1) for place, a in enumerate(ranking[:k], start=1) if a in right)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(k, len(set(right))) + 1))
    return gain / ideal


def ranking_scores(rankings: Sequence[tuple[Sequence[str], Collection[str]]]) -> Mapping[str, float]:
    """Return the mean of every measure over pairs of ranking and right answers."""
    scores = {f"hit@{k}": fmean(hit(r, right, k) for r, right in rankings) for k in HIT_AT}
    scores |= {f"recall@{k}": fmean(recall(r, right, k) for r, right in rankings) for k in RECALL_AT}
    scores["mrr"] = fmean(reciprocal_rank(r, right) for r, right in rankings)
    scores[f"ndcg@{NDCG_AT}"] = fmean(ndcg(r, right) for r, right in rankings)
    return scores
