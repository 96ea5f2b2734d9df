"""From the probable problems to the articles that their guides stand on."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.schemas import Claim, Procedure
from assistant.retrieval.problems import ProblemScores

CONSIDERED = 12  # problems looked at, from the most probable


@dataclass(frozen=True, slots=True)
class Centrality:
    """How much a place of citation says that an article is what the problem is about."""

    legal_basis: float = 1.0
    summary: float = 1.5
    routes: float = 0.8
    elsewhere: float = 0.3
    rarity: float = 0.5  # exponent of the inverse number of problems that cite the article


class ProblemRoute:
    """Articles of each problem with their weight, and their ranking for a mix of problems."""

    def __init__(
        self, corpus: Corpus, position: Mapping[str, int], weights: Centrality | None = None
    ) -> None:
        weights = weights or Centrality()
        cited = {
            slug: _cited(claim, corpus.procedures.get(slug), weights) for slug, claim in corpus.claims.items()
        }
        problems_of = Counter(article for articles in cited.values() for article in articles)
        self._articles = {
            slug: {
                position[article]: weight / math.pow(problems_of[article], weights.rarity)
                for article, weight in articles.items()
                if article in position
            }
            for slug, articles in cited.items()
        }

    def ranking(self, problems: ProblemScores, likeness: Mapping[int, float]) -> list[int]:
        """Return positions of articles, best first.

        ``likeness`` says how well the text itself fits an article (1 at best); it orders the articles of a problem.
        """
        scores: defaultdict[int, float] = defaultdict(float)
        for problem in problems.ranked[:CONSIDERED]:
            for article, weight in self._articles.get(problem.slug, {}).items():
                scores[article] += problem.probability * weight * (1.0 + likeness.get(article, 0.0))
        return sorted(scores, key=lambda article: (-scores[article], article))


def _cited(claim: Claim, procedure: Procedure | None, weights: Centrality) -> dict[str, float]:
    cited: defaultdict[str, float] = defaultdict(float)
    for article in claim.legal_basis:
        cited[article] += weights.legal_basis
    if procedure:
        for article, weight in dict(_of_procedure(procedure, weights)).items():
            cited[article] += weight
    return dict(cited)


def _of_procedure(procedure: Procedure, weights: Centrality) -> Iterator[tuple[str, float]]:
    """Yield each citation, the weightiest places last so that they win."""
    elsewhere = (
        *procedure.who, *procedure.where, *procedure.steps, *procedure.documents, *procedure.cost,
        *procedure.time_limits, *procedure.next, *procedure.warnings,
    )  # fmt: skip
    for statement in elsewhere:
        yield from ((article, weights.elsewhere) for article in statement.cites)
    for route in procedure.routes:
        yield from ((article, weights.routes) for article in route.cites)
    for statement in procedure.summary:
        yield from ((article, weights.summary) for article in statement.cites)
