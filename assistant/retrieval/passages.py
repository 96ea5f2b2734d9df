"""What is searched of an article and of the questions people ask: passages to embed, and fields of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.law.corpus import Article
from assistant.law.schemas import RULE_REFERENCE, ArticleNote
from assistant.retrieval.lexical import Field

BEGINNING = 300  # characters


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to embed, and the position of the record it speaks of."""

    owner: int
    text: str


def article_passages(articles: Sequence[Article]) -> list[Passage]:
    """Each note gives its statement, its keywords, and every wording in which people ask for it.

    An article without a note gives the beginning of its official text. The whole of it, beside a note, would find
    little more and take a quarter of an hour to embed.
    """
    return [
        Passage(owner, text)
        for owner, article in enumerate(articles)
        for text in (_note_texts(article.note) if article.note else _beginning(article))
    ]


def note_fields(article: Article, told: Sequence[str] = ()) -> tuple[Field, ...]:
    """The note as a lexical document, with the questions that it answers; empty where there is none."""
    note = article.note
    if note is None:
        return ()
    return (
        Field(note.title, 3),
        Field(" ".join(note.keywords), 2),
        Field(" ".join(note.asked), 2),
        Field(without_rules(note.note)),
        Field(article.law_title),
        *(Field(wording) for wording in told),
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


def _beginning(article: Article) -> Iterator[str]:
    if official := article.official:
        yield f"{article.law_title} {official.heading or ''}: {official.text[:BEGINNING]}"


def stated(note: ArticleNote) -> str:
    """What a note says, as one passage."""
    return f"{note.title}. {without_rules(note.note)}"


def _note_texts(note: ArticleNote) -> Iterator[str]:
    yield stated(note)
    if note.keywords:
        yield "، ".join(note.keywords)
    yield from note.asked
