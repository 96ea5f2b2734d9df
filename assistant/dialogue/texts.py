"""What the citizen reads and how people say things: the data under ``templates/dialogue``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.persian import search_text
from assistant.settings import settings


class Words(BaseModel):
    """``commands.yaml``: every phrase in the form of :func:`plain`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    polite: frozenset[str]
    commands: dict[str, frozenset[str]]
    talk: dict[str, frozenset[str]]
    yes: frozenset[str]
    no: frozenset[str]
    none: frozenset[str]
    unknown: frozenset[str]
    lacking: frozenset[str]
    lacking_verbs: frozenset[str]
    lacking_filler: frozenset[str]
    but: frozenset[str]
    same_day: frozenset[str]
    later: frozenset[str]
    still: frozenset[str]
    write: frozenset[str]
    filler: frozenset[str]
    kinds: frozenset[str]
    ordinals: dict[str, frozenset[str]]
    aside: frozenset[str]
    asks_first: frozenset[str]
    asks_last: frozenset[str]
    question: frozenset[str]
    about_question: frozenset[str]
    topics: dict[str, frozenset[str]]
    correction: frozenset[str]
    mistake: frozenset[str]
    correction_filler: frozenset[str]
    halt: frozenset[str]
    same_words: dict[str, frozenset[str]]


def plain(text: str) -> str:
    """A text as it is compared: one spelling, no punctuation, no emoji."""
    return search_text(text)


def say(key: str, **values: object) -> str:
    """The message of ``messages.yaml`` under a dotted key, with its placeholders filled in."""
    found: Any = _messages()
    for part in key.split("."):
        found = found[part]
    return str(found).format(**values).strip()


@lru_cache(maxsize=1)
def words() -> Words:
    """How people say things to the assistant itself."""
    return Words.model_validate(_plain_all(_load("commands")))


@lru_cache(maxsize=1)
def field_words() -> dict[str, tuple[str, ...]]:
    """By field, the words people use for it, in the form of :func:`plain`."""
    return {field: tuple(map(plain, said)) for field, said in _load("field_words").items()}


@lru_cache(maxsize=1)
def _messages() -> dict[str, Any]:
    return _load("messages")


def _load(name: str) -> dict[str, Any]:
    path = settings().templates_dir / "dialogue" / f"{name}.yaml"
    loaded: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return loaded


def _plain_all(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _plain_all(value) for key, value in data.items()}
    return frozenset(plain(str(phrase)) for phrase in data)
