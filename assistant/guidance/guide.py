"""The guide: from a story to an answer that stands on records, and to the forms that fit."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.calculation import Calculation, Tools, load_price_index
from assistant.guidance.answering import ASKED_LIKE, Answering, Found, merged
from assistant.guidance.calculating import Calculators
from assistant.guidance.choice import Choices, choose
from assistant.guidance.model import CalculationOffer, Guidance, Section, Urgency
from assistant.guidance.records import Records
from assistant.guidance.texts import Texts, load_texts
from assistant.guidance.triage import Triage
from assistant.law.corpus import Corpus
from assistant.law.rules import Day
from assistant.retrieval import Hit, Index, asks_for_rulings
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.guidance.rephrase import Rephraser

_ARTICLES_SEARCHED = 12
_ASKED = 3
_RULINGS = 2


@dataclass(frozen=True)
class Guide:
    """Answers questions and stories from one corpus and its index."""

    corpus: Corpus
    index: Index
    texts: Texts
    triage: Triage
    calculators: Calculators
    rephraser: Rephraser | None = field(default=None)

    @classmethod
    def open(
        cls, corpus: Corpus, index: Index, settings: Settings, rephraser: Rephraser | None = None
    ) -> Guide:
        """Return the guide with its texts and cues."""
        texts = load_texts(settings.templates_dir)
        triage = Triage.load(settings.corpus_dir, corpus.rules)
        calculators = Calculators.open(corpus, settings.corpus_dir, load_price_index(settings.data_dir))
        return cls(corpus, index, texts, triage, calculators, rephraser)

    def ask(self, question: str, on: Day) -> Guidance:
        """Answer a question or a story, with the figures of a day."""
        started = time.perf_counter()
        choices = choose(self.corpus, self.index, self.texts, question)
        learned = self.index.urgencies(question)
        urgent = self.triage.urgency(question, on, learned, of_law=not choices.out_of_scope)
        found = Found(
            self.calculation(question, on),
            self.index.articles(question, _ARTICLES_SEARCHED),
            tuple(hit for hit in self.index.asked(question, _ASKED) if hit.probability >= ASKED_LIKE),
            _rulings(self.index, question),
        )
        records = Records(self.corpus, self.texts, on)
        answered = found.result is not None or any(hit.named for hit in found.articles)
        turned_down = choices.out_of_scope and not answered
        # A few words can be a question that people ask, though they say too little to tell a problem.
        understood = not turned_down and (not choices.vague or answered or bool(found.answering))
        sections = self._sections(question, choices, found, records, urgent) if understood else ()
        # Someone in danger is never told that this is not our business.
        out_of_scope = turned_down and urgent is None
        lead = self._lead(urgent, out_of_scope, sections)
        return Guidance(
            lead=lead,
            sections=sections,
            citations=records.citations(sections),
            forms=choices.forms if understood else (),
            clarify=choices.clarify if understood else None,
            out_of_scope=out_of_scope,
            urgent=urgent,
            answer="\n\n".join(part for part in (lead, records.say(sections)) if part),
            took_ms=round((time.perf_counter() - started) * 1000, 1),
            also=choices.also if understood else (),
            calculation=found.calculation,
        )

    def about(self, slug: str, on: Day) -> tuple[Section, ...]:
        """The whole guide of one form, whatever was asked."""
        records = Records(self.corpus, self.texts, on)
        return self._with_cautions(Answering(self.corpus, self.texts, records).of_form(slug), records)

    def calculation(self, text: str, on: Day) -> CalculationOffer | None:
        """The calculator that a message asks for, with what it tells of the inputs."""
        return self.calculators.offer(text, on)

    def calculated(self, result: Calculation, on: Day) -> tuple[Section, ...]:
        """What a calculation found, as a section."""
        return tuple(Records(self.corpus, self.texts, on).of_calculation(result))

    def tools(self, on: Day) -> Tools:
        """What a calculation of a day may look at."""
        return self.calculators.tools(on)

    def say(self, sections: tuple[Section, ...], on: Day) -> str:
        """Sections as text, each sentence with what it cites."""
        return Records(self.corpus, self.texts, on).say(sections)

    def _lead(self, urgent: Urgency | None, out_of_scope: bool, sections: tuple[Section, ...]) -> str:
        if out_of_scope:
            return self.texts.out_of_scope
        urgency = self.texts.urgent[urgent] if urgent else ""
        return urgency if sections else "\n\n".join(filter(None, [urgency, self.texts.not_understood]))

    def _sections(
        self, question: str, choices: Choices, found: Found, records: Records, urgent: Urgency | None
    ) -> tuple[Section, ...]:
        sections = Answering(self.corpus, self.texts, records).sections(question, choices, found, urgent)
        if self.rephraser is not None:
            sections = list(self.rephraser.reword(question, tuple(sections)))
        return self._with_cautions(sections, records)

    def _with_cautions(self, sections: list[Section], records: Records) -> tuple[Section, ...]:
        """What is doubtful stands together, at the end."""
        doubts = [section for section in sections if section.topic == "cautions"]
        others = [section for section in sections if section.topic != "cautions"]
        return (*others, *merged([*doubts, *records.cautions(others)]))


def _rulings(index: Index, question: str) -> list[Hit]:
    """The rulings that a message names; where it only speaks of rulings, those nearest to it."""
    if not asks_for_rulings(question):
        return []
    hits = index.rulings(question, _RULINGS)
    return [hit for hit in hits if hit.named] or hits
