"""Reading YAML fast: libyaml once, and the parsed data kept by the hash of each file's content."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import JsonValue

from assistant.law.findings import Finding, error

CACHE_NAME = "parsed-corpus.json"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A YAML file as read: its name for messages, its content's hash, its data."""

    name: str
    path: Path
    digest: str
    data: JsonValue


class _Loader(yaml.CSafeLoader):
    """The safe loader, without guessed dates, and with keys that are text and stand once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        for key in mapping:
            if not isinstance(key, str):
                raise yaml.constructor.ConstructorError(
                    None, None, f"put the key {key!r} in quotes", node.start_mark
                )
        if len(mapping) != len(node.value):
            names = [str(key.value) for key, _ in node.value]
            twice = next(name for name in names if names.count(name) > 1)
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {twice!r} stands twice: keep one", node.start_mark
            )
        return mapping


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class YamlReader:
    """Reads YAML files; with ``cache_dir``, parses again only what changed.

    The cache holds plain JSON, is replaced atomically, and may be deleted at any time.
    """

    def __init__(self, cache_dir: Path | None = None) -> None:
        self._cache = cache_dir / CACHE_NAME if cache_dir else None
        self._known = _read_cache(self._cache)
        self._stored = frozenset(self._known)
        self._used: dict[str, JsonValue] = {}
        self.findings: list[Finding] = []

    def read(self, path: Path, root: Path) -> DataFile | None:
        """The file's data, or None with a finding that says where it cannot be read."""
        name = path.relative_to(root.parent).as_posix()
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._known:
            try:
                self._known[digest] = parse_yaml(content.decode("utf-8-sig"))
            except (yaml.YAMLError, UnicodeDecodeError) as problem:
                self.findings.append(_unreadable(name, problem))
                return None
        self._used[digest] = self._known[digest]
        return DataFile(name, path, digest, self._known[digest])

    def save(self) -> None:
        """Keep what was read for the next process; a folder that cannot be written is no error."""
        if self._cache is None or self._used.keys() == self._stored:
            return
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._cache, json.dumps(self._used, ensure_ascii=False).encode())
        except OSError:
            return


def parse_yaml(text: str) -> JsonValue:
    """The data of a YAML text, as the corpus reads it.

    Raises:
        yaml.YAMLError: it is not valid, or a key is no text or stands twice.
    """
    return cast(JsonValue, yaml.load(text, _Loader))


def write_atomically(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: a reader sees the old or the new file, never a part."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _read_cache(path: Path | None) -> dict[str, JsonValue]:
    if path is None:
        return {}
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _unreadable(name: str, problem: yaml.YAMLError | UnicodeDecodeError) -> Finding:
    if isinstance(problem, UnicodeDecodeError):
        return error(name, "this file is not UTF-8: save it as UTF-8")
    mark = getattr(problem, "problem_mark", None)
    where = f"{name}:{mark.line + 1}" if mark else name
    what = getattr(problem, "problem", None) or str(problem)
    return error(where, f"not valid YAML: {what}")
