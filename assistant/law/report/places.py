"""Where each record that can be marked stands: its file, and its place within it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import JsonValue

from assistant.law.report.editing import Place
from assistant.law.yaml_files import YamlReader

WHOLE_FILES = {"procedures": "procedure", "services": "service"}  # folder and kind; called by their slug


def record_places(corpus_dir: Path) -> dict[str, tuple[Path, Place]]:
    """Each record's file and place, by the keys of :func:`markable`; what cannot be read is left out."""
    reader = YamlReader()
    found: dict[str, tuple[Path, Place]] = {}
    for path in sorted(corpus_dir.glob("*/*.yaml")):
        if path.parent.name in {*WHOLE_FILES, "statutes", "questions"}:
            file = reader.read(path, corpus_dir)
            for key, place in _in_file(path, file.data if file else None):
                found[key] = path, place
    return found


def _in_file(path: Path, data: JsonValue) -> Iterator[tuple[str, Place]]:
    kind = WHOLE_FILES.get(path.parent.name)
    if kind:
        yield f"{kind}:{path.stem}", ()
    elif isinstance(data, list):
        yield from ((f"question:{name}", (number,)) for number, name in _named(data, "id"))
    elif isinstance(data, dict):
        for number, name in _named(data.get("articles"), "number"):
            yield f"note:{path.stem}:{name}", ("articles", number)


def _named(records: JsonValue, key: str) -> Iterator[tuple[int, str]]:
    for number, record in enumerate(records if isinstance(records, list) else []):
        if isinstance(record, dict) and key in record:
            yield number, str(record[key])
