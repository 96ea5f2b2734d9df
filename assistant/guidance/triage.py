"""Triage: is someone in danger or in detention, is a time limit about to pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.guidance.cues import Cues, any_of, cue_key
from assistant.guidance.model import Urgency
from assistant.guidance.periods import Counting, PeriodCounter
from assistant.law.rules import Day, RuleBook
from assistant.law.schemas import CueGroup
from assistant.persian import JalaliDate

_ORDER: tuple[Urgency, ...] = ("danger", "detention", "deadline")  # what is told first when several hold
# How probable an urgency must be where no cue speaks for one. Chosen on dev: the lowest at which nine of ten messages
# called urgent are.
_PROBABLE = 0.1
_NOT_OF_LAW = 0.3  # … where the message is no matter of law: what is told of a child often sounds so
_TOLD_ASIDE = 0.4  # … where it is told aside
# What a cue adds to the learned probability of its urgency, when the likeliest is chosen.
_CUE = 0.8
_DANGER_FIRST = 1.5  # how much more than another urgency a danger counts: to miss one is worse


class TriageData(BaseModel):
    """The contents of ``corpus/triage.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Mapping[str, tuple[str, ...]]
    aside: tuple[str, ...]
    past: tuple[str, ...]
    danger: tuple[CueGroup, ...]
    detention: tuple[CueGroup, ...]
    deadline: tuple[CueGroup, ...]
    counting: Counting


@dataclass(frozen=True, slots=True)
class Triage:
    """Finds what comes before everything else."""

    cues: Mapping[Urgency, tuple[Cues, ...]]
    periods: PeriodCounter
    aside: re.Pattern[str]  # words of fiction and of study

    @classmethod
    def load(cls, corpus_dir: Path, rules: RuleBook) -> Triage:
        """Read ``corpus/triage.yaml``; the lengths of periods come from the rules."""
        content = yaml.load((corpus_dir / "triage.yaml").read_bytes(), yaml.CSafeLoader)
        data = TriageData.model_validate(content)
        groups = {"danger": data.danger, "detention": data.detention, "deadline": data.deadline}
        cues = {
            urgency: tuple(Cues.compile(group, data.words, data.past) for group in groups[urgency])
            for urgency in _ORDER
        }
        periods = PeriodCounter.compile(data.counting, data.words, rules)
        return cls(cues, periods, any_of(data.aside, data.words))

    def urgency(
        self, text: str, on: Day, learned: Mapping[str, float], of_law: bool = True
    ) -> Urgency | None:
        """Return what makes the message urgent, or None.

        A cue, or a period that can be counted, decides that it is urgent, and the learned probabilities what it is
        above all. Without one they decide both; more is asked of them where the message is told aside, which silences
        its cues, and where it is not ``of_law``.
        """
        key = cue_key(text)
        aside = self.aside.search(key) is not None
        cued = set() if aside else set(self._cued(key, text, on))
        bar = _TOLD_ASIDE if aside else _PROBABLE if of_law else _NOT_OF_LAW
        if not cued and _probable(learned) < bar:
            return None
        return max(_ORDER, key=lambda urgency: _weight(urgency, learned, urgency in cued))

    def _cued(self, key: str, text: str, on: Day) -> Iterator[Urgency]:
        for urgency in _ORDER:
            if any(cues.found(key) for cues in self.cues[urgency]):
                yield urgency
        day = on if isinstance(on, JalaliDate) else JalaliDate.parse(on)
        if self.periods.ends_soon(key, text, day):
            yield "deadline"


def _probable(learned: Mapping[str, float]) -> float:
    """That somebody is threatened or held, which is often both, or that a time limit is about to pass."""
    return max(learned.get("danger", 0.0) + learned.get("detention", 0.0), learned.get("deadline", 0.0))


def _weight(urgency: Urgency, learned: Mapping[str, float], cued: bool) -> float:
    weight = learned.get(urgency, 0.0) + _CUE * cued
    return weight * _DANGER_FIRST if urgency == "danger" else weight
