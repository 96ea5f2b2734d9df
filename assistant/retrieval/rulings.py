"""Unification rulings (آرای وحدت رویه) for a text: named by number, or near in meaning and words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from assistant.law.corpus import Article
from assistant.persian import search_text
from assistant.retrieval.article_index import ArticleIndex
from assistant.retrieval.fusion import FusionWeights, fuse
from assistant.retrieval.hybrid import NAMED, Hit
from assistant.retrieval.query import Query

_ASKED: Final = "وحدت رویه"
_NAMED: Final = re.compile(r"وحدت رویه ?(?:شماره ?)?(\d+)")


def asks_for_rulings(text: str) -> bool:
    """Whether a message speaks of unification rulings; otherwise they are too far from lay words to be quoted."""
    return _ASKED in search_text(text)


class RulingSearch:
    """Finds rulings; they are searched apart, so that they never push an article aside."""

    def __init__(
        self, rulings: Sequence[Article], index: ArticleIndex, weights: FusionWeights | None
    ) -> None:
        self._ids = [ruling.id for ruling in rulings]
        self._courts = [frozenset(search_text(ruling.law_title).split()) for ruling in rulings]
        self._by_number: dict[str, list[int]] = defaultdict(list)
        # A number with a date is one of many alike: the other court's comes first.
        for position, ruling in sorted(enumerate(rulings), key=lambda item: " " in item[1].number):
            self._by_number[search_text(ruling.number).split()[0]].append(position)
        self._index = index
        self._weights = weights or FusionWeights()

    def search(self, query: Query, k: int) -> list[Hit]:
        """Return up to ``k`` rulings, best first; ``likeness`` of a hit is that of its meaning."""
        if not self._ids:
            return []
        likeness = dict(self._index.likeness(query))
        scores = dict(fuse(self._index.rankings(query), self._weights))
        named = self._named(query.text)
        scores.update({position: NAMED + scores.get(position, 0.0) for position in named})
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:k]
        return [
            Hit(self._ids[position], score, position in named, likeness.get(position, 0.0))
            for position, score in ranked
        ]

    def _named(self, text: str) -> set[int]:
        """The rulings named; of courts that use the same number, the one whose name the text comes nearest to."""
        plain = search_text(text)
        said = frozenset(plain.split())
        numbers = [number for number in _NAMED.findall(plain) if number in self._by_number]
        return {
            max(self._by_number[number], key=lambda at: len(said & self._courts[at])) for number in numbers
        }
