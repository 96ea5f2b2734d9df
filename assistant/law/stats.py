"""How much the corpus holds, and how much of it was read a second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.schemas import ArticleNote, Claim, Form, Procedure, Question, ServiceGuide


@dataclass(frozen=True, slots=True)
class Count:
    """The records of one kind, in one group of it (a law, a folder)."""

    kind: str
    group: str
    total: int
    checked: int | None = None  # read a second time; null where a kind has no such mark
    review: int | None = None  # a lawyer has still to look at


def corpus_stats(corpus: Corpus) -> list[Count]:
    """Counts by kind and group: laws for notes and official texts, folders for claims and forms."""
    official = Counter(article.law for article in corpus.articles.values() if article.official)
    return [
        *(_count("notes", statute.law, statute.articles) for statute in corpus.statutes.values()),
        *(Count("official", law, total) for law, total in sorted(official.items())),
        *_by_folder("claims", corpus.claims.values()),
        *_by_folder("forms", corpus.forms.values()),
        _count("procedures", "all", corpus.procedures.values()),
        _count("questions", "all", corpus.questions.values()),
        _count("services", "all", corpus.services.values()),
        Count("calculators", "all", len(corpus.calculators)),
        *_rules(corpus),
        Count("fields", "all", len(corpus.fields)),
        Count("structures", "all", len(corpus.structures)),
        Count("holidays", "all", len(corpus.holidays)),
    ]


def totals(counts: Iterable[Count]) -> list[Count]:
    """One line for each kind."""
    summed: dict[str, Count] = {}
    for count in counts:
        before = summed.get(count.kind)
        summed[count.kind] = (
            Count(
                count.kind,
                "all",
                before.total + count.total,
                _plus(before.checked, count.checked),
                _plus(before.review, count.review),
            )
            if before
            else Count(count.kind, "all", count.total, count.checked, count.review)
        )
    return list(summed.values())


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _count(
    kind: str, group: str, records: Iterable[ArticleNote | Procedure | Question | ServiceGuide | Form | Claim]
) -> Count:
    listed = list(records)
    checked = sum(record.checked is not None for record in listed)
    review = sum(not isinstance(record, Claim) and record.review is not None for record in listed)
    return Count(kind, group, len(listed), checked, review)


def _by_folder(kind: str, records: Iterable[Claim | Form]) -> list[Count]:
    folders: dict[str, list[Claim | Form]] = {}
    for record in records:
        folders.setdefault(record.folder, []).append(record)
    return [_count(kind, folder, folders[folder]) for folder in sorted(folders)]


def _rules(corpus: Corpus) -> list[Count]:
    """Rules by category; for them, checked means confirmed from an official text."""
    categories: dict[str, list[str]] = {}
    for rule in corpus.rules.values():
        categories.setdefault(rule.category, []).append(rule.confidence)
    return [
        Count("rules", category, len(marks), marks.count("verified"), len(marks) - marks.count("verified"))
        for category, marks in sorted(categories.items())
    ]
