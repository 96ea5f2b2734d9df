"""Whether a sentence stands on its records: nothing in it that they don't say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.guidance.model import Sentence
from assistant.persian import search_text, to_ascii_digits

_NUMBER = re.compile(r"\d+(?:[٫.,٬/]\d+)*")
_ARTICLE = re.compile(r"(?:ماده|مواد|اصل|تبصره|بند)\s*\d+")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\w\.(?:ir|com|org)\b", re.IGNORECASE)
_LEAST_SHARED = 0.5  # share of a sentence's content words that its records must hold
_SHORT_WORD = 2


def is_grounded(sentence: Sentence, records: Iterable[Sentence]) -> bool:
    """Say whether a reworded sentence is borne by the records it cites.

    Every number, every article named and most content words must stand in those records; it must cite something,
    and hold no address. What the records forbid, it can't allow: a negation that neither side shares fails too.
    """
    if not sentence.text or not (sentence.cites or sentence.rules):
        return False
    cited = set(sentence.cites)
    used = {use.id for use in sentence.rules}
    sources = [r for r in records if cited & set(r.cites) or used & {use.id for use in r.rules}]
    source_text = " ".join(record.text for record in sources)
    said, borne = to_ascii_digits(sentence.text), to_ascii_digits(source_text)
    return (
        set(_NUMBER.findall(said)) <= set(_NUMBER.findall(borne))
        and set(_ARTICLE.findall(said)) <= set(_ARTICLE.findall(borne))
        and not _ADDRESS.search(said)
        and _negated(said) == _negated(borne)
        and _shared(said, borne) >= _LEAST_SHARED
    )


def _negated(text: str) -> bool:
    return any(
        word in {"نه", "نیست", "هیچ", "بدون"} or word.startswith(("نمی", "نبا", "نشو", "ندا"))
        for word in search_text(text).split()
    )


def _shared(said: str, borne: str) -> float:
    words = [word for word in search_text(said).split() if len(word) > _SHORT_WORD]
    known = set(search_text(borne).split())
    return sum(word in known for word in words) / len(words) if words else 0.0
