"""Arrears of a wife's maintenance (نفقه گذشته): civil-code, articles 1111 and 1206."""

from __future__ import annotations

from fractions import Fraction

from assistant.calculation import saying
from assistant.calculation.model import InputError, Inputs, Outcome, Tools, past_day, positive
from assistant.persian import JalaliDate, period_days


def maintenance(inputs: Inputs, tools: Tools) -> Outcome:
    """Whole calendar months, then the days left over as parts of a month of thirty days."""
    monthly, start = positive(inputs, "monthly"), past_day(inputs, "start", tools.today)
    end = past_day(inputs, "end", tools.today)  # what is not due yet is no arrears
    if start > end:
        raise InputError("end", "order")
    months, days = _span(start, end)
    total = round(monthly * (months + Fraction(days, period_days(1, "months"))))
    outcome = Outcome({"months": months, "days": days, "total": total})
    outcome.say(
        "total",
        start=saying.day(start),
        end=saying.day(end),
        length=saying.span(months, days),
        monthly=saying.rial(monthly),
        total=saying.rial(total),
    )
    outcome.say("expert")
    outcome.say("whose")
    return outcome


def _span(start: JalaliDate, end: JalaliDate) -> tuple[int, int]:
    months = (end.year - start.year) * 12 + end.month - start.month
    while start.plus_months(months) > end:
        months -= 1
    days = (end.to_gregorian() - start.plus_months(months).to_gregorian()).days
    return months, days
