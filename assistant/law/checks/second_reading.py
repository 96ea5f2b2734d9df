"""The second reading: what somebody other than the writer has read against the law, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, info, warning
from assistant.law.schemas import ArticleNote, Form, Procedure, Question, ServiceGuide

MOST_NAMED = 20  # of a kind, in a strict check: enough to begin with

Readable = ArticleNote | Procedure | Question | ServiceGuide | Form


@dataclass(frozen=True, slots=True)
class Kind:
    """The records of one kind, each with its place; ``released``: none may go out unread."""

    name: str
    records: tuple[tuple[str, Readable], ...]
    released: bool = True

    @property
    def unread(self) -> list[str]:
        """The places of the records without a date of a second reading."""
        return [where for where, record in self.records if record.checked is None]


def kinds(corpus: Corpus) -> tuple[Kind, ...]:
    """Everything that is read a second time."""
    notes = (
        (f"statutes/{statute.law}.yaml › {note.number}", note)
        for statute in corpus.statutes.values()
        for note in statute.articles
    )
    guides = ((f"procedures/{slug}.yaml", guide) for slug, guide in corpus.procedures.items())
    questions = ((f"questions › {id_}", question) for id_, question in corpus.questions.items())
    services = ((f"services/{slug}.yaml", service) for slug, service in corpus.services.items())
    forms = ((f"{form.folder}/{slug}/form.yaml", form) for slug, form in corpus.forms.items())
    return (
        Kind("article notes", tuple(notes)),
        Kind("procedures", tuple(guides)),
        Kind("questions", tuple(questions)),
        Kind("services", tuple(services)),
        Kind("forms", tuple(forms), released=False),  # the legal staff read every draft
    )


def review_state(corpus: Corpus) -> Iterator[Finding]:
    """How much was not read a second time, and that what is marked for review says why."""
    for kind in kinds(corpus):
        if kind.unread:
            share = f"{len(kind.unread)} of {len(kind.records)} ({len(kind.unread) / len(kind.records):.0%})"
            yield info(kind.name, f"{share} were not read a second time yet")
        for where, record in kind.records:
            if record.review and not isinstance(record, Form) and not record.doubt:
                yield warning(where, "marked for review without a 'doubt': say what a lawyer has to check")


def unread(corpus: Corpus) -> Iterator[Finding]:
    """For a strict check: every note, procedure, question and service was read a second time."""
    for kind in kinds(corpus):
        if not kind.released:
            continue
        for where in kind.unread[:MOST_NAMED]:
            yield error(where, "was not read a second time: read it against the law, then set 'checked'")
        if len(kind.unread) > MOST_NAMED:
            more = len(kind.unread) - MOST_NAMED
            yield error(kind.name, f"{more} more were not read a second time")
