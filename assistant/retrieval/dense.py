"""Exact nearest passages, each owner counted by its best passage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.embedding import Vectors
from assistant.retrieval.whitening import Whitening

VECTORS = "vectors.faiss"
REST = "rest.npz"
PASSAGES_PER_OWNER = 8


class DenseIndex:
    """Whitened vectors of passages in FAISS; ``owners[i]`` is the number of the record that passage ``i`` speaks of."""

    def __init__(self, vectors: faiss.Index, owners: NDArray[np.int32], whitening: Whitening) -> None:
        self._vectors = vectors
        self._owners = owners
        self._whitening = whitening

    @classmethod
    def build(cls, vectors: Vectors, owners: Sequence[int]) -> Self:
        """Index rows of length 1, one at least."""
        whitening = Whitening.fit(vectors)
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(whitening(vectors))
        return cls(flat, np.asarray(owners, np.int32), whitening)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        with np.load(folder / REST) as rest:
            whitening = Whitening(rest["mean"], rest["matrix"])
            return cls(faiss.read_index(str(folder / VECTORS)), rest["owners"], whitening)

    def save(self, folder: Path) -> None:
        """Write the index."""
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._vectors, str(folder / VECTORS))
        whitening = self._whitening
        np.savez(folder / REST, owners=self._owners, mean=whitening.mean, matrix=whitening.matrix)

    def nearest(self, query: Vectors, k: int) -> list[int]:
        """Return up to ``k`` owners, the one with the nearest passage first; ``query`` has shape (1, dimension)."""
        return list(self.likeness(query, k))

    def likeness(self, query: Vectors, k: int) -> dict[int, float]:
        """Return the same owners, each with the cosine of its nearest passage."""
        depth = min(len(self._owners), k * PASSAGES_PER_OWNER)
        cosines, found = self._vectors.search(self._whitening(query), depth)
        best: dict[int, float] = {}
        for owner, cosine in zip(self._owners[found[0]].tolist(), cosines[0].tolist(), strict=True):
            best.setdefault(owner, cosine)
        return dict(list(best.items())[:k])
