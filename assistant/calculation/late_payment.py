"""Damages for late payment (خسارت تأخیر تأدیه) by the price index: civil-procedure-1379, article 522."""

from __future__ import annotations

from fractions import Fraction

from assistant.calculation import saying
from assistant.calculation.model import InputError, Inputs, Outcome, Tools, past_day, positive
from assistant.calculation.price_index import Reading
from assistant.persian import JalaliDate


def late_payment(inputs: Inputs, tools: Tools) -> Outcome:
    """What the debt has lost in worth from its due day to its payment; no figure without the index."""
    debt, due, paid = positive(inputs, "debt"), past_day(inputs, "due", tools.today), _paid(inputs, tools)
    outcome = Outcome()
    readings = tools.prices.between(due, paid)
    if not tools.prices:
        outcome.say("no_index")
    elif readings is None:
        unknown = due if tools.prices.of_month(due) is None else paid
        outcome.say("no_period", period=saying.number(f"{unknown.year}/{unknown.month:02}"))
    else:
        _say_sum(outcome, debt, due, paid, readings)
    outcome.say("conditions")
    return outcome


def _paid(inputs: Inputs, tools: Tools) -> JalaliDate:
    paid = past_day(inputs, "paid", tools.today)
    if JalaliDate.parse(str(inputs["due"])) > paid:
        raise InputError("paid", "order")
    return paid


def _say_sum(
    outcome: Outcome, debt: int, due: JalaliDate, paid: JalaliDate, readings: tuple[Reading, Reading]
) -> None:
    before, after = readings
    growth = max(after.number / before.number, Fraction(1))  # a fall in prices takes nothing off a debt
    total = round(debt * growth)
    outcome.figures.update(damages=total - debt, total=total)
    outcome.say(
        "sum",
        debt=saying.rial(debt),
        due=saying.day(due),
        paid=saying.day(paid),
        damages=saying.rial(total - debt),
        total=saying.rial(total),
    )
    outcome.say(
        "how",
        due_period=saying.number(before.period),
        due_index=saying.number(before.number),
        paid_period=saying.number(after.period),
        paid_index=saying.number(after.number),
    )
    if after.earlier:
        outcome.say("latest", paid_period=saying.number(after.period))
