"""The Persian words of :mod:`assistant.law`, read from ``words.yaml`` beside this file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ArticleWords(_Words):
    """How an article is called."""

    word: str
    of_law: dict[str, str]
    plural: str
    plural_of_law: dict[str, str]
    label: str
    unnumbered: str


class CourtWords(_Words):
    """A court whose unification rulings can be imported."""

    issuer: str  # how the issuer is named in the source
    law: str  # id of the collection
    title: str


class OfficialChangeWords(_Words):
    """What is to be reviewed, and why, where an official text changed."""

    changed: str
    repealed: str
    restored: str
    gone: str


class ListingWords(_Words):
    """How things are enumerated."""

    between: str
    last: str


class UnitWords(_Words):
    """How values are said, by unit."""

    rial_and_toman: str
    days: str
    months: str
    years: str
    ratio: str
    count: str
    range: str
    up_to: str


class CautionWords(_Words):
    """What is added where a value is old or not certain."""

    outdated: str
    outdated_undated: str
    unsure: str
    title: str
    joiner: str


class CheckWords(_Words):
    """What betrays a figure of the law in prose."""

    figure_units: tuple[str, ...]
    figure_endings: tuple[str, ...]
    number_words: tuple[str, ...]
    number_and: str
    doubtful_numbers: tuple[str, ...]  # no figure without one of the next two
    period_before: tuple[str, ...]
    period_after: tuple[str, ...]
    told_time: tuple[str, ...]  # after a number: no figure
    told_time_unless: str
    examples: tuple[str, ...]  # before a quotation: no figure
    more_shares: tuple[str, ...]


class Words(_Words):
    """All words of the package."""

    article: ArticleWords
    rulings: tuple[CourtWords, ...]
    ruling_number: str
    official_change: OfficialChangeWords
    listing: ListingWords
    units: UnitWords
    magnitudes: tuple[tuple[int, str], ...]
    fractions: dict[str, str]
    caution: CautionWords
    check: CheckWords


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once."""
    text = Path(__file__).with_name("words.yaml").read_bytes()
    return Words.model_validate(yaml.load(text, yaml.CSafeLoader))
