"""Triage: is someone in danger or in detention, is a time limit about to pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.guidance.model import Urgency
from assistant.persian import search_text

_GAP = r"(?: \S+){0,5}? "
_ORDER: tuple[Urgency, ...] = ("danger", "detention", "deadline")  # what is told first when several hold


class Cues(BaseModel):
    """Runs of words that speak for an urgency, and those that take it back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cues: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Triage:
    """Finds what comes before everything else."""

    patterns: dict[Urgency, tuple[re.Pattern[str], re.Pattern[str]]]

    @classmethod
    def load(cls, corpus_dir: Path) -> Triage:
        """Read ``corpus/triage.yaml``."""
        return _load(corpus_dir)

    def urgency(self, text: str) -> Urgency | None:
        """Return what makes the message urgent, or None."""
        key = f" {search_text(text)} "
        for urgency in _ORDER:
            cue, unless = self.patterns[urgency]
            if cue.search(key) and not unless.search(key):
                return urgency
        return None


@lru_cache(maxsize=4)
def _load(corpus_dir: Path) -> Triage:
    data = yaml.load((corpus_dir / "triage.yaml").read_bytes(), yaml.CSafeLoader)
    cues = {urgency: Cues.model_validate(data[urgency]) for urgency in _ORDER}
    return Triage({urgency: (_pattern(c.cues), _pattern(c.unless)) for urgency, c in cues.items()})


def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    runs = (_GAP.join(re.escape(search_text(part)) for part in cue.split("…")) for cue in cues)
    alternatives = "|".join(sorted(set(runs)))
    return re.compile(f" (?:{alternatives})(?= )" if alternatives else r"(?!)")
