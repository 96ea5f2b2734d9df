"""``dadkhah corpus diff`` and ``changes``: what changed in the law, and what of ours stands on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.law.command_line import AsJson, corpus_in_use, refuse, today
from assistant.law.diff.affected import affected_by
from assistant.law.diff.compare import compare
from assistant.law.diff.showing import as_lines, as_records, write_marks
from assistant.law.findings import CorpusError
from assistant.law.official import read_official
from assistant.law.official_store import load_official, load_snapshot
from assistant.law.schemas import OfficialArticle
from assistant.persian import JalaliDate
from assistant.settings import settings

Texts = tuple[Iterable[OfficialArticle], Iterable[OfficialArticle]]  # older, newer


def diff(
    files: Annotated[list[Path] | None, typer.Argument(help="Newer official texts, as for import.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="Version of an earlier import.")] = None,
    until: Annotated[
        str | None, typer.Option("--to", help="Version of a later one; default: in use.")
    ] = None,
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="Save marks for review, as YAML.")] = None,
    as_json: AsJson = False,
) -> None:
    """Compare official texts: which articles changed, and what stands on them; exit 1 if anything does."""
    if bool(files) == bool(since) or (until and not since):
        raise typer.BadParameter("give newer FILES, or --from VERSION with or without --to VERSION")
    try:
        old, new = _by_version(since, until) if since else _from_files(files or [])
    except CorpusError as problem:
        refuse(problem)
    corpus = corpus_in_use()
    found = affected_by(compare(old, new), corpus)
    if as_json:
        typer.echo(json.dumps(as_records(found), ensure_ascii=False, indent=1))
    else:
        for line in as_lines(found):
            typer.echo(line)
    if out is not None:
        typer.echo(write_marks(out, found, corpus, today()), err=True)
    if any(each.needs_review for each in found):
        raise typer.Exit(1)


def changes(
    since: Annotated[str | None, typer.Option(help="Only from this day on: 1403/01/01.")] = None,
    as_json: AsJson = False,
) -> None:
    """The changelog of the law: what changed, since when, in which articles."""
    first = _day(since) if since else ""
    told = [change for change in corpus_in_use().changelog if change.date >= first]
    if as_json:
        typer.echo(json.dumps([change.model_dump() for change in told], ensure_ascii=False, indent=1))
        return
    for change in told:
        unsure = "" if change.confidence == "verified" else f" [{change.confidence}]"
        typer.echo(f"{change.date}  {change.what}{unsure}")
        typer.echo(f"            {', '.join(change.articles)} ({change.source})")


def _by_version(since: str, until: str | None) -> Texts:
    data_dir = settings().data_dir
    new = load_snapshot(data_dir, until) if until else load_official(data_dir)
    return load_snapshot(data_dir, since).articles, new.articles


def _from_files(files: Sequence[Path]) -> Texts:
    old = load_official(settings().data_dir).articles
    return old, read_official(files).replacing(old)


def _day(text: str) -> str:
    try:
        return str(JalaliDate.parse(text))
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--since") from problem
