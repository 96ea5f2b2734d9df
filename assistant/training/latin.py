"""Persian as people type it in Latin letters: the reverse of ``assistant.persian.finglish``, with its variety."""

from __future__ import annotations

import re
from random import Random

from assistant.persian import to_ascii_digits
from assistant.persian.finglish import latin_spellings
from assistant.persian.letters import LETTER, ZWNJ
from assistant.training.noise import noise_data

_WORD = re.compile(f"[{LETTER}{ZWNJ}]+")
_VOWEL_BETWEEN = 0.75  # how often an unwritten vowel is typed between two consonants


def to_latin(text: str, rng: Random) -> str:
    """Return Persian text in Latin letters; each call may choose other spellings."""
    marks = str.maketrans(noise_data()["marks"])
    plain = to_ascii_digits(text).translate(marks)
    return _WORD.sub(lambda match: _word(match[0].replace(ZWNJ, ""), rng), plain)


def _word(word: str, rng: Random) -> str:
    if listed := latin_spellings().get(word):
        return rng.choice(listed)
    for ending, spellings in noise_data()["endings"].items():
        listed = latin_spellings().get(word.removesuffix(ending))
        if listed and word.endswith(ending):
            return rng.choice(listed) + rng.choice(str(spellings).split())
    return _by_sound(word, rng)


def _by_sound(word: str, rng: Random) -> str:
    data = noise_data()
    typed = []
    for letter, following in zip(word, word[1:] + " ", strict=True):
        typed.append(rng.choice(data["latin"].get(letter, "").split() or [""]))
        consonants = letter not in data["long"] and following not in data["long"] + " "
        if consonants and rng.random() < _VOWEL_BETWEEN:
            typed.append(rng.choice(data["vowels"]))
    return "".join(typed)
