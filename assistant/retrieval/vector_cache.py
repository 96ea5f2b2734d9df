"""Embeddings kept on disk by the hash of their text, so that only what changed is computed again."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np

from assistant.retrieval.embedding import Embedder, Vectors

Kind = Literal["question", "passage"]
Item = TypeVar("Item")
CHUNK = 512
WAIT_S = 60.0


class VectorCache:
    """An embedder in front of which an SQLite file remembers the vectors."""

    def __init__(self, embedder: Embedder, file: Path) -> None:
        self._embedder = embedder
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as database, database:
            database.execute(
                "create table if not exists vectors (key blob primary key, vector blob) without rowid"
            )

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Encode questions after several layers, shape (n, depths, dimension)."""
        rows = self._encode("question", texts, self._embedder.encode_depths)
        return rows.reshape(len(texts), self._embedder.depths, -1)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages."""
        return self._encode("passage", texts, self._embedder.encode_passages)

    def _encode(
        self, kind: Kind, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        if not texts:
            return np.empty((0, 0), np.float32)
        keys = [self._key(kind, text) for text in texts]
        with closing(self._connect()) as database:
            known = dict(_read(database, keys))
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            by_length = sorted(missing.items(), key=lambda item: len(item[1]))
            for done, chunk in enumerate(_chunks(by_length)):
                fresh = _in_bytes(encode([text for _, text in chunk]))
                rows = [(key, vector) for (key, _), vector in zip(chunk, fresh, strict=True)]
                with database:
                    database.executemany("insert or replace into vectors values (?, ?)", rows)
                known.update(rows)
                _tell(kind, min((done + 1) * CHUNK, len(missing)), len(missing))
        return np.stack([np.frombuffer(known[key], np.float32) for key in keys])

    def _key(self, kind: Kind, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.fingerprint}\0{kind}\0{text}".encode()).digest()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=WAIT_S)


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _read(database: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for chunk in _chunks(keys):
        marks = ",".join("?" * len(chunk))
        yield from database.execute(f"select key, vector from vectors where key in ({marks})", chunk)


def _in_bytes(vectors: Vectors) -> list[bytes]:
    return [np.ascontiguousarray(row, np.float32).tobytes() for row in vectors]


def _tell(kind: Kind, done: int, of: int) -> None:
    if of > CHUNK:
        print(f"dadkhah: embedding {done}/{of} ({kind})", file=sys.stderr, flush=True)
