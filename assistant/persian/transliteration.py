"""Unknown Latin words into Persian letters by sound, and one key for the spellings of a known one."""

import re
from functools import lru_cache

_DIGRAPHS = (
    ("kh", "خ"), ("gh", "ق"), ("sh", "ش"), ("ch", "چ"), ("zh", "ژ"), ("ph", "ف"), ("ck", "ک"),
    ("aa", "ا"), ("oo", "و"), ("ou", "و"), ("ee", "ی"), ("ei", "ی"), ("ey", "ی"), ("iy", "ی"),
)  # fmt: skip
_SINGLE = {
    "b": "ب", "c": "ک", "d": "د", "f": "ف", "g": "گ", "h": "ه", "i": "ی", "j": "ج", "k": "ک", "l": "ل",
    "m": "م", "n": "ن", "o": "", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "u": "و", "v": "و",
    "w": "و", "x": "خ", "y": "ی", "z": "ز", "a": "ا", "e": "",
}  # fmt: skip
_INITIAL = {"a": "ا", "e": "ا", "o": "ا", "i": "ای", "u": "او"}
# An «a» before two consonants, or in a last syllable other than -an/-ar/-ab/-ad, is the short one.
_SHORT_A = re.compile(r"a(?=[bcdfghjklmnpqrstvwxyz]{2})|a(?=[cfghjklmpqstvwxz]$)")

_KEY_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),
        (r"oo|ou|ow|u|w(?=$)", "o"),
        (r"ee", "i"),
        (r"w", "v"),
        (r"q", "gh"),
        (r"x", "kh"),
        (r"ph", "f"),
        (r"c(?!h)", "k"),
        (r"ei|ai(?=[a-z])", "ey"),
        (r"iy?eh?$", "ie"),
        (r"iy(?=[aeo])", "i"),
        (r"eh$", "e"),
        (r"y$", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def sound_key(word: str) -> str:
    """Return one key for the Latin spellings of one word: mehriye, mehrieh and mehriyeh agree."""
    key = word.lower()
    for pattern, to in _KEY_STEPS:
        key = pattern.sub(to, key)
    return key


def transliterate(word: str) -> str:
    """Write a Latin word in Persian letters by its sound: a guess, for words in no list."""
    latin = re.sub(r"[^a-z]", "", word.lower())
    latin = re.sub(r"([^aeou])\1", r"\1", latin)
    if not latin:
        return word
    ends_in_h = latin.endswith("e") and len(latin) > 2
    latin = latin[0] + _SHORT_A.sub("", latin[1:])
    persian = _INITIAL.get(latin[0], "")
    rest = latin[1:] if persian else latin
    for digraph, letter in _DIGRAPHS:
        rest = rest.replace(digraph, letter)
    persian += "".join(_SINGLE.get(char, char) for char in rest)
    return persian + "ه" if ends_in_h else persian
