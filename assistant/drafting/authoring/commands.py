"""``dadkhah forms new`` and ``dadkhah forms check``."""

from __future__ import annotations

import typer

from assistant.drafting.authoring.missing import form_problems
from assistant.drafting.authoring.skeleton import SkeletonError, write_skeleton
from assistant.law.check import check_forms
from assistant.law.command_line import corpus_in_use, today
from assistant.law.findings import Finding
from assistant.law.loading import read_corpus
from assistant.persian import JalaliDate
from assistant.settings import settings


def begin_form(slug: str) -> None:
    """Write the skeleton of a form and say where; exit 2 where it cannot be begun."""
    try:
        written = write_skeleton(slug, corpus_in_use())
    except SkeletonError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    for path in written:
        typer.echo(str(path))
    typer.echo(
        f"Fill them, look with `dadkhah forms studio`, and ask `dadkhah forms check {slug}` what is missing."
    )


def say_what_is_missing(slugs: list[str] | None) -> None:
    """Say what is still missing in these forms, or in all; exit 1 where something is, 2 for an unknown form."""
    chosen = settings()
    corpus, unread = read_corpus(chosen.corpus_dir, chosen.templates_dir, chosen.data_dir)
    named = list(slugs or corpus.claims)
    strangers = [slug for slug in named if slug not in corpus.claims]
    if strangers:
        typer.echo(f"no such form: {', '.join(strangers)}; `dadkhah forms` lists them", err=True)
        raise typer.Exit(2)
    day, unfinished, found = JalaliDate.parse(today()), 0, check_forms(corpus)
    for slug in named:
        problems = [*_unread(slug, unread)]
        if slug in corpus.forms:
            problems.extend(form_problems(slug, corpus, day, found))
        elif not problems:
            problems.append(f"no form yet: `dadkhah forms new {slug}` begins one")
        unfinished += bool(problems)
        for problem in problems:
            typer.echo(f"{slug}: {problem}")
    typer.echo(f"{len(named) - unfinished} of {len(named)} finished.")
    if unfinished:
        raise typer.Exit(1)


def _unread(slug: str, findings: tuple[Finding, ...]) -> list[str]:
    return [f"{found.where}: {found.message}" for found in findings if f"/{slug}/" in found.where]
