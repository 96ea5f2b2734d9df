"""BM25 over articles: each article is one document, its fields weighted by repetition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import bm25s
import numpy as np
from numpy.typing import NDArray

DOCUMENTS = "documents.npz"

Analyzer = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a document; ``boost`` is how often its words count."""

    text: str
    boost: int = 1


class LexicalIndex:
    """A BM25 index whose documents are known by position; a document without a field is not counted in."""

    def __init__(self, analyzer: Analyzer, bm25: bm25s.BM25, filled: NDArray[np.int64], size: int) -> None:
        self._analyzer = analyzer
        self._bm25 = bm25
        self._filled = filled
        self._size = size

    @classmethod
    def build(cls, documents: Sequence[Sequence[Field]], analyzer: Analyzer) -> Self:
        """Index the documents, one at least with a field; ``analyzer`` cuts both them and the questions."""
        filled = [position for position, fields in enumerate(documents) if fields]
        bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        bm25.index([_tokens(documents[position], analyzer) for position in filled], show_progress=False)
        return cls(analyzer, bm25, np.array(filled), len(documents))

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer) -> Self:
        """Open what :meth:`save` wrote."""
        bm25 = bm25s.BM25.load(folder, mmap=True, show_progress=False)
        for name in ("data", "indices", "indptr"):  # still mapped, but sliced as fast as plain arrays
            bm25.scores[name] = np.asarray(bm25.scores[name])
        with np.load(folder / DOCUMENTS) as documents:
            return cls(analyzer, bm25, documents["filled"], int(documents["size"]))

    def save(self, folder: Path) -> None:
        """Write the index."""
        self._bm25.save(folder, show_progress=False)
        np.savez(folder / DOCUMENTS, filled=self._filled, size=self._size)

    def scores(self, text: str) -> NDArray[np.float32]:
        """Return the BM25 score of every document, zero where no word is shared."""
        known = self._bm25.vocab_dict
        ids = [known[token] for token in set(self._analyzer(text)) if token in known]
        scores = np.zeros(self._size, np.float32)
        scores[self._filled] = self._bm25.get_scores_from_ids(ids)
        return scores


def _tokens(fields: Sequence[Field], analyzer: Analyzer) -> list[str]:
    return [token for field in fields for token in analyzer(field.text) * field.boost]
