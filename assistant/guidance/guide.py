"""The guide: from a story to an answer that stands on records, and to the forms that fit."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from assistant.guidance.choice import Choices, choose
from assistant.guidance.model import FormOffer, Guidance, Section
from assistant.guidance.records import Records
from assistant.guidance.rephrase import Rephraser
from assistant.guidance.texts import Texts, load_texts
from assistant.guidance.triage import Triage
from assistant.law.corpus import Article, Corpus
from assistant.law.rules import Day
from assistant.retrieval import Index
from assistant.settings import Settings

_ARTICLES_SHOWN = 3  # related articles beside a guide
_ARTICLES_SEARCHED = 12
_QUOTES_SHOWN = 2


@dataclass(frozen=True)
class Guide:
    """Answers questions and stories from one corpus and its index."""

    corpus: Corpus
    index: Index
    texts: Texts
    triage: Triage
    rephraser: Rephraser | None = field(default=None)

    @classmethod
    def open(
        cls, corpus: Corpus, index: Index, settings: Settings, rephraser: Rephraser | None = None
    ) -> Guide:
        """Return the guide with its texts and cues."""
        texts = load_texts(settings.templates_dir)
        return cls(corpus, index, texts, Triage.load(settings.corpus_dir), rephraser)

    def ask(self, question: str, on: Day) -> Guidance:
        """Answer a question or a story, with the figures of a day."""
        started = time.perf_counter()
        urgent = self.triage.urgency(question)
        choices = choose(self.corpus, self.index, self.texts, question)
        # Someone in danger is never told that this is not our business.
        out_of_scope = choices.out_of_scope and urgent is None
        records = Records(self.corpus, self.texts, on)
        sections = () if out_of_scope else self._sections(question, choices, records)
        lead = self._lead(urgent, out_of_scope, sections)
        also = [self.texts.also.format(title=offer.title) for offer in choices.also]
        said = [lead, records.say(sections), *also]
        return Guidance(
            lead=lead,
            sections=sections,
            citations=records.citations(sections),
            forms=() if out_of_scope else choices.forms,
            clarify=None if out_of_scope else choices.clarify,
            out_of_scope=out_of_scope,
            urgent=urgent,
            answer="\n\n".join(part for part in said if part),
            took_ms=round((time.perf_counter() - started) * 1000, 1),
            also=() if out_of_scope else choices.also,
        )

    def about(self, slug: str, on: Day) -> tuple[Section, ...]:
        """The whole guide of one form, whatever was asked."""
        records = Records(self.corpus, self.texts, on)
        sections = self._of_form(slug, records)
        return (*sections, *records.cautions(sections))

    def say(self, sections: tuple[Section, ...], on: Day) -> str:
        """Sections as text, each sentence with what it cites."""
        return Records(self.corpus, self.texts, on).say(sections)

    def _lead(self, urgent: str | None, out_of_scope: bool, sections: tuple[Section, ...]) -> str:
        if out_of_scope:
            return self.texts.out_of_scope
        urgency = next((text for name, text in self.texts.urgent.items() if name == urgent), "")
        return urgency if sections else "\n\n".join(filter(None, [urgency, self.texts.not_understood]))

    def _sections(self, question: str, choices: Choices, records: Records) -> tuple[Section, ...]:
        hits = self.index.articles(question, _ARTICLES_SEARCHED)
        related = [self.corpus.article(hit.article_id) for hit in hits]
        guide = self._of_form(choices.forms[0].slug, records) if choices.fits else []
        cited = {c for section in guide for s in section.sentences for c in s.cites}
        sections = [*guide, *self._of_law(related, cited, records)]
        if self.rephraser is not None:
            sections = list(self.rephraser.reword(question, tuple(sections)))
        return (*sections, *records.cautions(sections))

    def _of_form(self, slug: str, records: Records) -> list[Section]:
        procedure = self.corpus.procedures.get(slug)
        if procedure is not None:
            return records.of_procedure(procedure)
        claim = self.corpus.claims[slug]
        basis = [self.corpus.article(id_) for id_ in claim.legal_basis[:_ARTICLES_SHOWN]]
        return [*records.of_articles(basis), *records.of_claim(claim)]

    def _of_law(self, related: list[Article], cited: set[str], records: Records) -> list[Section]:
        fresh = [article for article in related if article.id not in cited][:_ARTICLES_SHOWN]
        quoted = [article for article in related if article.note is not None][:_QUOTES_SHOWN]
        return [*records.of_articles(fresh), *records.quotes(quoted)]


__all__ = ["FormOffer", "Guide"]
