"""The calculators: what each is told, and what it finds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import StringConstraints

from assistant.calculation import (
    UnknownCalculator,
    WrongInputs,
    calculate_given,
    calculation_record,
    calculator_records,
)
from assistant.service import Service
from assistant.web.api.access import Limited, TheService
from assistant.web.api.answers import Cited, RuleUsed
from assistant.web.api.shapes import ChoiceShape, Shape, Text, problems, shown
from assistant.web.problems import Problem

Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]

router = APIRouter(tags=["calculations"])


class CalculatorInputShape(Shape):
    """Something a calculator is told; ``conditional``: only after some answers to the inputs before it."""

    name: str
    label: str
    question: str
    help: str | None
    type: str
    required: bool
    conditional: bool
    default: str | int | bool | None
    choices: list[ChoiceShape]


class CalculatorShape(Shape):
    """A calculator and its inputs, in the order in which they are asked."""

    model_config = shown("calculator")

    id: str
    title: str
    plain: str
    inputs: list[CalculatorInputShape]


class CalculationInput(Shape):
    """A calculator and what it is told: text in everyday Persian, or plain values; a bare number as a sum is rial."""

    model_config = shown("calculation_input")

    calculator: Name
    inputs: dict[Name, Text | bool | int | None]


class LineShape(Shape):
    """A sentence of the result, the articles it stands on and the rules it was computed from."""

    text: str
    citations: list[Cited]
    rules: list[RuleUsed]


class CalculationShape(Shape):
    """A finished calculation: figures for programs, lines for people, and what must be said of old figures."""

    model_config = shown("calculation")

    calculator: str
    title: str
    inputs: dict[str, str | bool]
    figures: dict[str, str | int]
    lines: list[LineShape]
    cautions: list[str]


@router.get("/calculators", responses=problems())
def calculators(service: TheService) -> list[CalculatorShape]:
    """List the calculators and what each is told."""
    return [CalculatorShape(**record) for record in calculator_records(service.rooms.corpus)]


@router.post(
    "/calculations",
    responses=problems("unknown-calculator", "wrong-inputs", "too-many-requests"),
    dependencies=[Limited],
)
def calculation(asked: CalculationInput, service: TheService) -> CalculationShape:
    """Calculate with what is told; nothing is kept."""
    return CalculationShape(**_calculated(asked, service))


def _calculated(asked: CalculationInput, service: Service) -> dict[str, object]:
    tools = service.rooms.guide.tools(service.rooms.today())
    try:
        found = calculate_given(asked.calculator, asked.inputs, tools)
    except UnknownCalculator as unknown:
        raise Problem("unknown-calculator") from unknown
    except WrongInputs as wrong:
        errors = [
            {"field": problem.name, "code": problem.code, "message": problem.message}
            for problem in wrong.problems
        ]
        raise Problem("wrong-inputs", errors=errors) from wrong
    return calculation_record(found, service.rooms.corpus)
