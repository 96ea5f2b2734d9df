"""Texts as people mistype them: a slip of the finger, a letter of the same sound, a lost or a false space."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from random import Random
from typing import Any

import yaml

from assistant.persian.letters import ZWNJ

SHORTEST = 3  # letters of a word that is mistyped
RATE = 0.15  # of the words


def mistype(text: str, rng: Random) -> str:
    """Return the text with one mistake at least, where a word is long enough for one."""
    words = text.split(" ")
    able = [place for place, word in enumerate(words) if len(word) >= SHORTEST]
    chosen = {place for place in able if rng.random() < RATE} or set(rng.sample(able, min(1, len(able))))
    for place in chosen:
        words[place] = rng.choice(SLIPS)(words[place], rng)
    return _misspace(" ".join(words), rng)


@cache
def noise_data() -> Mapping[str, Any]:
    """The tables of ``data/noise.yaml``."""
    text = files("assistant.training").joinpath("data", "noise.yaml").read_text("utf-8")
    data: Mapping[str, Any] = yaml.safe_load(text)
    return data


def _swap(word: str, rng: Random) -> str:
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, rng: Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, rng: Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _neighbour(word: str, rng: Random) -> str:
    return _replaced(word, _neighbours(), rng)


def _same_sound(word: str, rng: Random) -> str:
    return _replaced(word, _sounds(), rng)


SLIPS: tuple[Callable[[str, Random], str], ...] = (_swap, _drop, _double, _neighbour, _same_sound)


def _replaced(word: str, others: Mapping[str, str], rng: Random) -> str:
    """Put another letter for one that has others; a word without such a letter loses one."""
    places = [place for place, letter in enumerate(word) if letter in others]
    if not places:
        return _drop(word, rng)
    at = rng.choice(places)
    return word[:at] + rng.choice(others[word[at]]) + word[at + 1 :]


def _misspace(text: str, rng: Random) -> str:
    """Lose the half-spaces, as most people do, or now and then a space."""
    text = text.replace(ZWNJ, rng.choice(("", " ", ZWNJ)))
    spaces = [place for place, char in enumerate(text) if char == " "]
    if spaces and rng.random() < RATE:
        at = rng.choice(spaces)
        text = text[:at] + text[at + 1 :]
    return text


@cache
def _neighbours() -> Mapping[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for row in noise_data()["keyboard"]:
        for left, right in pairwise(row):
            found[left] += right
            found[right] += left
    return dict(found)


@cache
def _sounds() -> Mapping[str, str]:
    return {letter: group.replace(letter, "") for group in noise_data()["same_sound"] for letter in group}
