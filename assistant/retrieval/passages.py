"""What is searched of an article and of the questions people ask: passages to embed, and fields of words.

Official prose is searched by words only. Lay questions hardly come near it by meaning (of 221 real ones, e5 finds
a right article among the first five for .15, character n-grams for .16), and to embed it takes a quarter of an hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.law.corpus import Article
from assistant.law.schemas import RULE_REFERENCE, ArticleNote, Question
from assistant.retrieval.lexical import Field


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to embed, and the position of the record it speaks of."""

    owner: int
    text: str


def note_passages(articles: Sequence[Article]) -> list[Passage]:
    """Each note gives its statement, its keywords, and every wording in which people ask for it."""
    return [
        Passage(owner, text)
        for owner, article in enumerate(articles)
        if article.note
        for text in _note_texts(article.note)
    ]


def question_passages(questions: Sequence[Question]) -> list[Passage]:
    """Every wording of every question."""
    return [
        Passage(owner, wording) for owner, question in enumerate(questions) for wording in question.wordings
    ]


def note_fields(article: Article) -> tuple[Field, ...]:
    """The note as a lexical document; empty where there is none."""
    note = article.note
    if note is None:
        return ()
    return (
        Field(note.title, 3),
        Field(" ".join(note.keywords), 2),
        Field(" ".join(note.asked), 2),
        Field(without_rules(note.note)),
        Field(article.law_title),
    )


def official_fields(article: Article) -> tuple[Field, ...]:
    """The official text as a lexical document; empty where there is none."""
    official = article.official
    if official is None:
        return ()
    return (Field(official.heading or ""), Field(article.law_title), Field(official.text))


def without_rules(text: str) -> str:
    """Drop the references to rules: a figure that changes must not move the index."""
    return RULE_REFERENCE.sub(" ", text)


def _note_texts(note: ArticleNote) -> Iterator[str]:
    yield f"{note.title}. {without_rules(note.note)}"
    if note.keywords:
        yield "، ".join(note.keywords)
    yield from note.asked
