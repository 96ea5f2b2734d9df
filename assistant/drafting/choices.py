"""How people say the choices of a field in their own words, from ``data/choices.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

Phrases = dict[str, dict[str, tuple[str, ...]]]  # field, choice: patterns over folded text


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    told: Phrases  # surely meant, wherever it is said
    answered: Phrases  # meant in an answer to the question


@lru_cache(maxsize=1)
def _table() -> _Table:
    path = Path(__file__).parent / "data" / "choices.yaml"
    return _Table.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def told_phrases() -> Phrases:
    """Phrases that tell a choice in the middle of a story."""
    return _table().told


def answer_phrases(field: str) -> dict[str, tuple[str, ...]]:
    """Phrases that mean a choice in an answer; those of stories count as well."""
    told, answered = _table().told.get(field, {}), _table().answered.get(field, {})
    return {choice: (*answered.get(choice, ()), *told.get(choice, ())) for choice in told | answered}
