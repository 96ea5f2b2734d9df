"""How near an answer is to each choice of a question: the words they share or nearly share, weighed."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from assistant.drafting.choices import empty_words
from assistant.persian import search_text

_ALIKE = 0.55  # share of equal letter groups from which two words are forms of one: مدرکم، مدارک
_SURE = 0.6  # of the weight of a word that only one choice has
_MARGIN = 0.35  # by which the best must lead, in the same measure
_PLAUSIBLE = 0.3  # from here the best is worth asking about


class Nearest(NamedTuple):
    """The choice that comes nearest, and whether it is surely meant."""

    choice: str
    sure: bool


def nearest_choice(choices: tuple[str, ...], said: str) -> Nearest | None:
    """The choice whose telling words an answer holds; None where it holds none of any."""
    spoken = _telling(said)
    unit = math.log(len(choices) + 1)
    ranked = sorted(
        ((_score(words, spoken) / unit, choice) for choice, words in _weighed(choices).items()),
        key=lambda scored: -scored[0],
    )
    best, choice = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if best < _PLAUSIBLE or best == second:
        return None
    return Nearest(choice, best >= _SURE and best - second >= _MARGIN)


def _score(words: dict[str, float], spoken: tuple[str, ...]) -> float:
    """The weights of a choice's words, each as far as a spoken word is like it."""
    likeness = (
        (weight, max((_alike(word, other) for other in spoken), default=0.0))
        for word, weight in words.items()
    )
    return sum(weight * alike for weight, alike in likeness if alike >= _ALIKE)


@lru_cache(maxsize=500)
def _weighed(choices: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """By choice its telling words; a word that several choices have tells less."""
    words = {choice: _telling(choice) for choice in choices}
    spread = Counter(word for own in words.values() for word in set(own))
    return {
        choice: {word: math.log((len(choices) + 1) / spread[word]) for word in own}
        for choice, own in words.items()
    }


def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in search_text(text).split() if word not in empty_words() and len(word) > 1)


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> float:
    """Share of letter groups that two words have in common, from 0 to 1 (Dice)."""
    if one == other:
        return 1.0
    ours, theirs = _groups(one), _groups(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _groups(word: str) -> frozenset[str]:
    """Pairs of neighbouring letters, the first one marked: beginnings tell more than endings."""
    padded = f" {word}"
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))
