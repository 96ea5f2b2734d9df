"""The worth of a mahr (مهریه): coins at a given price, or money by the price index (civil-code:1082, its note)."""

from __future__ import annotations

from fractions import Fraction

from assistant.calculation import saying
from assistant.calculation.model import InputError, Inputs, Outcome, Tools, amount, positive


def mahr(inputs: Inputs, tools: Tools) -> Outcome:
    """Coins where there are some, money otherwise."""
    return _coins(inputs, tools) if amount(inputs, "coins") else _money(inputs, tools)


def _coins(inputs: Inputs, tools: Tools) -> Outcome:
    coins, received, price = amount(inputs, "coins"), amount(inputs, "received"), positive(inputs, "price")
    if received > coins:
        raise InputError("received", "too_many")
    left = coins - received
    outcome = Outcome({"coins": left, "total": left * price})
    if received:
        outcome.say(
            "received",
            coins=saying.number(coins),
            received=saying.number(received),
            left=saying.number(left),
        )
    if not left:
        return outcome
    outcome.say("coins", left=saying.number(left), price=saying.rial(price), total=saying.rial(left * price))
    # What was paid counts towards the coins for which a debtor can be held.
    ceiling = int(tools.number("family-protection-1391-22-mahr-coins"))
    beyond = max(coins - max(ceiling, received), 0)
    outcome.figures["beyond"] = beyond
    if not beyond:
        outcome.say("within")
    elif beyond == left:
        outcome.say("all_beyond")
    else:
        outcome.say("beyond", beyond=saying.number(beyond))
    return outcome


def _money(inputs: Inputs, tools: Tools) -> Outcome:
    """By the index of the year before payment to that of the year of the marriage (by-law of the note, article 2)."""
    cash, married, last = positive(inputs, "cash"), int(str(inputs["married"])), tools.today.year - 1
    if married > tools.today.year:
        raise InputError("married", "future")
    outcome = Outcome()
    if married >= last:  # the index of a year is known when it is over: nothing has changed yet
        outcome.figures["total"] = cash
        outcome.say("recent", cash=saying.rial(cash), married_period=saying.number(married))
        return outcome
    before, after = tools.prices.of_year(married), tools.prices.of_year(last)
    if not tools.prices:
        outcome.say("no_index")
    elif before is None or after is None:
        outcome.say("no_period", period=saying.number(married if before is None else last))
    else:
        total = round(cash * max(after.number / before.number, Fraction(1)))
        outcome.figures["total"] = total
        outcome.say(
            "cash",
            cash=saying.rial(cash),
            married_period=saying.number(married),
            total=saying.rial(total),
        )
        outcome.say(
            "how",
            married_index=saying.number(before.number),
            paid_period=saying.number(last),
            paid_index=saying.number(after.number),
        )
    return outcome
