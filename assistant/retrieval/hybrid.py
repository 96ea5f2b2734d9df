"""The hybrid search: every route to the articles, joined by reciprocal ranks; articles named by number come first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.law.corpus import Corpus
from assistant.retrieval.article_index import ArticleIndex
from assistant.retrieval.citations import CitationReader
from assistant.retrieval.fusion import FusionWeights, fuse
from assistant.retrieval.problems import ProblemScores
from assistant.retrieval.query import Query
from assistant.retrieval.routing import ProblemRoute

NAMED = 1.0  # above every fused score


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, with a score that only orders the hits of one search."""

    article_id: str
    score: float
    named: bool = False  # the text itself names the article by number and law
    likeness: float = 0.0  # of the meaning, from -1 to 1, where a search measures it


class HybridSearch:
    """Finds articles for a question whose problems are known."""

    def __init__(self, corpus: Corpus, index: ArticleIndex, weights: FusionWeights | None = None) -> None:
        self._weights = weights or FusionWeights()
        self._index = index
        self._ids = [article.id for article in corpus.searchable]
        position = {article_id: number for number, article_id in enumerate(self._ids)}
        self._route = ProblemRoute(corpus, position)
        self._citations = CitationReader(corpus.searchable, corpus.statutes)

    def search(self, query: Query, problems: ProblemScores, k: int) -> list[Hit]:
        """Return up to ``k`` different articles, best first."""
        rankings = self._index.rankings(query)
        likeness = dict(fuse(rankings, self._weights))
        best = max(likeness.values(), default=1.0)
        relative = {position: score / best for position, score in likeness.items()}
        rankings["problems"] = self._route.ranking(problems, relative)
        sure = self._weights.problems * problems.best.probability
        scores = dict(fuse(rankings, replace(self._weights, problems=sure)))
        named = self._citations.positions(query.text)
        for place, position in enumerate(reversed(named), start=1):
            scores[position] = scores.get(position, 0.0) + NAMED * place
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [Hit(self._ids[position], score, position in named) for position, score in ranked[:k]]
