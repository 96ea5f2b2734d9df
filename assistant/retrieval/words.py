"""The two ways a text is cut for lexical search: words, and pieces of words."""

from __future__ import annotations

from functools import lru_cache

from assistant.persian import search_text


def words(text: str) -> list[str]:
    """Return the words in the form used for matching."""
    return search_text(text).split()


def pieces(text: str, shortest: int = 3, longest: int = 5) -> list[str]:
    """Return the character n-grams of each word, its edges marked; endings and spelling matter less to them."""
    return [piece for word in words(text) for piece in _pieces(word, shortest, longest)]


@lru_cache(maxsize=100_000)
def _pieces(word: str, shortest: int, longest: int) -> tuple[str, ...]:
    edged = f"<{word}>"
    sizes = range(shortest, min(longest, len(edged)) + 1)
    return tuple(edged[at : at + size] for size in sizes for at in range(len(edged) - size + 1))
