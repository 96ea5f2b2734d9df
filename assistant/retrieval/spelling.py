"""Texts as weighted character n-grams, so that «مهرم», «مهریه‌مو» and a typo still look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from assistant.retrieval.words import pieces

SHORTEST = 2
LONGEST = 5
RAREST = 2  # an n-gram of fewer texts teaches nothing


class SpellingFeatures:
    """Tf-idf of the n-grams within words: logarithmic counts, rows of length 1."""

    def __init__(self, vocabulary: Sequence[str], idf: NDArray[np.float32]) -> None:
        self.vocabulary = tuple(vocabulary)
        self.idf = idf
        self._column = {piece: column for column, piece in enumerate(self.vocabulary)}

    @classmethod
    def fit(cls, texts: Sequence[str], limit: int) -> Self:
        """Choose the ``limit`` most common n-grams of the texts and weigh them by rarity."""
        seen = Counter(piece for text in texts for piece in set(_cut(text)))
        common = sorted((-count, piece) for piece, count in seen.items() if count >= RAREST)[:limit]
        frequency = np.array([-count for count, _ in common], np.float32)
        idf = np.log((1 + len(texts)) / (1 + frequency)) + 1
        return cls([piece for _, piece in common], idf.astype(np.float32))

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return one sparse row per text."""
        rows = [self.row(text) for text in texts]
        columns = np.concatenate([columns for columns, _ in rows])
        values = np.concatenate([values for _, values in rows])
        ends = np.cumsum([0] + [len(columns) for columns, _ in rows])
        return csr_matrix((values, columns, ends), shape=(len(texts), len(self.vocabulary)))

    def row(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the columns and the weights of one text."""
        counts = Counter(self._column[piece] for piece in _cut(text) if piece in self._column)
        columns = np.fromiter(counts.keys(), np.int64, len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.idf[columns]
        return columns, (values / max(float(np.linalg.norm(values)), 1e-9)).astype(np.float32)


def _cut(text: str) -> list[str]:
    return pieces(text, SHORTEST, LONGEST)
