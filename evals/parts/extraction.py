"""Reading facts out of stories."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.drafting import Interview, StoryMarker
from assistant.law.corpus import Corpus
from assistant.law.schemas import FieldType
from assistant.persian import search_text
from assistant.persian.dates import JalaliDate
from assistant.service import Rooms
from evals.datasets import ExtractionCase, Split, load_extraction
from evals.metrics.counting import Counts
from evals.report import Part

_TODAY = JalaliDate.of(1405, 9, 3)  # the day on which the stories are told
_WORDS = {"text", "longtext", "party", "witness_list"}  # what is told in words of one's own


def measure(rooms: Rooms, split: Split) -> Part:
    """Return precision, recall and F1 of facts over the stories of a split."""
    counts, misses = counts_of(rooms.corpus, split, rooms.marker)
    alone, _ = counts_of(rooms.corpus, split)
    rows = {"dadkhah": _row(counts), "by cues alone": _row(alone)}
    return Part(
        "extraction",
        "Facts out of stories",
        len(load_extraction(split)),
        rows,
        ("precision", "recall", "F1"),
        misses if split == "dev" else [],
    )


def counts_of(corpus: Corpus, split: Split, marker: StoryMarker | None = None) -> tuple[Counts, list[str]]:
    """Count right, wrong and missed facts over the stories of a split; and tell each that is not right."""
    counts = Counts(0, 0, 0)
    misses: list[str] = []
    for case in load_extraction(split):
        interview = Interview(corpus.forms[case.form], corpus, marker=marker)
        found = {name: fact.value for name, fact in interview.extract(case.text, _TODAY).items()}
        one, notes = _compare(case, found, interview)
        counts = Counts(counts.right + one.right, counts.wrong + one.wrong, counts.missed + one.missed)
        misses += notes
    return counts, misses


def _row(counts: Counts) -> dict[str, float]:
    return {"precision": counts.precision, "recall": counts.recall, "F1": counts.f1}


def _compare(
    case: ExtractionCase, found: Mapping[str, str | bool], interview: Interview
) -> tuple[Counts, list[str]]:
    kinds = {name: field.type for name, field in interview.fields.items()}
    right = {
        name for name, value in case.facts.items() if name in found and same(found[name], value, kinds[name])
    }
    wrong = {
        name for name in found if name not in right and (name in case.facts or kinds[name] != "longtext")
    }
    missed = set(case.facts) - right
    notes = [
        f"{case.id} {case.form} {name}: {case.facts.get(name)!r} | {found.get(name)!r}"
        for name in sorted(wrong | missed)
    ]
    return Counts(len(right), len(wrong), len(missed)), notes


def same(found: str | bool, expected: str | bool, kind: FieldType) -> bool:
    """Say whether a found value is the expected one: words may have more around them, other values may not."""
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    if kind in _WORDS:
        return search_text(expected) in search_text(found)
    return found == expected
