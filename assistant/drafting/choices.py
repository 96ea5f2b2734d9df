"""How people say the choices of a field in their own words, from ``data/choices.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.persian import search_text

Phrases = dict[str, dict[str, tuple[str, ...]]]  # field, choice: patterns over folded text


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    told: Phrases  # surely meant, wherever it is said
    answered: Phrases  # meant in an answer to the question
    neutral: tuple[str, ...]  # choices for what is none of the others
    neither: tuple[str, ...]  # patterns: none of the choices
    neither_nor: str  # a pattern with two groups: «نه این نه آن»
    denied: tuple[str, ...]  # patterns: the end of a clause that denies what it names
    empty: tuple[str, ...]  # words that tell no choice from another


@lru_cache(maxsize=1)
def choice_words() -> _Table:
    """The table, read once."""
    path = Path(__file__).parent / "data" / "choices.yaml"
    return _Table.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def told_phrases() -> Phrases:
    """Phrases that tell a choice in the middle of a story."""
    return choice_words().told


def answer_phrases(field: str) -> dict[str, tuple[str, ...]]:
    """Phrases that mean a choice in an answer; those of stories count as well."""
    told, answered = choice_words().told.get(field, {}), choice_words().answered.get(field, {})
    return {choice: (*answered.get(choice, ()), *told.get(choice, ())) for choice in told | answered}


def neutral_choice(choices: tuple[str, ...]) -> str | None:
    """The choice for what is none of the others: «سایر», «علت دیگر»."""
    return next((choice for choice in choices if choice in choice_words().neutral), None)


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words that tell no choice from another, in the form of :func:`search_text`."""
    return frozenset(search_text(word) for word in choice_words().empty)
