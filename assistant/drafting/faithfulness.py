"""Whether a polished account tells what was told: the facts, no more and no less."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.petition import Facts
from assistant.persian import search_text
from assistant.persian.traces import (
    content_words,
    foreign_words,
    holds_address,
    named_articles,
    numbers,
    stem,
)

_LEAST_KEPT = 0.6  # share of the account's content words that are told again
_LONGEST = 1.6  # times the account


class Style(BaseModel):
    """``data/polishing.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    neutral: tuple[str, ...]
    synonyms: Mapping[str, tuple[str, ...]]
    denying: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What a person told in words of their own, with what else is known."""

    text: str
    role: str  # how the paper calls the person: «خواهان»
    facts: Facts  # the other answers, by field: what they say may be said here
    read: Callable[[str], Facts]  # the facts that a text tells, by field


def strays(polished: str, told: Account) -> tuple[str, ...]:
    """Name what a polished account has lost or added; nothing where it is faithful."""
    account, facts = told.text, told.facts
    read_before, read_after = told.read(account), told.read(polished)
    known = " ".join((account, told.role, *(value for value in facts.values() if isinstance(value, str))))
    faults = {
        "length": not polished or len(polished) > _LONGEST * len(account) + 80,
        "numbers": not numbers(account) <= numbers(polished) <= numbers(known),
        "articles": not named_articles(polished) <= named_articles(account),
        "foreign words": not foreign_words(polished) <= foreign_words(known),
        "address": holds_address(polished),
        "denials": _denials(polished) != _denials(account),
        "added words": bool(_added(polished, known)),
        "lost words": _kept(polished, account) < _LEAST_KEPT,
        "other facts": _differ(read_after, {**facts, **read_before}),
        "lost facts": _differ(read_before, {**facts, **read_after}),
    }
    return tuple(name for name, found in faults.items() if found)


def _differ(found: Facts, known: Facts) -> bool:
    """Whether facts were found that are not known so; what is told in words of one's own is held to its words."""
    return any(known.get(name) != value and not _in_words(value) for name, value in found.items())


def _in_words(value: str | bool) -> bool:
    return isinstance(value, str) and " " in value


def _denials(text: str) -> int:
    denying = re.compile(style().denying)
    ways = {search_text(way) for way in style().ways}
    return sum(1 for word in search_text(text).split() if denying.match(word) or word in ways)


def _added(polished: str, told: str) -> tuple[str, ...]:
    """The content words that were not told and are no words of the style."""
    known = {stem(word) for word in search_text(told).split()}
    allowed = known | _neutral() | {part for part, said in _synonyms() if known & said}
    return tuple(
        word for word in content_words(polished) if not {stem(word), word.removesuffix("ی")} & allowed
    )


def _kept(polished: str, account: str) -> float:
    """The share of the account's content words that are told again, in the same words or in those of the style."""
    again = {stem(word) for word in search_text(polished).split()}
    instead = frozenset().union(*(said for part, said in _synonyms() if part in again))
    words = [stem(word) for word in content_words(account)]
    return sum(word in again or word in instead for word in words) / max(1, len(words))


@lru_cache(maxsize=1)
def style() -> Style:
    """The style, read once."""
    path = Path(__file__).parent / "data" / "polishing.yaml"
    return Style.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


@lru_cache(maxsize=1)
def _neutral() -> frozenset[str]:
    return frozenset(stem(word) for phrase in style().neutral for word in search_text(phrase).split())


@lru_cache(maxsize=1)
def _synonyms() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each word of the style with the everyday words that it may stand for, as stems."""
    return tuple(
        (stem(word), frozenset(stem(part) for one in said for part in search_text(one).split()))
        for phrase, said in style().synonyms.items()
        for word in search_text(phrase).split()
    )
