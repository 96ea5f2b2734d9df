"""Reading a share of a whole: «۵۰ درصد», «سه دانگ و نیم», «یک سوم», «نصفش», «همه‌اش»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.folding import fold
from assistant.drafting.reading.model import Reading
from assistant.persian import from_finglish, normalize, search_text, to_ascii_digits
from assistant.persian.number_words import NUMBER, number_value

_SHARES = Path(__file__).parent.parent / "data" / "shares.yaml"
_NUMBER = re.compile(r"[0-9]+(?:[.٫/][0-9]+)?")
_WHOLE, _SIXTHS = 100, 6


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    sixth: str
    half_more: str
    halves: frozenset[str]
    parts: Mapping[int, frozenset[str]]
    whole: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words.model_validate(yaml.load(_SHARES.read_bytes(), yaml.CSafeLoader))


def read_percent(text: str) -> Reading:
    """Read a share in percent, told as a number, in sixths (دانگ), as a fraction, or in words."""
    said = search_text(fold(from_finglish(text)))
    share = _in_sixths(said) or _fraction(said, text) or _number(text) or _in_words(said)
    if share is None:
        return Reading(problem="not_a_number")
    if not 0 < share <= _WHOLE:
        return Reading(problem="not_a_percentage")
    return Reading(value=f"{float(share):.2f}".rstrip("0").rstrip("."))


def _in_sixths(said: str) -> Fraction | None:
    """«سه دانگ و نیم», «نیم دانگ», «یه دنگ»."""
    words = _words()
    told = re.search(rf"(?P<number>{NUMBER})? ?(?:{words.sixth})(?P<more>{words.half_more})?", said)
    if told is None:
        return None
    spoken = (told["number"] or "").split()
    half = bool(told["more"]) or bool(spoken and spoken[-1] in words.halves)
    whole = number_value(" ".join(word for word in spoken if word not in words.halves).removesuffix(" و"))
    return (Fraction(whole or (0 if half else 1)) + Fraction(half, 2)) * _WHOLE / _SIXTHS


def _fraction(said: str, text: str) -> Fraction | None:
    """«یک سوم», «سه چهارم», «۱/۳»."""
    written = re.fullmatch(r"\D*(\d{1,2})/(\d{1,2})\D*", to_ascii_digits(normalize(text)))
    if written and 0 < int(written[1]) < int(written[2]):
        return Fraction(int(written[1]), int(written[2])) * _WHOLE
    for part, names in _words().parts.items():
        told = re.search(rf"(?P<number>{NUMBER}) (?:{'|'.join(sorted(names))})(?!\w)", said)
        number = number_value(told["number"]) if told else None
        if number and number < part:
            return Fraction(number, part) * _WHOLE
    return None


def _number(text: str) -> Fraction | None:
    """The one number that is told, in digits or words."""
    said = to_ascii_digits(normalize(text))
    digits = _NUMBER.findall(said)
    if digits:
        return Fraction(digits[0].replace("٫", ".").replace("/", ".")) if len(digits) == 1 else None
    words = [found[0] for found in re.finditer(NUMBER, said)]
    number = number_value(words[0]) if len(words) == 1 and words[0].strip() not in _words().halves else None
    return Fraction(number) if number else None


def _in_words(said: str) -> Fraction | None:
    """«نصفش», «ربعش», «همه‌اش مال من است»: the first word that tells a share."""
    words = _words()
    for word in said.split():
        if word in words.halves:
            return Fraction(_WHOLE, 2)
        if word in words.whole:
            return Fraction(_WHOLE)
        for part, names in words.parts.items():
            if word in names:
                return Fraction(_WHOLE, part)
    return None
