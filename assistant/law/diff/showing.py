"""How changes of the official texts are told: as lines, as JSON, and as marks for a lawyer to work through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.law.corpus import Corpus
from assistant.law.diff.affected import Affected
from assistant.law.diff.compare import Change
from assistant.law.report.marks import Mark, Marks
from assistant.law.report.records import content_hash
from assistant.law.schemas import ArticleNote
from assistant.law.words import words

REVIEWER = "dadkhah corpus diff"


def as_lines(found: Sequence[Affected]) -> Iterator[str]:
    """For a person at a terminal; articles that are only new are counted, not listed."""
    for each in found:
        if each.change.kind == "new":
            continue
        yield f"{each.change.kind:<9} {each.change.id}  {each.change.label}"
        if each.note:
            yield f"    note, {f'checked {each.note.checked}' if each.note.checked else 'not checked yet'}"
        if each.cited_by:
            yield f"    cited by {', '.join(each.cited_by)}"
        if each.change.difference:
            yield f"    {each.change.difference}"
    kinds = Counter(each.change.kind for each in found)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "no differences"
    notes = sum(each.needs_review and each.note is not None for each in found)
    yield f"{told}; notes to review: {notes}"


def as_records(found: Sequence[Affected]) -> list[dict[str, Any]]:
    """For programs: one object for each article that differs, new ones too."""
    return [
        {
            "article": each.change.id,
            "label": each.change.label,
            "kind": each.change.kind,
            "status": each.change.status,
            "needs_review": each.needs_review,
            "note": {"id": each.change.id, "checked": each.note.checked} if each.note else None,
            "cited_by": list(each.cited_by),
            "difference": each.change.difference,
        }
        for each in found
    ]


def write_marks(path: Path, found: Sequence[Affected], corpus: Corpus, day: str) -> str:
    """Write a doubt for each note to review, in the form of a lawyer's marks; returns what was done."""
    doubts = [
        _doubt(each.change, each.note, corpus, day) for each in found if each.needs_review and each.note
    ]
    if not doubts:
        return "no note to review: no file written"
    marks = Marks(reviewer=REVIEWER, date=day, figures_on=day, marks=tuple(doubts))
    text = yaml.safe_dump(marks.model_dump(mode="json"), allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")
    return f"{len(doubts)} marks in {path}: 'dadkhah corpus marks {path} --apply' sets these notes for review"


def _doubt(change: Change, note: ArticleNote, corpus: Corpus, day: str) -> Mark:
    template: str = getattr(words().official_change, change.kind)
    comment = template.format(
        status=change.status
    )  # without the official words: a doubt is kept in the corpus
    seen = content_hash(note, corpus, day)
    return Mark(record=f"note:{change.id}", seen=seen, verdict="doubt", comment=comment)
