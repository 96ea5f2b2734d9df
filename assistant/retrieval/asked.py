"""What people ask (questions, services): which of them a message asks, with a calibrated probability.

A wording alone misleads, since people tell the same trouble in many ways. What decides is whether the articles that
were found for the message are those on which the answer stands.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from assistant.law.corpus import Asked
from assistant.law.schemas import Question
from assistant.retrieval.hybrid import Hit
from assistant.retrieval.lexical import Field, LexicalIndex
from assistant.retrieval.passages import without_rules
from assistant.retrieval.query import Query
from assistant.retrieval.words import words

NEAREST = 12  # by words, that are looked at more closely
ARTICLES = 20  # found for the message, whose place counts


@dataclass(frozen=True, slots=True)
class AskedHit:
    """Something that people ask, and the probability that a message asks it."""

    asked: Asked
    probability: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a record, or how much each of these counts; ``constant`` is one in evidence."""

    articles: float  # sum of 1 / place of the articles found that its answer cites
    words: float  # score of its wordings and its answer, per word of the message
    constant: float = 1.0


# Logistic regression on the development questions: python -m evals.fitting
WEIGHTS = Evidence(articles=3.8, words=2.0, constant=-5.1)


class AskedSearch:
    """Finds what a message asks among what people ask."""

    def __init__(self, asked: Sequence[Asked], by_words: LexicalIndex | None) -> None:
        self._asked = asked
        self._by_words = by_words
        self._citing: dict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(asked):
            for article_id in record.cites:
                self._citing[article_id].append(number)

    @classmethod
    def open(cls, asked: Sequence[Asked], folder: Path) -> Self:
        """Open what :func:`save_asked` wrote for these records."""
        return cls(asked, LexicalIndex.open(folder, words) if asked else None)

    def search(self, query: Query, found: Sequence[Hit], k: int) -> list[AskedHit]:
        """Return up to ``k`` different records, the likeliest first; ``found`` are the articles for the message."""
        evidence = self.evidence(query, found)
        hits = [AskedHit(self._asked[number], probability(told)) for number, told in evidence.items()]
        return sorted(hits, key=lambda hit: (-hit.probability, hit.asked.id))[:k]

    def evidence(self, query: Query, found: Sequence[Hit]) -> Mapping[int, Evidence]:
        """Return what speaks for each record that comes into question, by its number."""
        if self._by_words is None:
            return {}
        scores = self._by_words.scores(query.expanded)
        places = {hit.article_id: place for place, hit in enumerate(found[:ARTICLES], start=1)}
        citing = {number for article_id in places for number in self._citing.get(article_id, ())}
        best = {int(number) for number in np.argsort(-scores, kind="stable")[:NEAREST]}
        length = len(query.text.split()) + 3  # short messages score by chance
        return {
            number: Evidence(
                articles=sum(1 / places[cite] for cite in self._asked[number].cites if cite in places),
                words=float(scores[number]) / length,
            )
            for number in sorted(citing | best)
        }


def save_asked(asked: Iterable[Asked], folder: Path) -> None:
    """Index what people ask by the words of its wordings and of its answer."""
    records = list(asked)
    if records:
        LexicalIndex.build([_fields(record) for record in records], words).save(folder)


def probability(evidence: Evidence, weights: Evidence = WEIGHTS) -> float:
    """Return the probability that a message asks the question."""
    told = evidence.articles * weights.articles + evidence.words * weights.words
    return 1 / (1 + math.exp(-(told + evidence.constant * weights.constant)))


def _fields(record: Asked) -> tuple[Field, ...]:
    said = record.record.answer if isinstance(record.record, Question) else record.record.statements
    answer = " ".join(without_rules(statement.text) for statement in said)
    return (Field(" ".join(record.wordings), 2), Field(answer))
