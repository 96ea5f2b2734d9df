"""The areas of the report, one page each: a law, a kind of form, a topic of questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.law.corpus import Corpus
from assistant.law.report.entries import Entry, entry
from assistant.law.report.places import record_places
from assistant.law.report.records import markable
from assistant.law.report.texts import ReportTexts
from assistant.law.rules import Day


@dataclass(frozen=True, slots=True)
class Area:
    """A page of the report."""

    kind: str
    name: str  # of its file, without the ending
    title: str
    entries: tuple[Entry, ...]

    @property
    def unread(self) -> int:
        """How many records were not read a second time."""
        return sum(entry.checked is None for entry in self.entries)

    @property
    def in_review(self) -> int:
        """How many records a lawyer has still to look at."""
        return sum(entry.review for entry in self.entries)

    @property
    def cited(self) -> Iterable[str]:
        """The articles that stand beside the records or are cited by them, each once."""
        cites = (
            cite
            for entry in self.entries
            for _, lines in entry.parts
            for line in lines
            for cite in line.cites
        )
        beside = (article for entry in self.entries for article in entry.official)
        return dict.fromkeys((*beside, *(article for article, _ in cites)))


def areas(corpus: Corpus, corpus_dir: Path, texts: ReportTexts, on: Day) -> list[Area]:
    """All records by area, with the figures of a day; in the order of kinds, and of files within a kind."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    files = {key: path.stem for key, (path, _) in record_places(corpus_dir).items()}
    for key, record in markable(corpus).items():
        kind, _, id_ = key.partition(":")
        groups[kind, _group(kind, id_, files.get(key, kind), corpus)].append(entry(key, record, corpus, on))
    return [
        Area(kind, f"{kind}-{group}", _title(kind, group, corpus, texts), tuple(entries))
        for kind in texts.kinds
        for (its_kind, group), entries in sorted(groups.items())
        if its_kind == kind
    ]


def _group(kind: str, id_: str, file: str, corpus: Corpus) -> str:
    match kind:
        case "note":
            return id_.partition(":")[0]
        case "procedure":
            return corpus.claims[id_].folder if id_ in corpus.claims else "other"
        case "question":
            return file
        case _:
            return "all"


def _title(kind: str, group: str, corpus: Corpus, texts: ReportTexts) -> str:
    titles: Mapping[str, Mapping[str, str]] = {
        "note": {law: statute.title for law, statute in corpus.statutes.items()},
        "procedure": texts.folders,
        "question": texts.topics,
        "service": {"all": texts.services},
    }
    return titles[kind].get(group, group)
