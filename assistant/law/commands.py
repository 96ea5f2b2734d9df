"""``dadkhah corpus``: check the corpus, import official texts, count, write the JSON Schemas, and more."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assistant.law.check import check_corpus, in_order
from assistant.law.command_line import AsJson
from assistant.law.diff.commands import changes, diff
from assistant.law.findings import CorpusError, Finding, error
from assistant.law.json_schemas import stale_json_schemas, write_json_schemas
from assistant.law.loading import read_corpus
from assistant.law.official import import_official
from assistant.law.report.commands import marks, report
from assistant.law.stats import Count, corpus_stats, totals
from assistant.settings import settings

corpus_app = typer.Typer(
    no_args_is_help=True, help="The law as data: check it, import official texts, count."
)

_COLOUR = {"error": "red", "warning": "yellow", "info": "cyan"}


corpus_app.command()(diff)
corpus_app.command()(changes)
corpus_app.command()(report)
corpus_app.command()(marks)


@corpus_app.command()
def check(
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option(help="What was not read a second time is an error too.")] = False,
) -> None:
    """Check schemas, links, rules and wording of the whole corpus; exit 1 where there are errors."""
    findings = _findings(strict=strict)
    counts = Counter(finding.level for finding in findings)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        _print_findings(findings)
        typer.echo(f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} remarks")
    if counts["error"]:
        raise typer.Exit(1)


@corpus_app.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(help="Official texts: JSONL, or JSON and CSV of the same columns.")
    ],
) -> None:
    """Import official texts; a law among the files replaces what was imported of it before."""
    data_dir = settings().data_dir
    try:
        imported = import_official(files, data_dir)
    except CorpusError as problem:
        for finding in problem.findings:
            typer.echo(f"{finding.where}: {finding.message}", err=True)
        typer.echo(f"Nothing was imported: {len(problem.findings)} problem(s).", err=True)
        raise typer.Exit(1) from None
    for notice in imported.notices:
        typer.echo(notice, err=True)
    by_status = ", ".join(f"{count} {status}" for status, count in imported.by_status.items())
    held = f"{imported.articles} articles of {imported.laws} laws ({by_status})"
    if imported.unchanged:
        typer.echo(f"Nothing to do: the same content is in use as version {imported.version}: {held}.")
    else:
        typer.echo(f"Imported as version {imported.version}: {held}.")


@corpus_app.command()
def stats(as_json: AsJson = False) -> None:
    """Count records by kind and law, with the share read a second time and the share to be reviewed."""
    chosen = settings()
    corpus, _ = read_corpus(chosen.corpus_dir, chosen.templates_dir, chosen.data_dir)
    counts = corpus_stats(corpus)
    if as_json:
        typer.echo(json.dumps([asdict(count) for count in counts], ensure_ascii=False, indent=1))
        return
    _print_counts("By law and folder", counts)
    _print_counts("Together", totals(counts))


@corpus_app.command()
def schemas() -> None:
    """Write corpus/schemas/*.json from the models."""
    written = write_json_schemas(settings().corpus_dir / "schemas")
    typer.echo(f"Written: {', '.join(written)}." if written else "All schemas are current.")


def _findings(*, strict: bool) -> list[Finding]:
    chosen = settings()
    try:
        corpus, unreadable = read_corpus(chosen.corpus_dir, chosen.templates_dir, chosen.data_dir)
    except CorpusError as problem:
        return list(problem.findings)
    stale = stale_json_schemas(chosen.corpus_dir / "schemas")
    outdated = [error(f"schemas/{name}", "not current: run 'dadkhah corpus schemas'") for name in stale]
    return in_order([*unreadable, *outdated, *check_corpus(corpus, strict=strict)])


def _print_findings(findings: Sequence[Finding]) -> None:
    table = Table("level", "where", "what to do", show_lines=False)
    for finding in findings:
        colour = _COLOUR[finding.level]
        table.add_row(f"[{colour}]{finding.level}[/]", _plain(finding.where), _plain(finding.message))
    if findings:
        Console().print(table)


def _plain(text: str) -> str:
    """Square brackets in a text are not markup."""
    return text.replace("[", r"\[")


def _print_counts(title: str, counts: Sequence[Count]) -> None:
    table = Table("kind", "group", "records", "checked", "to review", title=title)
    for count in counts:
        table.add_row(
            count.kind,
            count.group,
            str(count.total),
            _share(count.checked, count),
            _share(count.review, count),
        )
    Console().print(table)


def _share(part: int | None, count: Count) -> str:
    return "" if part is None or not count.total else f"{part} ({part / count.total:.0%})"
