"""From records of the corpus to sentences: figures filled in for the day, citations kept beside the words."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.model import Citation, Section, Sentence, Topic
from assistant.guidance.texts import Texts
from assistant.law.citing import cite_together
from assistant.law.corpus import Article, Corpus
from assistant.law.rules import Day, caution
from assistant.law.schemas import ArticleNote, Claim, Procedure, Route, Statement

_QUOTE_LENGTH = 320  # characters of an official text that an answer quotes
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
            ("who", procedure.who),
            ("where", procedure.where),
            ("steps", procedure.steps),
            ("documents", procedure.documents),
            ("cost", procedure.cost),
            ("time_limits", procedure.time_limits),
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
        notes = [
            sentence
            for a in known
            if a.note is not None
            for sentence in (self.sentence(a.note.note, [a.id]), *self._doubts(a.note, [a.id]))
        ]
        quotes = [self._quote(a) for a in known if a.note is None and a.official is not None]
        sections = [self.section("law", notes), self.section("official", quotes)]
        return [section for section in sections if section.sentences]

    def quotes(self, articles: Iterable[Article]) -> list[Section]:
        """The official words of articles, where they are loaded."""
        sentences = [self._quote(article) for article in articles if article.official is not None]
        return [self.section("official", sentences)] if sentences else []

    def cautions(self, sections: Iterable[Section]) -> list[Section]:
        """What must be said of old and uncertain figures in these sections."""
        uses = {use.id: use for section in sections for s in section.sentences for use in s.rules}
        warned = [use for use in uses.values() if use.unsure or use.outdated]
        sentences = [Sentence(text, rules=tuple(warned)) for text in caution(uses.values())]
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
        if not sentence.cites:
            return sentence.text
        return f"{sentence.text} ({cite_together(self._corpus, sentence.cites)})"

    def _say_section(self, section: Section) -> str:
        lines = [self.say_sentence(sentence) for sentence in section.sentences]
        if len(lines) > 1:
            lines = [f"• {line}" for line in lines]
        return "\n".join([f"{section.title}:", *lines])

    def _doubts(self, record: Procedure | ArticleNote, cites: Iterable[str]) -> list[Sentence]:
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
