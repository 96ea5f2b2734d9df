"""Setting keys of records in a YAML text, leaving every other line as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from assistant.law.yaml_files import parse_yaml

Place: TypeAlias = Sequence[str | int]  # of a record within its file: ("articles", 3)
Values: TypeAlias = Mapping[str, str | None]  # as they are written; null takes the key out
BLOCK = frozenset({"|", ">"})


class CannotEdit(Exception):
    """A record cannot be edited line by line; the message says what to do by hand."""


def edited(text: str, edits: Sequence[tuple[Place, Values]]) -> str:
    """The text with keys of some records set or taken out.

    Raises:
        CannotEdit: a record is written in braces, or its lines hold more than its keys.
    """
    root = yaml.compose(text, yaml.CSafeLoader)
    lines = text.split("\n")
    instead: dict[int, list[str]] = {}  # line number to what stands there now
    for place, values in edits:
        record = _node(root, place)
        if not isinstance(record, yaml.MappingNode) or record.flow_style:
            raise CannotEdit("it is written in braces: write it with one key a line, or edit it by hand")
        _set(record, values, lines, instead)
    after = "\n".join(line for number, old in enumerate(lines) for line in instead.get(number, [old]))
    if _read(after) != _expected(text, edits):
        raise CannotEdit("its lines hold more than its keys: edit it by hand")
    return after


def _set(
    record: yaml.MappingNode, values: Values, lines: Sequence[str], instead: dict[int, list[str]]
) -> None:
    indent = " " * record.value[0][0].start_mark.column
    ending = "\r" if lines[0].endswith("\r") else ""
    spans = {key.value: (key.start_mark.line, _last_line(value, lines)) for key, value in record.value}
    end = max(last for _, last in spans.values())
    added = []
    for key, value in values.items():
        written = [] if value is None else [f"{indent}{key}: {value}{ending}"]
        if key in spans:
            first, last = spans[key]
            instead |= {first: written, **{number: [] for number in range(first + 1, last + 1)}}
        else:
            added += written
    instead[end] = [*instead.get(end, [lines[end]]), *added]


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """The last line of a value: where a mark stands on the next token, what lies between is not part of it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last, lines)
    end = int(node.end_mark.line)
    if isinstance(node, yaml.ScalarNode) and node.style in BLOCK:
        end = min(end, len(lines)) - 1
        while not lines[end].strip():
            end -= 1
    return end


def _node(root: Any, place: Place) -> Any:
    node = root
    for step in place:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _expected(text: str, edits: Sequence[tuple[Place, Values]]) -> Any:
    data: Any = parse_yaml(text)
    for place, values in edits:
        record = data
        for step in place:
            record = record[step]
        for key, value in values.items():
            if value is None:
                record.pop(key, None)
            else:
                record[key] = parse_yaml(value)
    return data


def _read(text: str) -> Any:
    try:
        return parse_yaml(text)
    except yaml.YAMLError:
        return None
