"""Text for matching that keeps every position: what is found can be cut out of the original."""

from __future__ import annotations

_FOLD = str.maketrans(
    "يىكةۀ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩\u200c\u200b\u00a0\u200e\u200f\t٬٫",
    "ییکهه01234567890123456789      ,.",
)


def fold(text: str) -> str:
    """Persian letters, ASCII digits, half-spaces as blanks: one character for each of the original."""
    return text.translate(_FOLD)


def squeeze(text: str) -> str:
    """Single blanks: for comparing pieces of folded text with words of a table."""
    return " ".join(text.split())
