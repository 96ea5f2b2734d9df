"""``dadkhah corpus report`` and ``marks``: out to the lawyers, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.law.command_line import corpus_in_use, refuse, today
from assistant.law.findings import CorpusError
from assistant.law.report.applying import apply_marks
from assistant.law.report.marks import Mark, read_marks, refusals
from assistant.law.report.pages import write_report
from assistant.settings import settings


def report(
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the pages.")],
) -> None:
    """Write HTML pages on which lawyers read all records and mark them."""
    chosen = settings()
    pages = write_report(corpus_in_use(), chosen.corpus_dir, chosen.templates_dir, out, today())
    typer.echo(f"{len(pages)} pages: open {pages[0]}")


def marks(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Saved from a page, or by diff.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write the marks into the corpus.")] = False,
) -> None:
    """Read the marks of a lawyer; exit 1 where one cannot be taken."""
    corpus = corpus_in_use()
    try:
        given = read_marks(file)
    except CorpusError as problem:
        refuse(problem)
    refused = refusals(given, corpus)
    taken = [mark for mark in given.marks if mark.record not in refused]
    unwritten = apply_marks(given, taken, corpus, settings().corpus_dir) if apply else []
    for mark in taken:
        typer.echo(_told(mark))
    failed = [*refused.values(), *unwritten]
    for finding in failed:
        typer.echo(f"refused: {finding.where}: {finding.message}", err=True)
    done = "written into the corpus" if apply else "in order; --apply writes them into the corpus"
    typer.echo(f"{given.reviewer}, {given.date}: {len(taken) - len(unwritten)} marks {done}")
    if failed:
        raise typer.Exit(1)


def _told(mark: Mark) -> str:
    comment = " ".join(mark.comment.split())
    return f"{mark.verdict:<6} {mark.record}" + (f": {comment}" if comment else "")
