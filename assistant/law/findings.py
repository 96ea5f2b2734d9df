"""What is wrong in the data, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import JsonValue, ValidationError
from pydantic_core import ErrorDetails

Level = Literal["error", "warning", "info"]

RECORD_KEYS = ("id", "slug", "name", "number", "title")  # what a record is called by, in this order


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: ``where`` names file and record, ``message`` says what to do."""

    level: Level
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.level}: {self.where}: {self.message}"


def error(where: str, message: str) -> Finding:
    """A finding that stops a release."""
    return Finding("error", where, message)


def warning(where: str, message: str) -> Finding:
    """A finding that a person should look at."""
    return Finding("warning", where, message)


def info(where: str, message: str) -> Finding:
    """A finding worth knowing."""
    return Finding("info", where, message)


class CorpusError(Exception):
    """The data cannot be served as it stands; ``findings`` say why, one by one."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        shown = "\n".join(str(finding) for finding in self.findings[:20])
        more = f"\n… and {len(self.findings) - 20} more" if len(self.findings) > 20 else ""
        super().__init__(f"{len(self.findings)} problem(s) in the data:\n{shown}{more}")


def explain(problem: ValidationError, file: str, raw: JsonValue) -> Iterable[Finding]:
    """Turn what pydantic says of one record into findings a writer can act on."""
    for detail in problem.errors(include_url=False):
        yield error(f"{file} › {_place(detail['loc'], raw)}", _advice(detail))


def _place(location: tuple[int | str, ...], raw: JsonValue) -> str:
    """``articles[3] (number 1085) › title``: the path, with the names of the records on the way."""
    steps = [_record_name(raw)] if _record_name(raw) else []
    value: JsonValue = raw
    for key in location:
        if isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
            name = _record_name(value)
            steps[-1:] = [f"{steps[-1] if steps else ''}[{key}]" + (f" ({name})" if name else "")]
        else:
            value = value.get(str(key)) if isinstance(value, dict) else None
            steps.append(str(key))
    return " › ".join(steps) or "the whole file"


def _record_name(value: JsonValue) -> str:
    if not isinstance(value, Mapping):
        return ""
    return next((f"{key} {value[key]}" for key in RECORD_KEYS if value.get(key)), "")


def _advice(detail: ErrorDetails) -> str:
    given = detail.get("input")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "this key is missing: add it"
        case "extra_forbidden":
            return "this key is not part of the schema: correct its spelling or remove it"
        case "string_type":
            return f"write text here; a number or date goes in quotes (found {given!r})"
        case "string_too_short":
            return "this text is empty: write it or remove the key"
        case "string_pattern_mismatch":
            return f"{given!r} does not have the form {context.get('pattern')}"
        case "literal_error":
            return f"{given!r} is not one of {context.get('expected')}"
        case "too_short":
            return f"give at least {context.get('min_length')} item(s) (found {context.get('actual_length')})"
        case "tuple_type" | "list_type":
            return f"write a list here, one '- item' a line (found {given!r})"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"write 'key: value' lines here (found {given!r})"
        case _:
            return detail["msg"].removeprefix("Value error, ")
