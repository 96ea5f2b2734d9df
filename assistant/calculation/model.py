"""What a calculation gets and gives, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from assistant.calculation.price_index import PriceIndex
from assistant.law.corpus import Corpus
from assistant.law.rules import RuleUse
from assistant.law.words import words
from assistant.persian import JalaliDate

Inputs: TypeAlias = Mapping[str, str | bool]  # normalised: rial and counts as digits, dates as 1404/03/10
Figure: TypeAlias = str | int


class UnknownCalculator(LookupError):
    """There is no calculator of this id; the message names those that are."""


class InputError(ValueError):
    """An input that is missing or cannot be used; ``name`` is the input, ``code`` a key of the texts."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code}")
        self.name = name
        self.code = code


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the result, the articles it stands on and the rules it says or was computed from."""

    text: str
    cites: tuple[str, ...]
    rules: tuple[RuleUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculation:
    """A finished calculation: ``figures`` for programs, ``lines`` for people."""

    calculator: str
    title: str
    inputs: Inputs
    figures: Mapping[str, Figure]
    lines: tuple[Line, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of ``corpus/calculators`` by its key; ``cites`` in place of its own articles, where there are any."""

    key: str
    values: Mapping[str, str]
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a calculator found: figures, and the sentences that say them."""

    figures: dict[str, Figure] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    def say(self, key: str, /, **values: str) -> None:
        """Add a sentence."""
        self.said.append(Said(key, values))

    def say_by(self, articles: tuple[str, ...], key: str, /, **values: str) -> None:
        """Add a sentence that stands on these articles and not on its own."""
        self.said.append(Said(key, values, articles))


@dataclass(frozen=True, slots=True)
class Tools:
    """What a calculator may look at; ``used`` notes the rules it looked at, for the cautions."""

    corpus: Corpus
    today: JalaliDate
    prices: PriceIndex = field(default_factory=PriceIndex)
    used: dict[tuple[str, ...], RuleUse] = field(default_factory=dict, compare=False, repr=False)

    def use(self, rule_id: str, *path: str) -> RuleUse:
        """The value of a rule today, noted as used.

        Raises:
            RuleError: there is no such rule, or no value is known.
        """
        return self.used.setdefault((rule_id, *path), self.corpus.rules.use(rule_id, self.today, path))

    def number(self, rule_id: str, *path: str) -> Fraction:
        """The value of a rule today, as an exact number; shares in words are numbers too.

        Raises:
            RuleError: as for :meth:`use`.
            ValueError: the value is no number.
        """
        value = self.use(rule_id, *path).value
        if isinstance(value, str):
            value = words().fractions.get(value, value)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError(f"rule {rule_id} is no number: {value!r}")
        return Fraction(str(value))

    def bounds(self, rule_id: str) -> tuple[int, int]:
        """The low and the high end of a rule whose value is a range; twice the same where it is one number."""
        value = self.use(rule_id).value
        low, high = value if isinstance(value, list) else (value, value)
        return int(str(low)), int(str(high))


def amount(inputs: Inputs, name: str) -> int:
    """An input in whole numbers; zero where it was not given."""
    return int(inputs.get(name) or 0)


def positive(inputs: Inputs, name: str) -> int:
    """An input in whole numbers that has to be more than nothing.

    Raises:
        InputError: ``nothing``.
    """
    found = amount(inputs, name)
    if found <= 0:
        raise InputError(name, "nothing")
    return found


def day(inputs: Inputs, name: str) -> JalaliDate:
    """An input as a day."""
    return JalaliDate.parse(str(inputs[name]))


def past_day(inputs: Inputs, name: str, today: JalaliDate) -> JalaliDate:
    """An input as a day that is not to come.

    Raises:
        InputError: ``future``.
    """
    found = day(inputs, name)
    if found > today:
        raise InputError(name, "future")
    return found
