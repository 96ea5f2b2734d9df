"""Importing official texts: validate every row, settle duplicates, write one new snapshot."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.law.findings import CorpusError, Finding, error
from assistant.law.official_rows import Row, read_rows
from assistant.law.official_store import Official, load_official, store_official
from assistant.law.schemas import OfficialArticle

__all__ = ["Imported", "Official", "OfficialFiles", "import_official", "load_official", "read_official"]

# Of two texts of one article the better status is kept; of equals, the one that stands first.
PREFERRED = ("current", "unverified", "former", "repealed")
INDEX = "index.json"  # the table of contents that lies among the texts; not an article


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: ``unchanged`` when the same content was in use already."""

    version: str
    laws: int
    articles: int
    by_status: dict[str, int]
    unchanged: bool
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficialFiles:
    """What files of official texts hold: one text for each article, and what was noticed on the way."""

    articles: tuple[OfficialArticle, ...]
    hashes: dict[str, str]  # file name to content hash
    notices: tuple[str, ...]

    def replacing(self, before: Iterable[OfficialArticle]) -> list[OfficialArticle]:
        """All articles once these files are imported: a law among them replaces what was there of it."""
        laws = {article.law for article in self.articles}
        return [*(article for article in before if article.law not in laws), *self.articles]


def read_official(files: Sequence[Path]) -> OfficialFiles:
    """Read and validate files of official texts; writes nothing.

    Raises:
        CorpusError: with one finding for each bad row or file.
    """
    rows, hashes, notices, findings = _read(files)
    if not rows and not findings:
        findings.append(error(", ".join(map(str, files)) or "no file", "no articles found: give JSONL files"))
    if findings:
        raise CorpusError(findings)
    return OfficialFiles(tuple(_one_each(rows, notices)), hashes, tuple(notices))


def import_official(files: Sequence[Path], data_dir: Path) -> Imported:
    """Import official texts; a law among ``files`` replaces what was imported of it before.

    Nothing is written unless every row of every file is valid. Earlier snapshots are kept.

    Raises:
        CorpusError: with one finding for each bad row or file.
    """
    given = read_official(files)
    notices: list[str] = []
    before = _before(data_dir, notices)
    together = given.replacing(before.articles)
    version = store_official(together, given.hashes, data_dir)
    return Imported(
        version=version,
        laws=len({article.law for article in together}),
        articles=len(together),
        by_status=dict(sorted(Counter(article.status for article in together).items())),
        unchanged=version == before.version,
        notices=(*given.notices, *notices),
    )


def _before(data_dir: Path, notices: list[str]) -> Official:
    """What was imported before; a damaged snapshot is left behind, and said to be."""
    try:
        return load_official(data_dir)
    except CorpusError as problem:
        notices.append(f"{problem.findings[0].where}: damaged, its other laws must be imported again too")
        return Official()


def _read(files: Iterable[Path]) -> tuple[list[Row], dict[str, str], list[str], list[Finding]]:
    rows: list[Row] = []
    hashes: dict[str, str] = {}
    notices: list[str] = []
    findings: list[Finding] = []
    for path in files:
        if path.name == INDEX:
            notices.append(f"{path}: skipped, a table of contents")
            continue
        try:
            content = path.read_bytes()
        except OSError as problem:
            findings.append(error(str(path), f"cannot be read: {problem.strerror}"))
            continue
        hashes[path.name] = hashlib.sha256(content).hexdigest()
        for row in read_rows(path, content):
            (findings if isinstance(row, Finding) else rows).append(row)  # type: ignore[arg-type]
    return rows, hashes, notices, findings


def _one_each(rows: Iterable[Row], notices: list[str]) -> list[OfficialArticle]:
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.article.law, row.article.article)
        other = best.setdefault(key, row)
        if other is row or other.article == row.article:
            continue
        if _rank(row.article) < _rank(other.article):
            best[key], other = row, other
        kept = best[key]
        left = row if kept is other else other
        notices.append(
            f"{key[0]}:{key[1]} stands twice: kept {kept.where} ({kept.article.status}), "
            f"left out {left.where} ({left.article.status})"
        )
    return [row.article for row in best.values()]


def _rank(article: OfficialArticle) -> int:
    return PREFERRED.index(article.status) if article.status in PREFERRED else len(PREFERRED)
