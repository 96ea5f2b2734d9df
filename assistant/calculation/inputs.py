"""Reading what a calculator is told, in everyday Persian."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assistant.calculation.phrases import counted, first_number, full_year, named, years
from assistant.calculation.words import words
from assistant.law.schemas import CalculatorInput
from assistant.persian import Amount, JalaliDate, parse_amount, parse_jalali, search_text

InputProblem = Literal["unit", "small", "amount", "date", "year", "count", "choice", "yes_no", "branches"]
Value = str | bool

MOST = 1_000_000  # of anything that is counted
SMALL = 1_000  # toman: «دو تومن» means millions, so a sum below this is not taken at its word
_STORED_BRANCHES = re.compile(r"(?:son|daughter):\d{1,3}:\d{1,3}(?:;(?:son|daughter):\d{1,3}:\d{1,3})*")
_NOBODY = re.compile(r":0+:0+(?:;|$)")
_BETWEEN_BRANCHES = re.compile(r"[؛;\n]")


@dataclass(frozen=True, slots=True)
class Read:
    """A value, or why there is none."""

    value: Value | None = None
    problem: InputProblem | None = None


def read_input(spec: CalculatorInput, text: str, today: JalaliDate) -> Read:
    """Read the answer to the question for one input; whatever was written, nothing is raised."""
    return _READERS[spec.type](spec, text.strip(), today)


def problem_text(code: str) -> str:
    """What is said of an answer, or of inputs together, that cannot be used."""
    return words().problems[code]


def is_small(found: Amount) -> bool:
    """Whether a sum in toman was probably said without its «هزار» or «میلیون»."""
    return found.unit == "toman" and found.number < SMALL


def _amount(_: CalculatorInput, text: str, __: JalaliDate) -> Read:
    if search_text(text) in words().nothing:
        return Read("0")
    found = parse_amount(text)
    if found is None:
        return Read(problem="amount")
    if is_small(found):
        return Read(problem="small")
    return Read(str(found.rial)) if found.rial is not None else Read(problem="unit")


def _date(_: CalculatorInput, text: str, today: JalaliDate) -> Read:
    found = today if search_text(text) in words().today else parse_jalali(text, today)
    return Read(str(found)) if found else Read(problem="date")


def _year(_: CalculatorInput, text: str, today: JalaliDate) -> Read:
    plain = search_text(text)
    found = parse_jalali(text, today)
    if found is not None:
        return Read(str(found.year))
    if plain.isdigit() and len(plain) <= 2:
        return Read(str(full_year(int(plain), today)))
    told = set(years(plain, today))
    return Read(str(told.pop())) if len(told) == 1 else Read(problem="year")


def _count(_: CalculatorInput, text: str, __: JalaliDate) -> Read:
    plain = search_text(text)
    if plain in words().nothing:
        return Read("0")
    value = first_number(plain)
    if value is None and any(word in words().nothing for word in plain.split()):
        return Read("0")
    return Read(value) if value is not None and int(value) <= MOST else Read(problem="count")


def _choice(spec: CalculatorInput, text: str, _: JalaliDate) -> Read:
    plain = search_text(text)
    keys = list(spec.choices)
    if text in keys:
        return Read(text)
    if plain.isdigit() and 1 <= int(plain) <= len(keys):
        return Read(keys[int(plain) - 1])
    exact = next((key for key, choice in spec.choices.items() if search_text(choice.text) == plain), None)
    key = exact or named(spec, plain)
    return Read(key) if key else Read(problem="choice")


def _yes_no(_: CalculatorInput, text: str, __: JalaliDate) -> Read:
    """«بله», «آره زنده است»; a no anywhere is a no: «زنده نیست»."""
    said = f" {search_text(text)} "
    if any(f" {word} " in said for word in words().deny):
        return Read(False)
    agrees = any(f" {word} " in said for word in words().agree)
    return Read(True) if agrees else Read(problem="yes_no")


def _branches(_: CalculatorInput, text: str, __: JalaliDate) -> Read:
    """«پسر: ۲ پسر و ۱ دختر؛ دختر: ۱ دختر» as ``son:2:1;daughter:0:1``."""
    if _STORED_BRANCHES.fullmatch(text) and not _NOBODY.search(text):
        return Read(text)
    branches = [_branch(part) for part in _BETWEEN_BRANCHES.split(text) if part.strip()]
    told = [branch for branch in branches if branch is not None]
    return Read(";".join(told)) if told and len(told) == len(branches) else Read(problem="branches")


def _branch(text: str) -> str | None:
    head, _, children = text.strip().partition(":")
    lines = {search_text(words().son): "son", search_text(words().daughter): "daughter"}
    line = lines.get(search_text(head))
    plain = search_text(children)
    sons, daughters = (int(counted(plain, (child,)) or 0) for child in (words().son, words().daughter))
    many = max(sons, daughters) >= 1000  # no family; and stored branches have three digits
    return f"{line}:{sons}:{daughters}" if line and sons + daughters and not many else None


_READERS: dict[str, Callable[[CalculatorInput, str, JalaliDate], Read]] = {
    "amount": _amount,
    "date": _date,
    "year": _year,
    "count": _count,
    "choice": _choice,
    "yes_no": _yes_no,
    "branches": _branches,
}
