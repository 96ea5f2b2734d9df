"""Whether a sentence stands on its records: nothing in it that they don't say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise

from assistant.guidance.model import Sentence
from assistant.persian import search_text
from assistant.persian.traces import (
    content_words,
    foreign_words,
    holds_address,
    named_articles,
    numbers,
    stem,
)

_LEAST_SHARED = 0.7  # share of a sentence's content words that its records must hold
_MOST_ADDED = 3  # content words in a row that its records don't hold
_NEGATIONS = frozenset({"نه", "نیست", "نیستند", "نیستید", "هیچ", "بدون", "ممنوع"})
_DENYING = ("نمی", "نبا", "نشو", "ندا", "نکن")  # beginnings of verbs


def is_grounded(sentence: Sentence, records: Iterable[Sentence]) -> bool:
    """Say whether a reworded sentence is borne by the records it cites.

    Every number, every article named and most content words must stand in those records; it must cite something,
    and hold no address. It may deny only what they deny.
    """
    if not sentence.text or not (sentence.cites or sentence.rules):
        return False
    cited = set(sentence.cites)
    used = {use.id for use in sentence.rules}
    sources = [r for r in records if cited & set(r.cites) or used & {use.id for use in r.rules}]
    said, borne = sentence.text, " ".join(record.text for record in sources)
    return (
        numbers(said) <= numbers(borne)
        and named_articles(said) <= named_articles(borne)
        and foreign_words(said) <= foreign_words(borne)
        and not holds_address(said)
        and set(negations(said)) <= set(negations(borne))
        and _says_the_same(said, borne)
    )


def negations(text: str) -> Counter[str]:
    """Return the words of a text that deny, each with the word before it, and their number.

    «لازم نیست» is no other sentence's «مال زن نیست»; a verb says by itself what it denies.
    """
    words = search_text(text).split()
    denied = Counter(word for word in words if word.startswith(_DENYING))
    return denied + Counter(
        f"{stem(before)} {word}" for before, word in pairwise(("", *words)) if word in _NEGATIONS
    )


def _says_the_same(said: str, borne: str) -> bool:
    """Whether most content words are those of the records, with no long run of others."""
    known = {stem(word) for word in search_text(borne).split()}
    held = [stem(word) in known for word in content_words(said)]
    added = max((len(list(run)) for borne_out, run in groupby(held) if not borne_out), default=0)
    return bool(held) and sum(held) / len(held) >= _LEAST_SHARED and added <= _MOST_ADDED
