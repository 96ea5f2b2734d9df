"""The order of an answer: what the person must know first, for a message whose problems are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.calculation import Calculation
from assistant.guidance.choice import Choices
from assistant.guidance.model import CalculationOffer, FormOffer, Section, Topic, Urgency
from assistant.guidance.records import Records
from assistant.guidance.texts import Texts
from assistant.law.corpus import Article, Asked, Corpus
from assistant.persian import search_text
from assistant.retrieval import AskedHit, Hit

ASKED_SURE = 0.3  # probability from which what people ask answers a message
ASKED_LIKE = 0.15  # and from which it is worth a place after all else
_ARTICLES_SHOWN = 8  # related articles, and of the legal basis of a claim without a guide
_BESIDE_A_GUIDE = 8
_QUOTES_SHOWN = 2
_LOOK_UP = 8  # words: a message as short as this that names an article asks for the article
_SHORT_FORM: tuple[Topic, ...] = ("summary", "routes", "law")
_ASKS = re.compile(
    r"(?<!\S)(?:ایا|چند|چقدر|چیست|چه(?! کار)|کی|کجا|درست است|میتوانم|میتواند|میشود|حق دارد|حق دارم|جرم است)(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a message, beside the problems it tells."""

    calculation: CalculationOffer | None
    articles: Sequence[Hit]
    asked: Sequence[AskedHit] = ()  # what people ask in like words, the likeliest first
    rulings: Sequence[Hit] = ()

    @property
    def answering(self) -> tuple[Asked, ...]:
        """What is so likely asked that its answer answers the message: one, or none."""
        return tuple(hit.asked for hit in self.asked[:1] if hit.probability >= ASKED_SURE)

    @property
    def likewise(self) -> tuple[Asked, ...]:
        """What else may have been meant."""
        return tuple(hit.asked for hit in self.asked if hit.asked not in self.answering)

    @property
    def result(self) -> Calculation | None:
        """The finished calculation, where the message asks for one and tells enough."""
        return self.calculation.result if self.calculation else None


@dataclass(frozen=True, slots=True)
class Answering:
    """Arranges the sections of one answer."""

    corpus: Corpus
    texts: Texts
    records: Records

    def sections(
        self, question: str, choices: Choices, found: Found, urgent: Urgency | None
    ) -> list[Section]:
        """Return the sections in the order in which they are read."""
        rulings = [self.corpus.article(hit.article_id) for hit in found.rulings]
        if any(hit.named for hit in found.rulings):
            return merged(section for ruling in rulings for section in self.records.of_ruling(ruling))
        named = [self.corpus.article(hit.article_id) for hit in found.articles if hit.named]
        if named and (not choices.sure or len(question.split()) <= _LOOK_UP):
            return self.of_law(named)
        told = self._of_problems(question, choices, found.articles, urgent)
        answering, likewise = (found.answering, found.likewise) if found.result is None else ((), ())
        at = 1 if urgent == "deadline" and told and told[0].topic == "time_limits" else 0
        if choices.sure and found.result is None and _tells(question):
            at = len(told)  # the whole way first, then what people ask of it
        return merged(
            [
                *told[:at],  # the period that may pass comes before all else
                *(self.records.of_calculation(found.result) if found.result else ()),
                *(section for asked in answering for section in self.records.of_asked(asked)),
                *told[at:],
                *(section for asked in likewise for section in self.records.of_asked(asked)),
                *(section for ruling in rulings for section in self.records.of_ruling(ruling)),
            ]
        )

    def _of_problems(
        self, question: str, choices: Choices, hits: Sequence[Hit], urgent: Urgency | None
    ) -> list[Section]:
        named = [self.corpus.article(hit.article_id) for hit in hits if hit.named]
        related = [self.corpus.article(hit.article_id) for hit in hits]
        if not choices.fits:
            return self.of_law(related[:_ARTICLES_SHOWN])
        best = self.of_form(choices.forms[0].slug)
        if not choices.sure:
            others = [section for section in best if section.topic in _SHORT_FORM]
            return merged([*self.of_law(related[:_ARTICLES_SHOWN]), *others])
        others = [section for offer in choices.also for section in self._second(offer)]
        law = self._beside(related)
        return merged([*self.of_law(named), *_arranged(best, others, law, urgent, _asks(question))])

    def of_form(self, slug: str) -> list[Section]:
        """The guide of a form, or what its claim knows where the guide is not written yet."""
        procedure = self.corpus.procedures.get(slug)
        if procedure is not None:
            return self.records.of_procedure(procedure)
        claim = self.corpus.claims[slug]
        basis = [self.corpus.article(id_) for id_ in claim.legal_basis[:_ARTICLES_SHOWN]]
        return [*self.records.of_articles(basis), *self.records.of_claim(claim)]

    def of_law(self, articles: Sequence[Article]) -> list[Section]:
        """What articles say: by their notes, and in the official words of the first."""
        noted = [article for article in articles if article.note is not None][:_QUOTES_SHOWN]
        return [*self.records.of_articles(articles), *self.records.quotes(noted)]

    def _second(self, offer: FormOffer) -> list[Section]:
        """The short form of another problem's guide, under headings that name it."""
        return [
            replace(section, title=self.texts.second.format(heading=section.title, title=offer.title))
            for section in self.of_form(offer.slug)
            if section.topic in _SHORT_FORM
        ]

    def _beside(self, related: Iterable[Article]) -> list[Section]:
        """What the nearest articles say themselves: a guide that cites one tells only a part of it."""
        noted = [article for article in related if article.note is not None and article.in_force]
        return self.of_law(noted[:_BESIDE_A_GUIDE])


def merged(sections: Iterable[Section]) -> list[Section]:
    """Sections under the same heading as one, where the first of them stands; no sentence twice."""
    found: dict[str, Section] = {}
    for section in sections:
        before = found.get(section.title)
        sentences = (*before.sentences, *section.sentences) if before else section.sentences
        once = {(sentence.text, sentence.cites): sentence for sentence in sentences}
        found[section.title] = replace(section, sentences=tuple(once.values()))
    return list(found.values())


def _arranged(
    best: list[Section], others: list[Section], law: list[Section], urgent: Urgency | None, asks: bool
) -> list[Section]:
    """First the period that may pass, then what the law gives and the ways to go, then how it is done."""
    limits = [s for s in best if s.topic == "time_limits"] if urgent == "deadline" else []
    first = [s for s in best if s.topic == "summary"]
    rest = [s for s in best if s.topic != "summary" and s not in limits]
    routes = [s for s in rest if s.topic in _SHORT_FORM]
    details = [s for s in rest if s.topic not in _SHORT_FORM]
    if asks:
        return [*limits, *first, *law, *routes, *others, *details]
    return [*limits, *first, *routes, *others, *details, *law]


def _tells(question: str) -> bool:
    """Whether the message tells what happened, and asks nothing."""
    return "؟" not in question and "?" not in question and not _asks(question)


def _asks(question: str) -> bool:
    """Whether the message asks what the law says, rather than for a way to get something."""
    return bool(_ASKS.search(search_text(question)))
