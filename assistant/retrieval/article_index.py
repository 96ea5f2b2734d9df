"""The searchable form of the articles: their notes and official texts, by meaning and by words, and asked questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from assistant.law.corpus import Article
from assistant.law.schemas import Question
from assistant.retrieval.dense import DenseIndex
from assistant.retrieval.embedding import Vectors
from assistant.retrieval.lexical import Analyzer, Field, LexicalIndex
from assistant.retrieval.passages import (
    Passage,
    article_passages,
    note_fields,
    official_fields,
    question_passages,
)
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.words import pieces, words

DEPTH = 200  # articles that a route brings
QUESTIONS_ASKED = 20  # asked questions whose citations count
STRENGTH = {"note": 1.0, "official": 1.2}  # official texts are long, so their scores come out lower
ANALYZERS: Mapping[str, Analyzer] = {"words": words, "pieces": pieces}
FIELDS: Mapping[str, Callable[[Article], tuple[Field, ...]]] = {
    "note": note_fields,
    "official": official_fields,
}


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready: as asked, with the law's words added, and as an embedding of shape (1, dimension)."""

    text: str
    expanded: str
    vector: Vectors


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """Everything by which a text finds articles, but for the problems it tells.

    What has no texts is absent: official texts that were not imported, questions not yet written.
    """

    dense: Mapping[str, DenseIndex]  # by route: meaning, questions
    lexical: Mapping[
        str, Mapping[str, LexicalIndex]
    ]  # by route and kind of text: words and pieces; note, official

    @classmethod
    def build(cls, articles: Sequence[Article], questions: Sequence[Question], cache: VectorCache) -> Self:
        """Index the articles and the questions."""
        passages = {"meaning": article_passages(articles), "questions": question_passages(questions)}
        documents = {kind: [fields(article) for article in articles] for kind, fields in FIELDS.items()}
        return cls(
            {route: _by_meaning(texts, cache) for route, texts in passages.items() if texts},
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
            {path.name: DenseIndex.open(path) for path in sorted((folder / "dense").glob("*"))},
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
        for route, dense in self.dense.items():
            dense.save(folder / "dense" / route)
        for route, kinds in self.lexical.items():
            for kind, lexical in kinds.items():
                lexical.save(folder / "lexical" / route / kind)

    def rankings(self, query: Query, cited: Sequence[Sequence[int]]) -> dict[str, list[int]]:
        """Return positions of articles by each route, best first; ``cited`` are those each question's answer cites."""
        rankings = {route: _by_words(kinds, query.expanded) for route, kinds in self.lexical.items()}
        if texts := self.dense.get("meaning"):
            rankings["meaning"] = texts.nearest(query.vector, DEPTH)
        if asked := self.dense.get("questions"):
            nearest = asked.nearest(query.vector, QUESTIONS_ASKED)
            rankings["questions"] = list(
                dict.fromkeys(article for question in nearest for article in cited[question])
            )
        return rankings


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
