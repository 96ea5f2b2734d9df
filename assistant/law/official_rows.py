"""Reading files of official texts and unification rulings row by row: JSONL, JSON and CSV of the same columns."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from assistant.law import rulings
from assistant.law.findings import Finding, error, explain
from assistant.law.schemas import OfficialArticle
from assistant.persian import normalize, to_ascii_digits

SUFFIXES = (".jsonl", ".json", ".csv")
COLUMNS = ("law", "law_title_fa", "article", "text")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """A valid article and where it stands: ``file:line``."""

    where: str
    article: OfficialArticle


def read_rows(path: Path, content: bytes) -> Iterator[Row | Finding]:
    """Each row of a file as a valid article, or as a finding with its file and line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        yield error(f"{path}:{line}", "not UTF-8: save the file as UTF-8")
        return
    readers = {".jsonl": _json_lines, ".json": _json_array, ".csv": _csv_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        yield error(str(path), f"give files that end in {', '.join(SUFFIXES)}")
        return
    for where, raw in reader(path, text):
        yield raw if isinstance(raw, Finding) else _validated(where, raw)


def _json_lines(path: Path, text: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{path}:{number}"
        if line.strip():
            yield where, _parsed(where, line)


def _json_array(path: Path, text: str) -> Iterator[tuple[str, object]]:
    rows = _parsed(str(path), text)
    if isinstance(rows, Finding):
        yield str(path), rows
    elif not isinstance(rows, list):
        yield str(path), error(str(path), "a list of articles is needed: [{…}, {…}]")
    else:
        yield from ((f"{path}[{number}]", row) for number, row in enumerate(rows))


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, object]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    given_columns = reader.fieldnames or ()
    needed = rulings.COLUMNS if rulings.TEXT in given_columns else COLUMNS
    lacking = [column for column in needed if column not in given_columns]
    if lacking:
        yield str(path), error(f"{path}:1", f"the first line must name the columns {', '.join(lacking)}")
        return
    try:
        for row in reader:
            where = f"{path}:{reader.line_num}"
            given = {key: value for key, value in row.items() if key is not None}
            crooked = None in row or None in row.values()
            yield (
                where,
                error(where, "this row has not as many columns as the first line") if crooked else given,
            )
    except csv.Error as problem:
        yield str(path), error(f"{path}:{reader.line_num}", f"not valid CSV: {problem}")


def _parsed(where: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as problem:
        return error(where, f"not valid JSON: {problem}")
    except RecursionError:
        return error(where, "not an article: nested too deeply")


def _validated(where: str, raw: object) -> Row | Finding:
    if not isinstance(raw, dict):
        return error(where, "an article is an object with the columns " + ", ".join(COLUMNS))
    try:
        article = OfficialArticle.model_validate(rulings.as_article(raw) if rulings.is_ruling(raw) else raw)
    except ValidationError as problem:
        first = next(iter(explain(problem, where, raw)))
        return error(where, f"{first.where.removeprefix(f'{where} › ')}: {first.message}")
    except ValueError as problem:
        return error(where, str(problem))
    if _CONTROL.search(article.text):
        return error(where, "text: it holds control characters; export it again as plain text")
    number = " ".join(to_ascii_digits(normalize(article.article)).split())
    return Row(where, article.model_copy(update={"article": number}))
