"""Triage: is someone in danger or in detention, is a time limit about to pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
# The probability at which the learned opinion alone makes a message urgent: the lowest at which, cross-validated over
# the corpus and the dev set, nine of ten messages called urgent are. So 95 of 100 urgent messages are found, and 6 of
# 100 ordinary stories taken for urgent.
_SURE = 0.11
# The probability of one urgency that overrules what else is thought of the message, short of a cue of danger.
_PLAIN = 0.5


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

        A cue of danger decides. Else the learned probability of an urgency where it is plain, then a cue or a period
        that can be counted, then the learned probabilities together. What is told aside is urgent only where the
        learned opinion is plain; what is not ``of_law``, where that or a cue speaks.
        """
        key = cue_key(text)
        aside = self.aside.search(key) is not None
        cued = None if aside else self._by_cue(key, text, on)
        likeliest = max(_ORDER, key=lambda urgency: learned.get(urgency, 0.0))
        if cued != "danger" and learned.get(likeliest, 0.0) >= _PLAIN:
            return likeliest
        if cued or aside or not of_law:
            return cued
        return likeliest if sum(learned.get(urgency, 0.0) for urgency in _ORDER) >= _SURE else None

    def _by_cue(self, key: str, text: str, on: Day) -> Urgency | None:
        for urgency in _ORDER:
            if any(cues.found(key) for cues in self.cues[urgency]):
                return urgency
        day = on if isinstance(on, JalaliDate) else JalaliDate.parse(on)
        return "deadline" if self.periods.ends_soon(key, text, day) else None
