"""The loaded law: frozen, and the only source of what may be cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.law.holidays import Holiday
from assistant.law.rules import RuleBook
from assistant.law.rulings import of_rulings
from assistant.law.schemas import (
    ArticleNote,
    Calculator,
    Claim,
    FieldSpec,
    Form,
    LawChange,
    OfficialArticle,
    PartyGroup,
    Procedure,
    Question,
    ServiceGuide,
    Statement,
    Statute,
    Structure,
)

IN_FORCE = frozenset({"current", "unverified"})  # statuses of official texts that answers may use


class UnknownArticle(LookupError):
    """An article that neither the notes nor the imported official texts know."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a law (ماده): our note on it and, where imported, its official text."""

    id: str  # "civil-code:1082"
    law: str
    number: str
    law_title: str
    label: str  # «ماده ۱۰۸۲ قانون مدنی»
    note: ArticleNote | None = None
    official: OfficialArticle | None = None

    @property
    def title(self) -> str:
        """What the article is about; its label where neither a note nor the heading of a ruling says it."""
        if self.note:
            return self.note.title
        heading = self.official.heading if self.official and self.is_ruling else None
        return heading or self.label

    @property
    def is_ruling(self) -> bool:
        """Whether this is a unification ruling (رأی وحدت رویه) and no article."""
        return of_rulings(self.law)

    @property
    def checked(self) -> bool:
        """Whether the note was read a second time against the official article."""
        return self.note is not None and self.note.checked is not None

    @property
    def needs_review(self) -> bool:
        """Whether a lawyer has still to check the note, or the official text is unverified."""
        doubtful_note = self.note is not None and self.note.review is not None
        return doubtful_note or (self.official is not None and self.official.status == "unverified")

    @property
    def in_force(self) -> bool:
        """Whether answers may find and cite it: not repealed, not a former wording."""
        return self.official is None or self.official.status in IN_FORCE


@dataclass(frozen=True, slots=True)
class Asked:
    """What people ask for, in their words, and the record that answers it."""

    id: str
    wordings: tuple[str, ...]
    cites: tuple[str, ...]  # articles of the whole answer, in order
    forms: tuple[str, ...]
    record: Question | ServiceGuide


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    """Everything under ``corpus`` and ``templates/petitions``, and the imported official texts."""

    version: str  # hash of the content of everything loaded
    statutes: Mapping[str, Statute]
    articles: Mapping[str, Article]
    rules: RuleBook
    procedures: Mapping[str, Procedure]
    claims: Mapping[str, Claim]
    questions: Mapping[str, Question]
    services: Mapping[str, ServiceGuide]
    calculators: Mapping[str, Calculator]
    forms: Mapping[str, Form]
    parties: Mapping[str, PartyGroup]
    fields: Mapping[str, FieldSpec]
    structures: Mapping[str, Structure]
    holidays: tuple[Holiday, ...]
    templates_dir: Path
    official_version: str | None = None
    changelog: tuple[LawChange, ...] = ()  # newest first

    def __repr__(self) -> str:
        return f"Corpus({self.version}: {len(self.articles)} articles, {len(self.forms)} forms)"

    def article(self, article_id: str) -> Article:
        """The article with this id.

        Raises:
            UnknownArticle: neither a note nor an imported official text has it.
        """
        try:
            return self.articles[article_id]
        except KeyError:
            raise UnknownArticle(f"no article {article_id!r} in the corpus") from None

    def label(self, article_id: str) -> str:
        """How people call the article: «ماده ۱۰۸۲ قانون مدنی».

        Raises:
            UnknownArticle: as for :meth:`article`.
        """
        return self.article(article_id).label

    def form_dir(self, slug: str) -> Path:
        """The folder of a form: ``form.yaml``, ``body.j2``, ``example.yaml``."""
        return self.templates_dir / "petitions" / self.forms[slug].folder / slug

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The questions, then the services, each as what people ask."""
        questions = (
            Asked(record.id, record.wordings, _cites(record.answer), record.forms, record)
            for record in self.questions.values()
        )
        services = (
            Asked(record.slug, record.asked, _cites(record.statements), record.forms, record)
            for record in self.services.values()
        )
        return (*questions, *services)

    @cached_property
    def searchable(self) -> tuple[Article, ...]:
        """The articles that retrieval may find, in the order of laws and articles."""
        return tuple(a for a in self.articles.values() if a.in_force and not a.is_ruling)

    @cached_property
    def rulings(self) -> tuple[Article, ...]:
        """The unification rulings that were imported and are in force."""
        return tuple(a for a in self.articles.values() if a.in_force and a.is_ruling)


def _cites(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cite for statement in statements for cite in statement.cites))
