"""Writing a lawyer's marks into the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error
from assistant.law.report.editing import CannotEdit, Place, Values, edited
from assistant.law.report.marks import Mark, Marks
from assistant.law.report.places import record_places
from assistant.law.report.records import markable
from assistant.law.yaml_files import write_atomically
from assistant.persian import normalize

BETWEEN = " / "  # an earlier doubt and a new one


def apply_marks(marks: Marks, taken: Iterable[Mark], corpus: Corpus, corpus_dir: Path) -> list[Finding]:
    """Write marks into the files of their records; returns one finding for each that could not be written."""
    places = record_places(corpus_dir)
    edits: dict[Path, dict[str, tuple[Place, Values]]] = defaultdict(dict)
    for mark in taken:
        path, place = places[mark.record]
        edits[path][mark.record] = place, new_values(mark, marks.date, corpus)
    return [finding for path, its_edits in edits.items() for finding in _write(path, its_edits)]


def _write(path: Path, edits: Mapping[str, tuple[Place, Values]]) -> Iterable[Finding]:
    before = path.read_bytes().decode("utf-8")
    refused = dict(_refused(path, before, edits))
    good = [edit for record, edit in edits.items() if record not in refused]
    if good:
        _replace(path, edited(before, good))
    return refused.values()


def _refused(
    path: Path, text: str, edits: Mapping[str, tuple[Place, Values]]
) -> Iterator[tuple[str, Finding]]:
    """The edits that cannot be made; tried one by one only where they cannot be made together."""
    with suppress(CannotEdit):
        edited(text, list(edits.values()))
        return
    for record, edit in edits.items():
        try:
            edited(text, [edit])
        except CannotEdit as problem:
            yield record, error(f"{path.name} › {record}", str(problem))


def new_values(mark: Mark, date: str, corpus: Corpus) -> Values:
    """The keys that a mark sets: read and right settles a doubt; anything else raises one."""
    if mark.verdict == "right":
        return {"checked": date, "review": None, "doubt": None}
    comment, earlier = " ".join(normalize(mark.comment).split()), markable(corpus)[mark.record].doubt
    doubt = comment if not earlier or earlier == comment else f"{earlier}{BETWEEN}{comment}"
    return {"review": "needed", "doubt": _quoted(doubt)}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _replace(path: Path, text: str) -> None:
    mode = path.stat().st_mode  # a new file would be readable by its owner only
    write_atomically(path, text.encode())
    path.chmod(mode)
