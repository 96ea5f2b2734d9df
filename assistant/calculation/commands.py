"""``dadkhah calc``: the calculators on the command line, with an option for every input of ``corpus/calculators``."""

from __future__ import annotations

import json
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.calculation.calculators import CALCULATORS
from assistant.calculation.given import Given, WrongInputs, calculate_given
from assistant.calculation.model import Tools
from assistant.calculation.price_index import import_price_index, load_price_index
from assistant.calculation.record import calculation_record, calculation_text, calculator_records
from assistant.law.corpus import Corpus
from assistant.law.findings import CorpusError
from assistant.law.loading import load_corpus
from assistant.law.schemas import Calculator, CalculatorInput
from assistant.persian import JalaliDate
from assistant.settings import settings

KIND = Parameter.KEYWORD_ONLY
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")]


class _Calculators(TyperGroup):
    """The commands written below, and one for each calculator, made from its data when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return [*super().list_commands(ctx), *CALCULATORS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command."""
        if cmd_name in CALCULATORS:
            return _command(_corpus().calculators[cmd_name])
        return super().get_command(ctx, cmd_name)


calc_app = typer.Typer(
    cls=_Calculators, no_args_is_help=True, help="Calculate: court fees, last days, shares of an estate, …"
)


@calc_app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the calculators and what each is told."""
    records = calculator_records(_corpus())
    if as_json:
        typer.echo(json.dumps(records, ensure_ascii=False))
        return
    for record in records:
        options = " ".join(map(_shown, record["inputs"]))
        typer.echo(f"{record['id']:<14} {record['title']}: {options}")


@calc_app.command()
def index(file: Annotated[Path, typer.Argument(help="CSV with the columns period, index.")]) -> None:
    """Import the consumer price index of the Central Bank; it replaces what was imported before."""
    try:
        imported = import_price_index(file, settings().data_dir)
    except CorpusError as problem:
        for finding in problem.findings:
            typer.echo(f"{finding.where}: {finding.message}", err=True)
        typer.echo(f"Nothing was imported: {len(problem.findings)} problem(s).", err=True)
        raise typer.Exit(1) from None
    periods = sorted(imported.values)
    typer.echo(f"Imported: {len(periods)} periods, {periods[0]} to {periods[-1]}.")


def _command(calculator: Calculator) -> Any:
    """The command of a calculator: a function whose signature is made from the inputs."""

    def run(as_json: bool, **given: str | None) -> None:
        _calculate(calculator.id, given, as_json=as_json)

    options = [_parameter(spec.name, str | None, _option(spec)) for spec in calculator.inputs]
    run.__signature__ = Signature([*options, Parameter("as_json", KIND, annotation=AsJson, default=False)])  # type: ignore[attr-defined]
    made = typer.Typer(add_completion=False)
    made.command(calculator.id, help=f"{calculator.title}.")(run)
    return typer.main.get_command(made)


def _parameter(name: str, type_: Any, option: Any) -> Parameter:
    return Parameter(name, KIND, annotation=Annotated[type_, option], default=None)


def _option(spec: CalculatorInput) -> Any:
    choices = "؛ ".join(f"{key}: {choice.text}" for key, choice in spec.choices.items())
    help_ = " ".join(filter(None, [f"{spec.label}.", spec.question, spec.help, choices]))
    return typer.Option(_flag(spec.name), help=help_, metavar=spec.type, show_default=False)


def _calculate(calculator_id: str, given: Given, *, as_json: bool) -> None:
    corpus, chosen = _corpus(), settings()
    today = JalaliDate.from_gregorian(chosen.current_date())
    tools = Tools(corpus, today, load_price_index(chosen.data_dir))
    try:
        found = calculate_given(calculator_id, given, tools)
    except WrongInputs as wrong:
        for problem in wrong.problems:
            typer.echo(f"{_flag(problem.name)}: {problem.message} [{problem.example}]", err=True)
        raise typer.Exit(2) from None
    if as_json:
        typer.echo(json.dumps(calculation_record(found, corpus), ensure_ascii=False))
    else:
        typer.echo(calculation_text(found, corpus))


def _corpus() -> Corpus:
    chosen = settings()
    return load_corpus(chosen.corpus_dir, chosen.templates_dir, chosen.data_dir)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _shown(told: dict[str, Any]) -> str:
    """An option as usage lines write it; in brackets what can be left out, or is asked only after some answers."""
    flag = _flag(told["name"])
    return flag if told["required"] and not told["conditional"] else f"[{flag}]"
