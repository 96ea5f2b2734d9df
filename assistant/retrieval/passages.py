"""What is embedded: the passages of an article note, of an official text, and of the questions people ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.law.corpus import Article
from assistant.law.schemas import RULE_REFERENCE, ArticleNote, Question
from assistant.retrieval.lexical import Field

OFFICIAL_CHARACTERS = 600
SENTENCE_END = re.compile(r"(?<=[.؛:\n])\s+")


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


def official_passages(articles: Sequence[Article]) -> list[Passage]:
    """Official texts, the long ones in parts, each part named by its law and heading."""
    return [
        Passage(owner, f"{article.law_title} {article.official.heading or ''}: {part}")
        for owner, article in enumerate(articles)
        if article.official
        for part in split(article.official.text)
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


def split(text: str, characters: int = OFFICIAL_CHARACTERS) -> Iterator[str]:
    """Cut a long text at the ends of its sentences into parts of about that many characters."""
    part = ""
    for sentence in SENTENCE_END.split(text):
        if part and len(part) + len(sentence) > characters:
            yield part
            part = ""
        part = f"{part} {sentence}".strip()
    if part:
        yield part


def without_rules(text: str) -> str:
    """Drop the references to rules: a figure that changes must not move the index."""
    return RULE_REFERENCE.sub(" ", text)


def _note_texts(note: ArticleNote) -> Iterator[str]:
    yield f"{note.title}. {without_rules(note.note)}"
    if note.keywords:
        yield "، ".join(note.keywords)
    yield from note.asked
