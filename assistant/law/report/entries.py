"""A record as a lawyer reads it: its texts with the figures of the day, what they stand on, its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.prose import PARTS
from assistant.law.report.records import Markable, content_hash, said
from assistant.law.rules import Day
from assistant.law.schemas import (
    RULE_REFERENCE,
    SERVICE_PARTS,
    ArticleNote,
    Procedure,
    Question,
    Route,
    ServiceGuide,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; ``rule``: the title of the rule that it is the figure of."""

    text: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement and the articles it cites, each by id and label."""

    pieces: tuple[Piece, ...]
    cites: tuple[tuple[str, str], ...] = ()
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One record on a page."""

    key: str
    seen: str  # hash of the content
    title: str
    label: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]  # name of the part and what it says
    wordings: tuple[str, ...]
    keywords: tuple[str, ...]
    official: tuple[str, ...]  # articles whose official text stands beside it, where one was imported
    checked: str | None
    doubt: str | None
    review: bool


def entry(key: str, record: Markable, corpus: Corpus, on: Day) -> Entry:
    """The record with this key, with the figures of a day."""
    article_id = key.removeprefix("note:") if isinstance(record, ArticleNote) else None
    return Entry(
        key=key,
        seen=content_hash(record, corpus, on),
        title=record.wordings[0] if isinstance(record, Question) else record.title,
        label=corpus.label(article_id) if article_id else key.partition(":")[2],
        parts=tuple((name, lines) for name, lines in _parts(record, corpus, on) if lines),
        wordings=_wordings(record),
        keywords=record.keywords if isinstance(record, ArticleNote) else (),
        official=(article_id,) if article_id and corpus.articles[article_id].official else (),
        checked=record.checked,
        doubt=record.doubt,
        review=record.review is not None,
    )


def _parts(record: Markable, corpus: Corpus, on: Day) -> Iterator[tuple[str, tuple[Line, ...]]]:
    match record:
        case ArticleNote():
            yield "note", (Line(_pieces(record.note, corpus, on), _labels(record.links, corpus)),)
            yield "amended", (Line((Piece(record.amended),)),) if record.amended else ()
        case Question():
            yield "answer", _lines(record.answer, corpus, on)
        case Procedure():
            for part in (*PARTS[:2], "routes", *PARTS[2:]):
                yield part, _lines(getattr(record, part), corpus, on)
        case ServiceGuide():
            for part in SERVICE_PARTS:
                yield part, _lines(getattr(record, part), corpus, on)


def _lines(statements: Iterable[Statement | Route], corpus: Corpus, on: Day) -> tuple[Line, ...]:
    return tuple(
        Line(
            _pieces(statement.text, corpus, on),
            _labels(statement.cites, corpus),
            statement.title if isinstance(statement, Route) else None,
        )
        for statement in statements
    )


def _pieces(text: str, corpus: Corpus, on: Day) -> tuple[Piece, ...]:
    """The text in runs, so that a page can point out the figures."""
    pieces, end = [], 0
    for match in RULE_REFERENCE.finditer(text):
        rule = corpus.rules[match[1]].title if match[1] in corpus.rules else match[1]
        pieces += [Piece(text[end : match.start()]), Piece(said(match[0], corpus, on), rule)]
        end = match.end()
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)


def _labels(cites: Iterable[str], corpus: Corpus) -> tuple[tuple[str, str], ...]:
    known: Mapping[str, str] = {cite: corpus.label(cite) for cite in cites if cite in corpus.articles}
    return tuple((cite, known.get(cite, cite)) for cite in cites)


def _wordings(record: Markable) -> tuple[str, ...]:
    match record:
        case Question():
            return record.wordings
        case ArticleNote() | ServiceGuide():
            return record.asked
        case Procedure():
            return ()
