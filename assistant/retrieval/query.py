"""A message made ready for searching."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.retrieval.embedding import Vectors


@dataclass(frozen=True, slots=True)
class Query:
    """A message as asked, with the law's words added, and as an embedding of shape (1, dimension)."""

    text: str
    expanded: str
    vector: Vectors
