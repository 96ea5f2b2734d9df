"""Persian as people type it in Latin letters: the reverse of ``assistant.persian.finglish``, with its variety."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from assistant.persian import to_ascii_digits
from assistant.persian.data import read_data
from assistant.persian.letters import LETTER, ZWNJ
from assistant.training.noise import noise_data

_WORD = re.compile(f"[{LETTER}{ZWNJ}]+")
_LONG = "اآویعأؤئ"  # letters that stand for a vowel, or may
_VOWEL_BETWEEN = 0.6  # how often an unwritten vowel is typed between two consonants


def to_latin(text: str, rng: Random) -> str:
    """Return Persian text in Latin letters; each call may choose other spellings."""
    return _WORD.sub(lambda match: _word(match[0].replace(ZWNJ, ""), rng), to_ascii_digits(text))


def _word(word: str, rng: Random) -> str:
    if listed := _spellings().get(word):
        return rng.choice(listed)
    letters, vowels = noise_data()["latin"], noise_data()["vowels"]
    typed = []
    for letter, following in zip(word, word[1:] + " ", strict=True):
        typed.append(rng.choice(letters.get(letter, "").split() or [""]))
        consonants = letter not in _LONG and following not in _LONG + " "
        if consonants and rng.random() < _VOWEL_BETWEEN:
            typed.append(rng.choice(vowels))
    return "".join(typed)


@cache
def _spellings() -> Mapping[str, Sequence[str]]:
    words = read_data("finglish")["words"]
    return {persian.replace(ZWNJ, ""): str(latin).split() for persian, latin in words.items()}
