"""The tables of cues and names, compiled once from ``drafting/data``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.folding import fold, squeeze
from assistant.drafting.places import county_names

_DATA = Path(__file__).resolve().parent.parent / "data"
_LIST = re.compile(r"\b(?!VALUE)[A-Z_]{3,}\b")
Patterns = dict[str, tuple[str, ...]]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NumberCue(_Table):
    """A number of so many digits (``16`` or ``16-18``), with the cues that stand near it."""

    digits: int | str
    cues: tuple[str, ...]
    like: str | None = None  # what the number itself betrays, where nothing is said of it

    @property
    def length(self) -> tuple[int, int]:
        """Least and greatest number of digits."""
        least, _, greatest = str(self.digits).partition("-")
        return int(least), int(greatest or least)


class YesNoCue(_Table):
    """What says yes and what says no: by itself, or as the verb that follows a subject."""

    about: tuple[str, ...] = ()  # the subject: «دیرکرد»
    confirmed_by: tuple[str, ...] = ()  # what follows it: «می‌خوام»; by default `wants` and `declines`
    denied_by: tuple[str, ...] = ()
    affirm: tuple[str, ...] = ()  # says it by itself
    deny: tuple[str, ...] = ()


class NameCues(_Table):
    """``data/cues.yaml``, names: patterns around the name of a person."""

    applicant_own: str
    applicant_i: str
    applicant_i_after: str
    applicant_i_first: str
    applicant_i_first_after: str
    applicant_alone_after: str
    applicant_then: dict[str, str]
    applicant_after: dict[str, str]
    clause_begins: str
    titles_before: str
    applicant_to_me: str
    applicant_am: str
    applicant_from: str
    applicant_opening: str
    applicant_clause_after: str
    applicant_opening_after: str
    applicant_signature: str
    opponent_own: str
    opponent_always: str
    opponent_parent: str
    opponent_with: dict[str, str]
    opponent_is: str
    opponent_does: str
    opponent_harms: str
    lawyer: str
    expert: str
    expert_after: str
    deceased: str
    deceased_kin: str
    deceased_after: str
    deceased_then: str
    prisoner: str
    prisoner_after: str


class Cues(_Table):
    """``data/cues.yaml``."""

    others: tuple[str, ...]
    relations: tuple[str, ...]
    relation_endings: str
    relation_between: str
    third_person: str
    dates: Patterns
    only_date: tuple[str, ...]
    amounts: Patterns
    only_amount: tuple[str, ...]
    stretch_from: str
    stretch_to: str
    stretch_of_lease: str
    loose: str
    least_amount: int
    denied: str
    written_on: str
    weak: frozenset[str]
    shapes: dict[str, str]
    identifiers: dict[str, NumberCue]
    patterns: Patterns
    runs: Patterns
    guessed_runs: Patterns
    run_stops: frozenset[str]
    addresses: Patterns
    lives_at: str
    address_words: str
    address_ends: str
    flags: dict[str, YesNoCue]
    wants: tuple[str, ...]
    declines: tuple[str, ...]
    names: NameCues


class NameWords(_Table):
    """``data/names.yaml``, folded; a first name of two parts («علی‌اکبر») has a blank."""

    first: frozenset[str]
    first_or_word: frozenset[str]
    first_parts: frozenset[str]
    ends_in_m: frozenset[str]
    before: frozenset[str]
    titles: frozenset[str]
    surname_heads: frozenset[str]
    surname_tails: frozenset[str]
    stop: frozenset[str]
    surname_shape: str
    verbs: str

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words with which a name can begin."""
        return frozenset(name.split()[0] for name in self.first) | self.before

    def is_first(self, word: str) -> bool:
        """Whether a word is a first name, of one piece or put together: «امیرحسام», «سیدمهدی»."""
        if word in self.first:
            return True
        pieces = ((word[: len(part)], word[len(part) :]) for part in self.first_parts)
        return any(front in self.first_parts and rest in self.first for front, rest in pieces)


_Row = TypeVar("_Row")


def of_form(table: Mapping[str, _Row], fields: Set[str]) -> Iterator[tuple[str, _Row]]:
    """The rows of a table for fields of the form."""
    return ((field, row) for field, row in table.items() if field in fields)


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, read once."""
    return Cues.model_validate(yaml.load((_DATA / "cues.yaml").read_bytes(), yaml.CSafeLoader))


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """First names and the words around them, as single folded words."""
    tables: dict[str, list[str]] = yaml.load((_DATA / "names.yaml").read_bytes(), yaml.CSafeLoader)
    patterns = {name: tables.pop(name) for name in ("verbs", "surname_shape")}
    folded = {table: {squeeze(fold(word)) for word in words} for table, words in tables.items()}
    folded["stop"] = {word.split()[0] for word in folded["stop"]}
    return NameWords.model_validate(folded | patterns)


def is_verb(word: str) -> bool:
    """Whether a folded word is a verb form of a story: «نمیده», «بردن»."""
    return _verbs().fullmatch(word) is not None


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(fold(name_words().verbs))


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables; the words in capitals stand for lists of words."""
    folded = fold(pattern)
    return re.compile(_LIST.sub(_named, folded))


def _named(name: re.Match[str]) -> str:
    """What a name in capitals stands for: a shape, which may name others, or any word of a list."""
    shape = cues().shapes.get(name[0])
    return _any(_lists()[name[0]]) if shape is None else _LIST.sub(_named, fold(shape))


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    table = yaml.load((_DATA / "lists.yaml").read_bytes(), yaml.CSafeLoader)
    named = {name: tuple(words) for name, words in table.items()}
    return (
        named
        | {"COUNTY": county_names(), "OTHERS": cues().others, "RELATION": cues().relations}
        | {"FIRST": (*name_words().first, *name_words().first_or_word)}
    )


def _any(words: tuple[str, ...]) -> str:
    """Any of these words; a blank in them is there or not, as people write them."""
    spelt = (re.escape(squeeze(fold(word))).replace(r"\ ", " ?") for word in words)
    return f"(?:{'|'.join(sorted(spelt, key=len, reverse=True))})"
