"""The searchable form of the articles: notes, official texts and asked questions, each by meaning and by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from assistant.law.corpus import Article
from assistant.law.schemas import Question
from assistant.retrieval.dense import DenseIndex
from assistant.retrieval.embedding import Vectors
from assistant.retrieval.lexical import Field, LexicalIndex
from assistant.retrieval.passages import (
    Passage,
    note_fields,
    note_passages,
    official_fields,
    official_passages,
    question_passages,
)
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.words import pieces, words

DEPTH = 200  # articles that a route brings
QUESTIONS_ASKED = 20  # asked questions whose citations count
TEXTS = "texts"
QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready: as asked, with the law's words added, and as an embedding of shape (1, dimension)."""

    text: str
    expanded: str
    vector: Vectors


@dataclass(frozen=True, slots=True)
class TextIndex:
    """One kind of text on the articles, found by meaning, by words and by pieces of words."""

    dense: DenseIndex
    words: LexicalIndex
    pieces: LexicalIndex

    @classmethod
    def build(
        cls, passages: Sequence[Passage], documents: Sequence[Sequence[Field]], cache: VectorCache
    ) -> Self:
        """Index the passages by meaning and the documents, one an article, by words."""
        vectors = cache.passages([passage.text for passage in passages])
        return cls(
            DenseIndex.build(vectors, [passage.owner for passage in passages]),
            LexicalIndex.build(documents, words),
            LexicalIndex.build(documents, pieces),
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        return cls(
            DenseIndex.open(folder / "dense"),
            LexicalIndex.open(folder / "words", words),
            LexicalIndex.open(folder / "pieces", pieces),
        )

    def save(self, folder: Path) -> None:
        """Write the three indexes."""
        self.dense.save(folder / "dense")
        self.words.save(folder / "words")
        self.pieces.save(folder / "pieces")

    def rankings(self, query: Query) -> dict[str, list[int]]:
        """Return positions of articles, best first, by each of the three ways."""
        return {
            "dense": [position for position, _ in self.dense.nearest(query.vector, DEPTH)],
            "words": _best(self.words.scores(query.expanded)),
            "pieces": _best(self.pieces.scores(query.expanded)),
        }


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """Everything by which a text finds articles, but for the problems it tells."""

    texts: Mapping[str, TextIndex]  # by kind; official texts only where they were imported
    questions: DenseIndex

    @classmethod
    def build(cls, articles: Sequence[Article], questions: Sequence[Question], cache: VectorCache) -> Self:
        """Index the articles and the questions."""
        kinds = {
            "note": (note_passages(articles), [note_fields(article) for article in articles]),
            "official": (official_passages(articles), [official_fields(article) for article in articles]),
        }
        asked = question_passages(questions)
        vectors = cache.passages([passage.text for passage in asked])
        return cls(
            {
                kind: TextIndex.build(passages, documents, cache)
                for kind, (passages, documents) in kinds.items()
                if passages
            },
            DenseIndex.build(vectors, [passage.owner for passage in asked]),
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        kinds = sorted((folder / TEXTS).glob("*"))
        return cls({kind.name: TextIndex.open(kind) for kind in kinds}, DenseIndex.open(folder / QUESTIONS))

    def save(self, folder: Path) -> None:
        """Write the indexes."""
        for kind, index in self.texts.items():
            index.save(folder / TEXTS / kind)
        self.questions.save(folder / QUESTIONS)

    def rankings(self, query: Query, cited: Mapping[int, Sequence[int]]) -> dict[str, list[int]]:
        """Return the ranking of each route; ``cited`` gives the articles that the answer to a question cites."""
        asked = self.questions.nearest(query.vector, QUESTIONS_ASKED)
        by_question = (article for question, _ in asked for article in cited[question])
        rankings = {"questions": list(dict.fromkeys(by_question))}
        for kind, index in self.texts.items():
            rankings |= {f"{kind}_{way}": ranking for way, ranking in index.rankings(query).items()}
        return rankings


def _best(scores: NDArray[np.float32]) -> list[int]:
    order = np.argsort(-scores, kind="stable")[:DEPTH]
    return [int(position) for position in order if scores[position] > 0]
