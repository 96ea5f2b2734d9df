"""A message made ready for searching."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.retrieval.embedding import Vectors


@dataclass(frozen=True, slots=True)
class Query:
    """A message as asked, with the law's words added, and embedded after several layers, shape (depths, dimension)."""

    text: str
    expanded: str
    depths: Vectors

    @property
    def vector(self) -> Vectors:
        """The embedding that is searched with, shape (1, dimension)."""
        return self.depths[-1:]
