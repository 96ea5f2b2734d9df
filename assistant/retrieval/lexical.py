"""BM25 over articles: each article is one document, its fields weighted by repetition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import bm25s
import numpy as np
from numpy.typing import NDArray

Analyzer = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a document; ``boost`` is how often its words count."""

    text: str
    boost: int = 1


class LexicalIndex:
    """A BM25 index whose documents are known by position."""

    def __init__(self, analyzer: Analyzer, bm25: bm25s.BM25) -> None:
        self._analyzer = analyzer
        self._bm25 = bm25

    @classmethod
    def build(cls, documents: Sequence[Sequence[Field]], analyzer: Analyzer) -> Self:
        """Index the documents; ``analyzer`` cuts both them and the questions."""
        tokens = [_tokens(fields, analyzer) for fields in documents]
        bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
        bm25.index(tokens, show_progress=False)
        return cls(analyzer, bm25)

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer) -> Self:
        """Open what :meth:`save` wrote."""
        bm25 = bm25s.BM25.load(folder, mmap=True, show_progress=False)
        for name in ("data", "indices", "indptr"):  # still mapped, but sliced as fast as plain arrays
            bm25.scores[name] = np.asarray(bm25.scores[name])
        return cls(analyzer, bm25)

    def save(self, folder: Path) -> None:
        """Write the index."""
        self._bm25.save(folder, show_progress=False)

    def scores(self, text: str) -> NDArray[np.float32]:
        """Return the BM25 score of every document, zero where no word is shared."""
        known = self._bm25.vocab_dict
        ids = [known[token] for token in set(self._analyzer(text)) if token in known]
        scores: NDArray[np.float32] = self._bm25.get_scores_from_ids(ids)
        return scores


def _tokens(fields: Sequence[Field], analyzer: Analyzer) -> list[str]:
    return [token for field in fields for token in analyzer(field.text) * field.boost]
