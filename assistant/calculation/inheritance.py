"""Shares of an estate (سهم‌الارث) for a family, and what each comes to."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction

from pydantic import TypeAdapter

from assistant.calculation import saying
from assistant.calculation.family import Branch, Family, Heir
from assistant.calculation.model import Inputs, Outcome, Tools, amount
from assistant.calculation.shares import divide
from assistant.calculation.words import words

_FAMILY = frozenset(spec.name for spec in fields(Family))
_READ_FAMILY = TypeAdapter(Family)
_BEYOND = ("nephews", "half_blood")  # kin that inherit by rules which are not here: refused, not guessed


def inheritance(inputs: Inputs, tools: Tools) -> Outcome:
    """Divide what debts and a will leave."""
    outcome = Outcome()
    beyond = next((name for name in _BEYOND if inputs.get(name) is True), None)
    division = divide(_family(inputs), tools.number)
    if beyond or not division.heirs:
        outcome.say(beyond or "nobody")
        return outcome
    net = _net(inputs, tools, outcome)
    if net == 0:
        return outcome
    labels = _Labels(tools, division.heirs)
    for heir in division.heirs:
        _say_heir(heir, labels.of(heir), net, outcome)
    unclaimed = 1 - sum(heir.share for heir in division.heirs)
    if unclaimed:
        outcome.figures["unclaimed"] = str(unclaimed)
    for reason in dict.fromkeys(division.why):
        outcome.say(reason)
    outcome.say("limits")
    return outcome


class _Labels:
    """What heirs are called; grandchildren by their branch, where there are several branches."""

    def __init__(self, tools: Tools, heirs: list[Heir]) -> None:
        self._labels = tools.corpus.calculators["inheritance"].labels
        self._branches = max(heir.branch for heir in heirs)

    def of(self, heir: Heir) -> str:
        label = self._labels[heir.kind]
        if heir.branch and self._branches > 1:
            return words().of_branch.format(label=label, branch=saying.number(heir.branch))
        return label


def _say_heir(heir: Heir, label: str, net: Fraction | None, outcome: Outcome) -> None:
    """The share of one kind of heirs together and of each, and what it comes to where the worth is known."""
    share = Fraction(outcome.figures.get(heir.kind, 0)) + heir.share
    outcome.figures[heir.kind] = str(share)
    each = heir.share / heir.count
    said = {
        "heir": label,
        "count": saying.number(heir.count),
        "share": saying.share(heir.share),
        "percent": saying.percent(heir.share),
        "each": saying.share(each),
        "each_percent": saying.percent(each),
    }
    if net is not None:
        outcome.figures[f"{heir.kind}_rial"] = round(net * share)
        said |= {"amount": saying.rial(net * heir.share), "each_amount": saying.rial(net * each)}
    key = "share" if net is None else "amount"
    outcome.say_by(heir.cites, key if heir.count == 1 else f"{key}_each", **said)


def _family(inputs: Inputs) -> Family:
    told = {name: value for name, value in inputs.items() if name in _FAMILY}
    return _READ_FAMILY.validate_python(
        {**told, "branches": _branches(str(inputs.get("grandchildren") or ""))}
    )


def _branches(text: str) -> tuple[Branch, ...]:
    parts = [part.split(":") for part in text.split(";") if part]
    return tuple(Branch(line == "son", int(sons), int(daughters)) for line, sons, daughters in parts)


def _net(inputs: Inputs, tools: Tools, outcome: Outcome) -> Fraction | None:
    """What is divided: debts first, then a will up to its limit; None where the worth was not told."""
    estate = amount(inputs, "estate")
    if not estate:
        return None
    after_debts = Fraction(estate - amount(inputs, "debts"))
    if after_debts <= 0:
        outcome.figures["net"] = 0
        outcome.say("insolvent")
        return Fraction(0)
    will = Fraction(amount(inputs, "will"))
    most = after_debts * tools.number("civil-code-843-will-limit") if will else Fraction(0)
    net = after_debts - min(will, most)
    outcome.figures["net"] = round(net)
    if net != estate:
        outcome.say("net", net=saying.rial(net))
    if will > most:
        outcome.say("will_cut")
    return net
