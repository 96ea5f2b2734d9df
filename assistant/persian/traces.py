"""What a text can be held to: its numbers, the articles it names, its foreign words, its content words.

Two texts are compared by these where one rewords the other; each is found in the text as it is normalised for search.
"""

from __future__ import annotations

import re

from assistant.persian.digits import to_ascii_digits
from assistant.persian.search_key import search_text

_NUMBER = re.compile(r"\d+(?:[٫.,٬/]\d+)*")
_ARTICLE = re.compile(r"(?:ماده|مواد|اصل|تبصره|بند)\s*\d+")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\w\.(?:ir|com|org)\b", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]{3,}")
_SHORT_WORD = 2
_STEM = 4  # letters by which two forms of a word are known as one


def numbers(text: str) -> frozenset[str]:
    """The numbers that stand in figures, in ASCII digits, with the signs inside them: 1403/02/05."""
    return frozenset(_NUMBER.findall(to_ascii_digits(text)))


def named_articles(text: str) -> frozenset[str]:
    """What is named of laws: «ماده 1082»."""
    return frozenset(_ARTICLE.findall(to_ascii_digits(text)))


def foreign_words(text: str) -> frozenset[str]:
    """Words in Latin letters."""
    return frozenset(_LATIN.findall(text))


def holds_address(text: str) -> bool:
    """Whether a text sends its reader to a page, a mail box or an account."""
    return _ADDRESS.search(text) is not None


def stem(word: str) -> str:
    """The beginning of a word of :func:`search_text` by which its forms are known as one."""
    return word[:_STEM]


def content_words(text: str) -> list[str]:
    """The words of a text that carry something, in order, as :func:`search_text` spells them."""
    return [word for word in search_text(text).split() if len(word) > _SHORT_WORD]
