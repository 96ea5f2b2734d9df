"""Exact nearest passages, each owner counted by its best passage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.embedding import Vectors

VECTORS = "vectors.faiss"
OWNERS = "owners.npy"
PASSAGES_PER_OWNER = 4


class DenseIndex:
    """Vectors of passages in FAISS; ``owners[i]`` is the number of the record that passage ``i`` speaks of."""

    def __init__(self, vectors: faiss.Index, owners: NDArray[np.int32]) -> None:
        self._vectors = vectors
        self._owners = owners

    @classmethod
    def build(cls, vectors: Vectors, owners: Sequence[int]) -> Self:
        """Index rows of length 1."""
        flat = faiss.IndexFlatIP(vectors.shape[1])
        if len(owners):
            flat.add(np.ascontiguousarray(vectors))
        return cls(flat, np.asarray(owners, np.int32))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        return cls(faiss.read_index(str(folder / VECTORS)), np.load(folder / OWNERS))

    def save(self, folder: Path) -> None:
        """Write the index."""
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._vectors, str(folder / VECTORS))
        np.save(folder / OWNERS, self._owners)

    def nearest(self, query: Vectors, k: int) -> list[tuple[int, float]]:
        """Return up to ``k`` owners with the cosine of their best passage, best first."""
        depth = min(len(self._owners), k * PASSAGES_PER_OWNER)
        if depth == 0:
            return []
        cosines, found = self._vectors.search(query, depth)
        best: dict[int, float] = {}
        for owner, cosine in zip(self._owners[found[0]], cosines[0], strict=True):
            best.setdefault(int(owner), float(cosine))
        return list(best.items())[:k]
