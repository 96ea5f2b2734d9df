"""Words and numbers in the key of a message (:func:`search_text`): phrases, how many of a thing, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.calculation.words import words
from assistant.law.schemas import CalculatorInput
from assistant.persian import JalaliDate, search_text
from assistant.persian.number_words import NUMBER, number_value

_GAP = r"(?:\S+ ){0,3}?"
_YEAR = re.compile(r"(?<!\S)1[34]\d\d(?!\d)")


def holds(phrase: str, plain: str) -> bool:
    """Whether a phrase stands in a key; «word*» is any word that begins so, «…» up to three words between."""
    return _pattern(phrase).search(f"{plain} ") is not None


def named(spec: CalculatorInput, plain: str) -> str | None:
    """The choice that a text names; of several the one that is named by the longest phrase."""
    told = [
        (len(phrase), key)
        for key, choice in spec.choices.items()
        for phrase in choice.words
        if holds(phrase, plain)
    ]
    return max(told, key=lambda one: one[0])[1] if told else None


def counted(plain: str, things: Sequence[str]) -> str | None:
    """How many of a thing a text tells: «۱۱۴ سکه», «صد و ده تا سکه», «۲ فرزند پسر»."""
    for thing in things:
        match = _counted_pattern(thing).search(plain)
        value = whole(match["number"]) if match else None
        if value is not None:
            return value
    return None


def first_number(plain: str) -> str | None:
    """The first whole number of a text."""
    match = _number_pattern().search(plain)
    return whole(match["number"]) if match else None


def years(plain: str, today: JalaliDate) -> list[int]:
    """The years that a text tells: «۱۳۷۰», «سال ۷۰», «سال هفتاد»; of two digits never one to come."""
    found = [(match.start(), int(match[0])) for match in _YEAR.finditer(plain)]
    for match in _year_word_pattern().finditer(plain):
        number = number_value(match["number"])
        if number is not None and number < 100:
            found.append((match.start(), full_year(number, today)))
    return [year for _, year in sorted(found)]


def full_year(short: int, today: JalaliDate) -> int:
    """A year of two digits: of this century where it has begun already, else of the last."""
    century = today.year // 100 * 100
    return century + short if century + short <= today.year else century - 100 + short


def whole(number: str) -> str | None:
    """A whole number in digits or words, as digits; «یک دونه» is one, though «دونه» looks like two numbers."""
    value = number_value(number)
    if value is not None:
        return str(value)
    *rest, last = number.split()
    return whole(" ".join(rest)) if rest and number_value(last) is None else None


@lru_cache(maxsize=1)
def year_pattern() -> re.Pattern[str]:
    """A year that is named as one, in a text as it was written: «سال ۷۳», «سال ۱۳۷۳»."""
    return re.compile(
        rf"(?<!\S){re.escape(words().year)}[ \u200c]*(?:[0-9۰-۹]{{4}}|[0-9۰-۹]{{2}})(?![0-9۰-۹])"
    )


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = [_GAP if word == "…" else _word(word) for word in phrase.split()]
    return re.compile(rf"(?<!\S){''.join(parts)}")


def _word(word: str) -> str:
    if word.endswith("*"):
        # The beginning of a word is no word: only its letters are made equal.
        return rf"{re.escape(search_text(word[:-1]).replace(' ', ''))}\S* "
    return rf"{re.escape(search_text(word))} "


@lru_cache(maxsize=64)
def _counted_pattern(thing: str) -> re.Pattern[str]:
    classifier = "|".join(re.escape(search_text(word)) for word in words().counted)
    others = "|".join(re.escape(search_text(word)) for word in words().further_kin)
    ending = r"(?=\s|$|[اهیمشسن])"
    return re.compile(
        rf"(?P<number>{NUMBER}) ?(?:(?:{classifier}) ?)?{re.escape(search_text(thing))}{ending}(?! ?(?:{others}))"
    )


@lru_cache(maxsize=1)
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{NUMBER})(?=\s|$|{'|'.join(map(re.escape, words().counted))})")


@lru_cache(maxsize=1)
def _year_word_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(words().year)} (?P<number>\d\d(?!\d)|{NUMBER})")
