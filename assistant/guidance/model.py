"""What guidance says: sentences that stand on records, in sections, with the forms that fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.calculation import Calculation
from assistant.law.rules import RuleUse

Urgency = Literal["danger", "deadline", "detention"]
Topic = Literal[
    "summary", "who", "routes", "where", "steps", "documents", "cost", "time_limits", "next",
    "wrong_route", "warnings", "law", "official", "cautions", "answer", "calculation", "rulings",
    "purpose", "asked_for", "never_give",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the articles it cites and the rules whose values it says."""

    text: str
    cites: tuple[str, ...] = ()
    rules: tuple[RuleUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under one heading."""

    topic: Topic
    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """An article that the answer cites."""

    law: str
    article: str
    title: str
    label: str  # «ماده ۱۰۸۲ قانون مدنی»


@dataclass(frozen=True, slots=True)
class FormOffer:
    """A form that fits, with its calibrated probability."""

    slug: str
    title: str
    folder: str
    score: float


@dataclass(frozen=True, slots=True)
class Clarify:
    """A question that separates forms too close to choose between."""

    question: str
    options: tuple[FormOffer, ...]


@dataclass(frozen=True, slots=True)
class CalculationOffer:
    """A calculator that the message asks for, what it told of the inputs, and the result where that is enough."""

    id: str
    title: str
    inputs: Mapping[str, str | bool]
    result: Calculation | None


@dataclass(frozen=True, slots=True)
class Guidance:
    """The answer to a story or a question."""

    lead: str  # said before all else: danger, a time limit, or that this is not ours to answer
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    forms: tuple[FormOffer, ...]
    clarify: Clarify | None
    out_of_scope: bool
    urgent: Urgency | None
    answer: str
    took_ms: float
    also: tuple[FormOffer, ...] = ()  # other problems told in the same message
    calculation: CalculationOffer | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    @property
    def rules(self) -> tuple[RuleUse, ...]:
        """All rules used, each once."""
        return tuple({use.id: use for sentence in self.sentences for use in sentence.rules}.values())

    def about(self, *topics: Topic) -> tuple[Section, ...]:
        """The sections on these topics."""
        return tuple(section for section in self.sections if section.topic in topics)
