"""Figures written in words: «بیست روز», «ظرف یک ماه», «هجده‌سالگی»; and shares: «نصف», «یک‌سوم».

What a person tells of their own time is no figure of the law: «دو ماه پیش», «یک روز», «هر سال».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.law.words import words

_GAP = r"[\s\u200c]+"
_START, _END = r"(?<![\w\u200c])", r"(?![\w\u200c])"


def spelled_figures(text: str) -> Iterator[str]:
    """The numbers in words with a unit of the law; one of several meanings only in the words of a period."""
    check = words().check
    figure, before, after, told, number = _patterns()
    for match in figure.finditer(text):
        around = text[: match.start()], text[match.end() :]
        if told.match(around[1]) or number.search(around[0]):  # «دو سه روز» says no exact number
            continue
        doubtful = match["number"] in check.doubtful_numbers
        if not doubtful or before.search(around[0]) or after.match(around[1]):
            yield match[0]


def shares(text: str) -> Iterator[str]:
    """The shares in words: figures of the law in an estate, plain words elsewhere."""
    yield from (match[0] for match in _shares().finditer(text))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    check = words().check
    number, unit = _any_of(check.number_words), _any_of(check.figure_units)
    magnitude = _any_of(name for _, name in words().magnitudes)
    more = rf"(?:{_GAP}{magnitude}|{_GAP}{check.number_and}{_GAP}{number})*"
    ending = rf"(?:\u200c?{_any_of(check.figure_endings)})?"
    told = rf"\s+{_any_of(check.told_time)}{_END}(?!\s+{check.told_time_unless}{_END})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_START}(?P<number>{number}{more}){_GAP}{unit}{ending}{_END}",
            rf"{_START}{_any_of(check.period_before)}\s+$",
            rf"\s+{_any_of(check.period_after)}{_END}",
            told,
            rf"{_START}{number}ی?{_GAP}$",
        )
    )


@lru_cache(maxsize=1)
def _shares() -> re.Pattern[str]:
    known = (*words().fractions, *words().check.more_shares)
    spaced = (share.replace(" ", "\u200c").replace("\u200c", r"[\s\u200c]?") for share in known)
    return re.compile(f"{_START}{_any_of(spaced)}{_END}")


def _any_of(choices: Iterable[str]) -> str:
    return f"(?:{'|'.join(choices)})"
