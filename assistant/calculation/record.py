"""Calculators and calculations as JSON, for the command line and the HTTP interface."""

from __future__ import annotations

from typing import Any

from assistant.calculation.calculators import CALCULATORS
from assistant.calculation.model import Calculation, Line
from assistant.calculation.words import words
from assistant.law.citing import cite_together
from assistant.law.corpus import Corpus
from assistant.law.schemas import Calculator, CalculatorInput


def calculator_records(corpus: Corpus) -> list[dict[str, Any]]:
    """The calculators, each with its inputs in the order in which they are asked."""
    return [_calculator(corpus.calculators[id_]) for id_ in CALCULATORS if id_ in corpus.calculators]


def calculation_record(calculation: Calculation, corpus: Corpus) -> dict[str, Any]:
    """A finished calculation: figures for programs, lines with what they stand on, cautions."""
    return {
        "calculator": calculation.calculator,
        "title": calculation.title,
        "inputs": dict(calculation.inputs),
        "figures": dict(calculation.figures),
        "lines": [_line(line, corpus) for line in calculation.lines],
        "cautions": list(calculation.cautions),
    }


def calculation_text(calculation: Calculation, corpus: Corpus) -> str:
    """A finished calculation for people: each sentence with the articles it stands on, then the cautions."""
    cited = words().cited
    lines = [
        cited.format(
            text=line.text, cites=cite_together(corpus, line.cites).replace("(", "«").replace(")", "»")
        )
        for line in calculation.lines
    ]
    listed = [f"• {line}" for line in lines] if len(lines) > 1 else lines
    return "\n".join(
        [f"{calculation.title}:", *listed, *(f"\n{caution}" for caution in calculation.cautions)]
    )


def _line(line: Line, corpus: Corpus) -> dict[str, Any]:
    articles = [corpus.article(id_) for id_ in line.cites]
    return {
        "text": line.text,
        "citations": [{"law": a.law, "article": a.number, "title": a.title} for a in articles],
        "rules": [{"id": use.id, "value": use.value, "as_of": use.as_of} for use in line.rules],
    }


def _calculator(calculator: Calculator) -> dict[str, Any]:
    return {
        "id": calculator.id,
        "title": calculator.title,
        "plain": calculator.plain,
        "inputs": [_input(spec) for spec in calculator.inputs],
    }


def _input(spec: CalculatorInput) -> dict[str, Any]:
    return {
        "name": spec.name,
        "label": spec.label,
        "question": spec.question,
        "help": spec.help,
        "type": spec.type,
        "required": spec.required and spec.default is None,
        "conditional": spec.when is not None,
        "default": spec.default,
        "choices": [{"id": key, "text": choice.text} for key, choice in spec.choices.items()],
    }
