"""Rules: the dated figures of the law, and their place in every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from pydantic import JsonValue

from assistant.law.rule_values import Path, RuleError, at_path, plain_path, say
from assistant.law.schemas import RULE_REFERENCE, DatedValue, Rule
from assistant.law.words import words
from assistant.persian import JalaliDate, to_persian_digits

__all__ = ["Day", "RuleBook", "RuleError", "RuleText", "RuleUse", "caution", "references"]

_JALALI = re.compile(r"1[34]\d\d/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])")

Day: TypeAlias = JalaliDate | str  # a Jalali day, or its text: 1405/09/03
LATEST = "1499/12/29"  # a day on which every rule has its latest known value


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule as one text uses it.

    ``value`` is the raw value (rial, days, a ratio of 1 …), ``text`` how it is said; ``as_of`` is
    the Jalali day since when it is valid, null where that is not recorded. ``outdated``: the value's
    time is over and no later one is known; ``unsure``: it is not confirmed from an official text.
    """

    id: str
    title: str
    value: JsonValue
    text: str
    as_of: str | None
    unsure: bool
    outdated: bool


@dataclass(frozen=True, slots=True)
class RuleText:
    """A text with its references filled in, and the rules that it used, each once."""

    text: str
    uses: tuple[RuleUse, ...] = ()


def references(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rules that a text refers to: id and path of each ``{rule:ID.key}``, in order."""
    found = RULE_REFERENCE.finditer(text)
    return tuple((match[1], tuple(match[2].split(".")[1:])) for match in found)


class RuleBook(Mapping[str, Rule]):
    """All rules by id, and their values on a day."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules = MappingProxyType({rule.id: rule for rule in rules})

    def __getitem__(self, rule_id: str) -> Rule:
        try:
            return self._rules[rule_id]
        except KeyError:
            raise RuleError(f"no rule {rule_id!r} in corpus/rules") from None

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._rules

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def value(self, rule_id: str, on: Day, path: Path = ()) -> JsonValue:
        """The raw value on a day: rial, days, a ratio of 1, words, or named values.

        Raises:
            RuleError: no such rule or key, or no value is known for that day.
        """
        value = _in_force(self[rule_id], on)[0].value
        with _naming(rule_id):
            return at_path(value, plain_path(value, path))

    def use(self, rule_id: str, on: Day, path: Path = ()) -> RuleUse:
        """The value on a day, with how it is said and how far it can be trusted.

        Raises:
            RuleError: as for :meth:`value`, or the value cannot be said in words.
        """
        rule = self[rule_id]
        dated, outdated = _in_force(rule, on)
        with _naming(rule_id):
            text = say(dated.value, path, rule.unit)
        return RuleUse(
            id=rule_id,
            title=rule.title,
            value=self.value(rule_id, on, path),
            text=text,
            as_of=dated.valid_from,
            unsure=rule.confidence != "verified",
            outdated=outdated,
        )

    def render(self, text: str, on: Day) -> RuleText:
        """Fill in every ``{rule:ID}`` and ``{rule:ID.key}`` with the value valid on that day.

        Raises:
            RuleError: a reference does not resolve; the corpus check finds these beforehand.
        """
        uses: dict[str, RuleUse] = {}

        def fill(match: re.Match[str]) -> str:
            path = tuple(match[2].split(".")[1:])
            return uses.setdefault(match[0], self.use(match[1], on, path)).text

        filled = RULE_REFERENCE.sub(fill, text)
        return RuleText(filled, tuple(uses.values()))


def caution(uses: Iterable[RuleUse]) -> tuple[str, ...]:
    """What the reader must be told of old and uncertain values: one sentence for each kind and date."""
    said: dict[str, dict[str, None]] = {}
    texts = words().caution
    for use in uses:
        title = texts.title.format(title=use.title)
        if use.outdated and use.as_of:
            template = texts.outdated.replace("{as_of}", to_persian_digits(use.as_of))
            said.setdefault(template, {})[title] = None
        elif use.outdated:
            said.setdefault(texts.outdated_undated, {})[title] = None
        if use.unsure:
            said.setdefault(texts.unsure, {})[title] = None
    return tuple(template.format(titles=texts.joiner.join(titles)) for template, titles in said.items())


def _in_force(rule: Rule, on: Day) -> tuple[DatedValue, bool]:
    """The value valid on the day; failing that the latest known before it, marked as outdated."""
    day = str(on)
    if not _JALALI.fullmatch(day):
        raise ValueError(f"a Jalali day such as 1405/09/03 is needed, not {day!r}")
    begun = sorted(
        (dated for dated in rule.values if (dated.valid_from or "") <= day),
        key=lambda dated: dated.valid_from or "",
    )
    known = [dated for dated in begun if dated.value is not None]
    if not known:
        raise RuleError(f"rule {rule.id!r} has no known value on {day}")
    valid = [dated for dated in known if dated.valid_to is None or day <= dated.valid_to]
    if valid and begun[-1].value is not None:
        return valid[-1], False
    return known[-1], True


@contextmanager
def _naming(rule_id: str) -> Iterator[None]:
    """Say in an error which rule it is about."""
    try:
        yield
    except RuleError as problem:
        raise RuleError(f"rule {rule_id!r}: {problem}") from None
