"""Conditions of forms over the facts: ``number(claim_value) > rule("J01") and not resides_abroad``.

The names are fields of the form; a missing fact is ``none``. Three functions exist: ``rule(id, key…)``, the value
of a rule on the day, ``number(field)``, the number that a fact holds, and ``days_since(field)``, the days from the
date that a fact holds to the day. Nothing else of Jinja2 is
allowed: no filters, no attributes, no other calls. Conditions are data of ours; facts are never compiled.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.law.rules import Day, RuleBook
from assistant.persian import JalaliDate

__all__ = ["Condition", "ExpressionError", "condition", "number"]

FUNCTIONS = frozenset({"rule", "number", "days_since"})
ALLOWED = (
    nodes.Name, nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Call, nodes.List, nodes.Tuple, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Neg,
)  # fmt: skip
_ENVIRONMENT = ImmutableSandboxedEnvironment()
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

FactValue = str | bool


class ExpressionError(ValueError):
    """A condition that cannot be read or evaluated; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition: ``names`` are the fields it looks at, ``rules`` the rules it asks."""

    text: str
    names: frozenset[str]
    rules: tuple[tuple[str, tuple[str, ...]], ...]
    _compiled: TemplateExpression = field(repr=False, compare=False)

    def holds(self, facts: Mapping[str, FactValue], rules: RuleBook, on: Day) -> bool:
        """Whether it holds; a comparison with a number that is not known yet does not hold.

        Raises:
            ExpressionError: the values cannot be compared.
            RuleError: a rule has no value on that day.
        """
        known = {name: facts.get(name) for name in self.names}
        functions = {
            "rule": lambda rule_id, *path: rules.value(rule_id, on, path),
            "number": number,
            "days_since": partial(_days_until, on),
        }
        try:
            return bool(self._compiled(**known, **functions))
        except (TypeError, ArithmeticError) as problem:
            raise ExpressionError(f"{self.text!r} cannot be evaluated: {problem}") from problem


def number(value: object) -> float:
    """The number that a fact holds: rial, a count, a percentage; for a missing fact, not a number (NaN)."""
    if value is None or value == "":
        return math.nan
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise ExpressionError(f"{value!r} is not a number")
    return int(value) if value.lstrip("-").isdigit() else float(value)


def _days_until(on: Day, date: object) -> float:
    """The days from a date that a fact holds to a day; for a missing fact, not a number (NaN)."""
    if date is None or date == "":
        return math.nan
    try:
        begun, now = (JalaliDate.parse(str(day)).to_gregorian() for day in (date, on))
    except ValueError as problem:
        raise ExpressionError(f"{date!r} is not a date") from problem
    return (now - begun).days


@lru_cache(maxsize=1024)
def condition(text: str) -> Condition:
    """Compile a condition.

    Raises:
        ExpressionError: it is not one expression of the allowed kind.
    """
    tree = _tree(text)
    names = {node.name for node in _all_nodes(tree) if isinstance(node, nodes.Name)} - FUNCTIONS
    compiled = _ENVIRONMENT.compile_expression(text, undefined_to_none=True)
    return Condition(text, frozenset(names), tuple(_rules(tree)), compiled)


def _tree(text: str) -> nodes.Expr:
    if not text.strip():
        raise ExpressionError("the condition is empty")
    try:
        parsed = _ENVIRONMENT.parse("{{ " + text + " }}")
    except TemplateSyntaxError as problem:
        raise ExpressionError(f"{text!r} is not an expression: {problem.message}") from problem
    match parsed.body:
        case [nodes.Output(nodes=[nodes.Expr() as tree])]:
            pass
        case _:
            raise ExpressionError(f"{text!r} is not one expression")
    for node in _all_nodes(tree):
        if not isinstance(node, ALLOWED):
            raise ExpressionError(f"{text!r}: {type(node).__name__.lower()} is not allowed in a condition")
        if isinstance(node, nodes.Call):
            _check_call(text, node)
    return tree


def _check_call(text: str, call: nodes.Call) -> None:
    if not (isinstance(call.node, nodes.Name) and call.node.name in FUNCTIONS):
        raise ExpressionError(f"{text!r}: only rule(), number() and days_since() can be called")
    if call.kwargs or call.dyn_args or call.dyn_kwargs:
        raise ExpressionError(f"{text!r}: functions take plain arguments")
    if call.node.name == "rule" and not (call.args and all(_is_word(argument) for argument in call.args)):
        raise ExpressionError(
            f'{text!r}: rule() takes the id of a rule and keys in quotes: rule("T02", "days")'
        )
    if call.node.name != "rule" and len(call.args) != 1:
        raise ExpressionError(f"{text!r}: {call.node.name}() takes one field")


def _is_word(argument: nodes.Expr) -> bool:
    return isinstance(argument, nodes.Const) and isinstance(argument.value, str)


def _rules(tree: nodes.Expr) -> Iterator[tuple[str, tuple[str, ...]]]:
    for call in _all_nodes(tree):
        if isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name) and call.node.name == "rule":
            rule_id, *path = [
                str(argument.value) for argument in call.args if isinstance(argument, nodes.Const)
            ]
            yield rule_id, tuple(path)


def _all_nodes(tree: nodes.Node) -> Iterable[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _all_nodes(child)
