"""The official texts as imported: immutable snapshots under ``data_dir/official``, one of them current.

``official/<version>/articles.jsonl`` and ``manifest.json``; ``official/current`` names the version.
The version is the hash of the articles, so that the same content is the same snapshot.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.law.findings import CorpusError, error
from assistant.law.schemas import OfficialArticle
from assistant.law.yaml_files import write_atomically

ARTICLES, MANIFEST, CURRENT = "articles.jsonl", "manifest.json", "current"
_ARTICLE = TypeAdapter(OfficialArticle)


@dataclass(frozen=True, slots=True)
class Official:
    """The official texts in use; ``version`` is null where none were imported."""

    version: str | None = None
    articles: tuple[OfficialArticle, ...] = ()


def load_official(data_dir: Path) -> Official:
    """The current snapshot, or an empty one where nothing was imported.

    Raises:
        CorpusError: the snapshot is damaged; import the texts again.
    """
    try:
        version = (data_dir / "official" / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return Official()
    return load_snapshot(data_dir, version)


def load_snapshot(data_dir: Path, version: str) -> Official:
    """The snapshot of a version, current or earlier.

    Raises:
        CorpusError: there is none of that version, or it is damaged.
    """
    path = data_dir / "official" / version / ARTICLES
    try:
        lines = path.read_bytes().splitlines()
        return Official(version, tuple(_ARTICLE.validate_json(line) for line in lines))
    except (OSError, ValidationError) as problem:
        advice = f"this snapshot cannot be read ({problem}): import the official texts again"
        raise CorpusError([error(str(path), advice)]) from problem


def store_official(articles: Iterable[OfficialArticle], files: Mapping[str, str], data_dir: Path) -> str:
    """Write a snapshot and make it current; returns its version. ``files``: name to content hash."""
    kept = sorted(articles, key=lambda article: article.law)  # stable: articles keep their order
    content = b"".join(_line(article) for article in kept)
    version = _version(content)
    folder = data_dir / "official"
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_whole(folder / version):
        _write_snapshot(folder, version, content, _manifest(kept, files, version))
    write_atomically(folder / CURRENT, version.encode())
    return version


def _is_whole(snapshot: Path) -> bool:
    try:
        content = (snapshot / ARTICLES).read_bytes()
    except OSError:
        return False
    return _version(content) == snapshot.name and (snapshot / MANIFEST).is_file()


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _write_snapshot(folder: Path, version: str, content: bytes, manifest: bytes) -> None:
    """Fill a folder beside its place, then move it there: it is whole or not there."""
    temporary = Path(tempfile.mkdtemp(dir=folder, prefix=".importing-"))
    try:
        write_atomically(temporary / ARTICLES, content)
        write_atomically(temporary / MANIFEST, manifest)
        shutil.rmtree(folder / version, ignore_errors=True)  # a damaged one
        temporary.rename(folder / version)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _line(article: OfficialArticle) -> bytes:
    return article.model_dump_json().encode() + b"\n"


def _manifest(articles: list[OfficialArticle], files: Mapping[str, str], version: str) -> bytes:
    laws = {article.law: article.law_title_fa for article in articles}
    counts = Counter(article.law for article in articles)
    return json.dumps(
        {
            "version": version,
            "articles": len(articles),
            "status": dict(sorted(Counter(article.status for article in articles).items())),
            "laws": {law: {"title": title, "articles": counts[law]} for law, title in laws.items()},
            "files": dict(sorted(files.items())),
        },
        ensure_ascii=False,
        indent=1,
    ).encode()
