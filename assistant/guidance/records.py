"""From records of the corpus to sentences: figures filled in for the day, citations kept beside the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import cast

from assistant.calculation import Calculation
from assistant.guidance.model import Citation, Section, Sentence, Topic
from assistant.guidance.texts import Texts
from assistant.law.citing import cite_together
from assistant.law.corpus import Article, Asked, Corpus
from assistant.law.rules import Day, caution
from assistant.law.schemas import (
    SERVICE_PARTS,
    ArticleNote,
    Claim,
    Procedure,
    Question,
    Route,
    ServiceGuide,
    Statement,
)
from assistant.persian import to_persian_digits

_QUOTE_LENGTH = 320  # characters of an official text that an answer quotes
_NUMBERED: tuple[Topic, ...] = ("steps",)  # sections whose order is that of doing
_BASIS_SHOWN = 3  # articles cited under what a claim says of its route


class Records:
    """Makes sentences of one corpus for one day."""

    def __init__(self, corpus: Corpus, texts: Texts, on: Day) -> None:
        self._corpus = corpus
        self._texts = texts
        self._on = on

    def sentence(self, text: str, cites: Iterable[str] = ()) -> Sentence:
        """A sentence with its figures of the day."""
        filled = self._corpus.rules.render(text, self._on)
        return Sentence(filled.text, tuple(dict.fromkeys(cites)), filled.uses)

    def section(self, topic: Topic, sentences: Iterable[Sentence]) -> Section:
        """A section under its Persian heading."""
        return Section(topic, self._texts.sections[topic], tuple(sentences))

    def of_procedure(self, procedure: Procedure) -> list[Section]:
        """The whole guide of a form, in the order in which it is read."""
        parts: list[tuple[Topic, Iterable[Statement | Route]]] = [
            ("summary", procedure.summary),
            ("routes", procedure.routes),
            ("time_limits", procedure.time_limits),
            ("steps", procedure.steps),
            ("where", procedure.where),
            ("documents", procedure.documents),
            ("cost", procedure.cost),
            ("who", procedure.who),
            ("next", procedure.next),
            ("wrong_route", procedure.wrong_route),
            ("warnings", procedure.warnings),
        ]
        sections = [
            self.section(topic, [self._statement(item) for item in items]) for topic, items in parts if items
        ]
        doubts = self._doubts(procedure, procedure.summary[0].cites)
        return [*sections, self.section("cautions", doubts)] if doubts else sections

    def of_claim(self, claim: Claim) -> list[Section]:
        """What a claim itself knows of the way to go: for problems whose guide is not written yet."""
        basis = claim.legal_basis[:_BASIS_SHOWN]
        return [
            self.section("routes", [self.sentence(claim.route, basis)]),
            self.section("steps", [self.sentence(step, basis) for step in claim.first_steps]),
        ]

    def of_articles(self, articles: Iterable[Article]) -> list[Section]:
        """What articles say, in the words of their notes, and from their official text where it is loaded."""
        known = list(articles)
        noted = [(a.note, [a.id]) for a in known if a.note is not None]
        notes = [self.sentence(note.note, cites) for note, cites in noted]
        quotes = [self._quote(a) for a in known if a.note is None and a.official is not None]
        doubts = [doubt for note, cites in noted for doubt in self._doubts(note, cites)]
        sections = [
            self.section("law", notes),
            self.section("official", quotes),
            self.section("cautions", doubts),
        ]
        return [section for section in sections if section.sentences]

    def quotes(self, articles: Iterable[Article]) -> list[Section]:
        """The official words of articles, where they are loaded."""
        sentences = [self._quote(article) for article in articles if article.official is not None]
        return [self.section("official", sentences)] if sentences else []

    def of_calculation(self, calculation: Calculation) -> list[Section]:
        """What a calculator found."""
        lines = [Sentence(line.text, line.cites, line.rules) for line in calculation.lines]
        title = self._texts.calculation.format(title=calculation.title)
        return [replace(self.section("calculation", lines), title=title)]

    def of_asked(self, asked: Asked) -> list[Section]:
        """The answer to a question that people ask, or the guide of a service."""
        record = asked.record
        if isinstance(record, Question):
            parts: list[tuple[Topic, Iterable[Statement]]] = [("answer", record.answer)]
        else:
            parts = [(cast(Topic, part), getattr(record, part)) for part in SERVICE_PARTS]
        sections = [
            self.section(topic, [self._statement(item) for item in items]) for topic, items in parts if items
        ]
        if isinstance(record, Question):  # the person sees which question this answers
            title = self._texts.asked.format(question=asked.wordings[0])
            sections = [replace(section, title=title) for section in sections]
        doubts = self._doubts(record, asked.cites)
        return [*sections, self.section("cautions", doubts)] if doubts else sections

    def of_ruling(self, ruling: Article) -> list[Section]:
        """The beginning of a unification ruling, as such."""
        return [self.section("rulings", [self._quote(ruling)])]

    def cautions(self, sections: Iterable[Section]) -> list[Section]:
        """What must be said of old and uncertain figures in these sections."""
        uses = {use.id: use for section in sections for s in section.sentences for use in s.rules}
        warned = [use for use in uses.values() if use.unsure or use.outdated]
        # Of an old figure it is said already that it may have changed.
        once = [replace(use, unsure=use.unsure and not use.outdated) for use in warned]
        sentences = [Sentence(text, rules=tuple(warned)) for text in caution(once)]
        return [self.section("cautions", sentences)] if sentences else []

    def citations(self, sections: Iterable[Section]) -> tuple[Citation, ...]:
        """The articles cited, each once, in order."""
        ids = dict.fromkeys(c for section in sections for s in section.sentences for c in s.cites)
        return tuple(self._citation(self._corpus.article(id_)) for id_ in ids)

    def say(self, sections: Iterable[Section]) -> str:
        """Sections as text, each sentence with what it cites."""
        return "\n\n".join(self._say_section(section) for section in sections)

    def say_sentence(self, sentence: Sentence) -> str:
        """A sentence with what it cites."""
        return f"{sentence.text} ({self._cited(sentence)})" if sentence.cites else sentence.text

    def _say_section(self, section: Section) -> str:
        """The heading and the sentences; what several in a row stand on is said once, after the last of them."""
        lines: list[str] = []
        for _, group in groupby(section.sentences, key=lambda sentence: sentence.cites):
            alike = list(group)
            if len(alike) == 1 or not alike[0].cites:
                lines += [self.say_sentence(sentence) for sentence in alike]
            else:
                lines += [sentence.text for sentence in alike[:-1]]
                shared = self._texts.shared.format(
                    count=to_persian_digits(str(len(alike))), cites=self._cited(alike[0])
                )
                lines.append(f"{alike[-1].text} ({shared})")
        return "\n".join([f"{section.title}:", *self._marked(section.topic, lines)])

    def _marked(self, topic: Topic, lines: list[str]) -> list[str]:
        if len(lines) == 1:
            return lines
        if topic in _NUMBERED:
            return [f"{to_persian_digits(str(n))}. {line}" for n, line in enumerate(lines, start=1)]
        return [f"• {line}" for line in lines]

    def _cited(self, sentence: Sentence) -> str:
        """The articles as they are cited, with no brackets within the brackets."""
        return cite_together(self._corpus, sentence.cites).replace("(", "«").replace(")", "»")

    def _doubts(
        self, record: Procedure | ArticleNote | Question | ServiceGuide, cites: Iterable[str]
    ) -> list[Sentence]:
        """What must be said of a record that a lawyer has still to check."""
        if record.doubt:
            return [self.sentence(self._texts.doubt.format(doubt=record.doubt), cites)]
        return [self.sentence(self._texts.unreviewed, cites)] if record.review else []

    def _statement(self, item: Statement | Route) -> Sentence:
        if isinstance(item, Route):
            return self.sentence(f"{item.title}: {item.text}", item.cites)
        return self.sentence(item.text, item.cites)

    def _quote(self, article: Article) -> Sentence:
        if article.official is None:
            raise ValueError(f"{article.id} has no official text to quote")
        text = " ".join(article.official.text.split())
        if len(text) > _QUOTE_LENGTH:
            text = text[:_QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"
        # Not rendered: an imported text is data, whatever braces it holds.
        return Sentence(self._texts.quote.replace("{text}", text), (article.id,))

    def _citation(self, article: Article) -> Citation:
        return Citation(article.law, article.number, article.title, article.label)
