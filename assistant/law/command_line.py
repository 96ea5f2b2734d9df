"""What the commands on the law share: the corpus of the settings, the day, options, and how they refuse."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from assistant.law.corpus import Corpus
from assistant.law.findings import CorpusError
from assistant.law.loading import read_corpus
from assistant.persian import JalaliDate
from assistant.settings import settings

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def corpus_in_use() -> Corpus:
    """The valid part of the corpus of the settings; ``dadkhah corpus check`` says what is wrong with the rest."""
    chosen = settings()
    try:
        return read_corpus(chosen.corpus_dir, chosen.templates_dir, chosen.data_dir)[0]
    except CorpusError as problem:
        refuse(problem)


def today() -> str:
    """The Jalali day, or the fixed one of ``DADKHAH_TODAY``."""
    return str(JalaliDate.from_gregorian(settings().current_date()))


def refuse(problem: CorpusError) -> NoReturn:
    """Say what is wrong, and exit with 2: nothing was compared or written."""
    for finding in problem.findings:
        typer.echo(f"{finding.where}: {finding.message}", err=True)
    raise typer.Exit(2) from None
