"""A calculation from values as a program or a command line gives them: each one read, every problem told at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from assistant.calculation.calculators import calculate, find_calculator, missing_inputs
from assistant.calculation.inputs import Read, Value, problem_text, read_input
from assistant.calculation.model import Calculation, InputError, Tools
from assistant.calculation.words import words
from assistant.law.schemas import Calculator, CalculatorInput
from assistant.persian import JalaliDate, to_ascii_digits

Given: TypeAlias = Mapping[str, str | int | bool | None]  # a number is rial, or a count; None was not given

_BARE = re.compile(r"\d{1,3}(?:[,٬]\d{3})+|\d{1,18}")
_GROUPING = re.compile(r"[,٬]")


@dataclass(frozen=True, slots=True)
class WrongInput:
    """An input that is missing or cannot be read: which, why, and how it can look."""

    name: str
    code: str
    message: str
    example: str


class WrongInputs(ValueError):
    """Inputs that cannot be used; ``problems`` holds each of them."""

    def __init__(self, problems: tuple[WrongInput, ...]) -> None:
        super().__init__("; ".join(f"{problem.name}: {problem.code}" for problem in problems))
        self.problems = problems


def calculate_given(calculator_id: str, given: Given, tools: Tools) -> Calculation:
    """Run a calculator on values as they were given; a bare number as a sum is rial.

    Raises:
        UnknownCalculator: there is no such calculator.
        WrongInputs: some are missing, unknown, unreadable or contradict each other.
    """
    calculator = find_calculator(calculator_id, tools)
    inputs: dict[str, Value] = {}
    problems: list[WrongInput] = []
    for name, value in given.items():
        if value is None:
            continue
        spec = next((spec for spec in calculator.inputs if spec.name == name), None)
        read = Read() if spec is None else _read(spec, value, tools.today)
        if spec is None:
            problems.append(WrongInput(name, "unknown", problem_text("unknown"), ""))
        elif read.value is None:
            problems.append(_wrong(spec, read.problem or "missing"))
        else:
            inputs[name] = read.value
    problems += _missing(calculator, inputs, {problem.name for problem in problems}, tools)
    if problems:
        raise WrongInputs(tuple(problems))
    try:
        return calculate(calculator_id, inputs, tools)
    except InputError as error:
        spec = next(spec for spec in calculator.inputs if spec.name == error.name)
        raise WrongInputs((_wrong(spec, error.code),)) from error


def example_of(spec: CalculatorInput) -> str:
    """How a value of an input can look."""
    if spec.choices:
        return next(iter(spec.choices.values())).text
    return words().examples[spec.type]


def _missing(
    calculator: Calculator, inputs: Mapping[str, Value], told: set[str], tools: Tools
) -> Iterator[WrongInput]:
    """What is missing; whether an input matters is not known while one that it hangs on cannot be read."""
    if told & {spec.name for spec in calculator.inputs}:
        return
    for spec in missing_inputs(calculator, inputs, tools):
        yield _wrong(spec, "missing")


def _read(spec: CalculatorInput, value: str | int | bool, today: JalaliDate) -> Read:
    if isinstance(value, bool):
        return Read(value) if spec.type == "yes_no" else read_input(spec, "", today)
    text = to_ascii_digits(str(value)).strip()
    if spec.type == "amount" and _BARE.fullmatch(text):
        return Read(str(int(_GROUPING.sub("", text))))
    return read_input(spec, str(value), today)


def _wrong(spec: CalculatorInput, code: str) -> WrongInput:
    message = problem_text(code)
    asked = f"{message} {spec.question}" if code == "missing" else message
    return WrongInput(spec.name, code, f"«{spec.label}»: {asked}", example_of(spec))
