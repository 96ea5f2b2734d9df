"""The searchable form of the articles: their notes and official texts, by meaning and by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from assistant.law.corpus import Article, Asked
from assistant.retrieval.dense import DenseIndex
from assistant.retrieval.lexical import Analyzer, LexicalIndex
from assistant.retrieval.passages import (
    Passage,
    article_passages,
    note_fields,
    official_fields,
)
from assistant.retrieval.query import Query
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.words import pieces, words

DEPTH = 200  # articles that a route brings
FIRST_CITED = 2  # articles of an answer that its wordings ask for; what is cited later is beside the point
DENSE = "dense"
STRENGTH = {"note": 1.0, "official": 1.2}  # official texts are long, so their scores come out lower
ANALYZERS: Mapping[str, Analyzer] = {"words": words, "pieces": pieces}


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """Everything by which a text finds articles, but for the problems it tells.

    What has no texts is absent, as official texts that were not imported.
    """

    dense: DenseIndex | None
    lexical: Mapping[
        str, Mapping[str, LexicalIndex]
    ]  # by route and kind of text: words and pieces; note, official

    @classmethod
    def build(cls, articles: Sequence[Article], asked: Sequence[Asked], cache: VectorCache) -> Self:
        """Index the articles; what people ask lends its words to the articles that answer it."""
        told = _told(asked)
        documents = {
            "note": [note_fields(article, told.get(article.id, ())) for article in articles],
            "official": [official_fields(article) for article in articles],
        }
        passages = article_passages(articles)
        return cls(
            _by_meaning(passages, cache) if passages else None,
            {
                route: {
                    kind: LexicalIndex.build(texts, analyzer)
                    for kind, texts in documents.items()
                    if any(texts)
                }
                for route, analyzer in ANALYZERS.items()
            },
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        return cls(
            DenseIndex.open(folder / DENSE) if (folder / DENSE).is_dir() else None,
            {
                route: {
                    path.name: LexicalIndex.open(path, analyzer)
                    for path in sorted((folder / "lexical" / route).glob("*"))
                }
                for route, analyzer in ANALYZERS.items()
            },
        )

    def save(self, folder: Path) -> None:
        """Write the indexes."""
        if self.dense is not None:
            self.dense.save(folder / DENSE)
        for route, kinds in self.lexical.items():
            for kind, lexical in kinds.items():
                lexical.save(folder / "lexical" / route / kind)

    def likeness(self, query: Query) -> dict[int, float]:
        """Return the positions nearest in meaning, each with its cosine, best first."""
        return self.dense.likeness(query.vector, DEPTH) if self.dense is not None else {}

    def rankings(self, query: Query) -> dict[str, list[int]]:
        """Return positions of articles by each route, best first."""
        rankings = {route: _by_words(kinds, query.expanded) for route, kinds in self.lexical.items()}
        return rankings | {"meaning": list(self.likeness(query))}


def _told(asked: Iterable[Asked]) -> Mapping[str, list[str]]:
    """By article, the wordings of what people ask, where the answer begins with that article."""
    told: dict[str, list[str]] = defaultdict(list)
    for record in asked:
        for article_id in record.cites[:FIRST_CITED]:
            told[article_id].extend(record.wordings)
    return told


def _by_meaning(passages: Sequence[Passage], cache: VectorCache) -> DenseIndex:
    vectors = cache.passages([passage.text for passage in passages])
    return DenseIndex.build(vectors, [passage.owner for passage in passages])


def _by_words(kinds: Mapping[str, LexicalIndex], text: str) -> list[int]:
    """Rank the articles by the better of their note and their official text, so that neither is needed."""
    if not kinds:
        return []
    scores = np.maximum.reduce([index.scores(text) * STRENGTH[kind] for kind, index in kinds.items()])
    order = np.argsort(-scores, kind="stable")[:DEPTH]
    return [int(position) for position in order if scores[position] > 0]
