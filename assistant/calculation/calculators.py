"""The calculators by id: which inputs are open, and the finished calculation in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from assistant.calculation.court_fee import court_fee
from assistant.calculation.inheritance import inheritance
from assistant.calculation.last_day import last_day
from assistant.calculation.late_payment import late_payment
from assistant.calculation.mahr import mahr
from assistant.calculation.maintenance import maintenance
from assistant.calculation.model import (
    Calculation,
    InputError,
    Inputs,
    Line,
    Outcome,
    Tools,
    UnknownCalculator,
)
from assistant.law.expressions import condition
from assistant.law.rules import RuleUse, caution
from assistant.law.schemas import Calculator, CalculatorInput

Compute = Callable[[Inputs, Tools], Outcome]

CALCULATORS: Mapping[str, Compute] = MappingProxyType(
    {
        "court-fee": court_fee,
        "deadline": last_day,
        "inheritance": inheritance,
        "late-payment": late_payment,
        "mahr": mahr,
        "maintenance": maintenance,
    }
)


def find_calculator(calculator_id: str, tools: Tools) -> Calculator:
    """The calculator of an id.

    Raises:
        UnknownCalculator: there is none.
    """
    calculator = tools.corpus.calculators.get(calculator_id)
    if calculator is None or calculator_id not in CALCULATORS:
        raise UnknownCalculator(f"no calculator {calculator_id!r}; there are: {', '.join(CALCULATORS)}")
    return calculator


def calculate(calculator_id: str, inputs: Inputs, tools: Tools) -> Calculation:
    """Run a calculator on normalised inputs; what was not given takes its default, what does not matter is left out.

    Raises:
        UnknownCalculator: there is no such calculator.
        InputError: a required input is missing, or inputs contradict each other.
    """
    calculator = find_calculator(calculator_id, tools)
    tools = replace(tools, used={})
    complete = _complete(calculator, inputs, tools)
    outcome = CALCULATORS[calculator_id](complete, tools)
    lines = _with_used(tuple(_lines(calculator, outcome, tools)), tools.used.values())
    return Calculation(calculator_id, calculator.title, complete, outcome.figures, lines, _cautions(lines))


def open_inputs(calculator: Calculator, inputs: Inputs, tools: Tools) -> Iterator[CalculatorInput]:
    """The inputs not told yet that matter for what was told, in order."""
    for spec in calculator.inputs:
        if spec.name not in inputs and _matters(spec, inputs, tools):
            yield spec


def next_input(
    calculator: Calculator, inputs: Inputs, passed_over: frozenset[str], tools: Tools
) -> CalculatorInput | None:
    """The next input to ask for; None when all that matter are told or passed over."""
    return next(
        (spec for spec in open_inputs(calculator, inputs, tools) if spec.name not in passed_over), None
    )


def missing_inputs(calculator: Calculator, inputs: Inputs, tools: Tools) -> Iterator[CalculatorInput]:
    """The inputs that a calculation cannot do without and that were not given."""
    known: dict[str, str | bool] = {}
    for spec in calculator.inputs:
        if not _matters(spec, known, tools):
            continue
        if spec.name in inputs:
            known[spec.name] = inputs[spec.name]
        elif spec.default is not None:
            known[spec.name] = _default(spec, tools)
        elif spec.required:
            yield spec


def _complete(calculator: Calculator, inputs: Inputs, tools: Tools) -> Inputs:
    complete: dict[str, str | bool] = {}
    for spec in calculator.inputs:
        if not _matters(spec, complete, tools):
            continue
        if spec.name in inputs:
            complete[spec.name] = inputs[spec.name]
        elif spec.default is not None:
            complete[spec.name] = _default(spec, tools)
        elif spec.required:
            raise InputError(spec.name, "missing")
    return complete


def _default(spec: CalculatorInput, tools: Tools) -> str | bool:
    if spec.type == "date" and spec.default == "today":
        return str(tools.today)
    return spec.default if isinstance(spec.default, bool) else str(spec.default)


def _matters(spec: CalculatorInput, inputs: Inputs, tools: Tools) -> bool:
    return spec.when is None or condition(spec.when).holds(inputs, tools.corpus.rules, tools.today)


def _lines(calculator: Calculator, outcome: Outcome, tools: Tools) -> Iterator[Line]:
    for said in outcome.said:
        sentence = calculator.said[said.key]
        # The rules first: what is filled in afterwards is data, whatever braces it holds.
        filled = tools.corpus.rules.render(sentence.text, tools.today)
        yield Line(filled.text.format(**said.values), said.cites or sentence.cites, filled.uses)


def _with_used(lines: tuple[Line, ...], used: Iterable[RuleUse]) -> tuple[Line, ...]:
    """The rules that a figure was computed from, though no sentence names them, stand with the first sentence."""
    printed = {use.id for line in lines for use in line.rules}
    silent = {use.id: use for use in used if use.id not in printed}
    if not lines or not silent:
        return lines
    first = replace(lines[0], rules=(*lines[0].rules, *silent.values()))
    return (first, *lines[1:])


def _cautions(lines: Iterable[Line]) -> tuple[str, ...]:
    uses = {use.id: use for line in lines for use in line.rules}
    # Of an old figure it is said already that it may have changed.
    return caution(replace(use, unsure=use.unsure and not use.outdated) for use in uses.values())
