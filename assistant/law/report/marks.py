"""The marks of a lawyer, as a file: what was read, when, and what was found."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Literal

from pydantic import Field, JsonValue, ValidationError, field_validator, model_validator

from assistant.law.corpus import Corpus
from assistant.law.findings import CorpusError, Finding, error, explain
from assistant.law.report.records import content_hash, markable
from assistant.law.schemas import JalaliDate, Record, Text
from assistant.law.yaml_files import YamlReader
from assistant.persian import JalaliDate as Day

Verdict = Literal["right", "mend", "doubt"]


class Mark(Record):
    """What a lawyer says of one record; ``seen`` is the hash of what was read."""

    record: Text
    seen: Text
    verdict: Verdict
    comment: str = ""

    @model_validator(mode="after")
    def _says_why(self) -> Mark:
        if self.verdict != "right" and not self.comment.strip():
            raise ValueError(f"{self.record} is marked {self.verdict} without a comment: say what is wrong")
        return self


class Marks(Record):
    """A file of marks: of one reader, on one day; ``figures_on`` is the day whose figures were shown."""

    reviewer: Text
    date: JalaliDate
    figures_on: JalaliDate
    marks: tuple[Mark, ...] = Field(min_length=1)

    @field_validator("date", "figures_on")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        return str(Day.parse(value))

    @field_validator("marks")
    @classmethod
    def _once_each(cls, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        record, times = Counter(mark.record for mark in marks).most_common(1)[0]
        if times > 1:
            raise ValueError(f"{record} is marked {times} times: keep one mark")
        return marks


def read_marks(path: Path) -> Marks:
    """Read a file of marks: the JSON that a page of the report saves, or YAML of the same keys.

    Raises:
        CorpusError: the file cannot be read, or does not fit; one finding for each problem.
    """
    raw = _raw(path)
    try:
        return Marks.model_validate(raw)
    except ValidationError as problem:
        raise CorpusError(list(explain(problem, str(path), raw))) from problem


def refusals(marks: Marks, corpus: Corpus) -> dict[str, Finding]:
    """Why marks cannot be taken, by record: it is unknown, or no longer what the lawyer read."""
    records = markable(corpus)
    refused: dict[str, Finding] = {}
    for mark in marks.marks:
        record = records.get(mark.record)
        if record is None:
            refused[mark.record] = error(mark.record, "there is no such record: it was renamed or removed")
        elif content_hash(record, corpus, marks.figures_on) != mark.seen:
            message = "it was changed since the report was made: make a new report and read it again"
            refused[mark.record] = error(mark.record, message)
    return refused


def _raw(path: Path) -> JsonValue:
    if path.suffix.lower() == ".json":
        try:
            raw: JsonValue = json.loads(path.read_bytes())
        except ValueError as problem:
            raise CorpusError([error(str(path), f"not valid JSON: {problem}")]) from problem
        return raw
    reader = YamlReader()
    file = reader.read(path.resolve(), path.resolve().parent)
    if file is None:
        raise CorpusError(reader.findings)
    return file.data
