"""The fee of a suit or complaint (هزینه دادرسی): civil-procedure-1379, article 503, by the dated tariff.

Also dispute-councils-and-peace-courts-1402, article 19; administrative-justice-1392, article 19; for a complaint
criminal-procedure-1392, article 559.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from assistant.calculation import saying
from assistant.calculation.model import Inputs, Outcome, Tools, positive

RATES = {"appeal": "F03", "extraordinary": "F04"}


def court_fee(inputs: Inputs, tools: Tools) -> Outcome:
    """The fee, or a range where practice differs or the tariff names one."""
    outcome = Outcome()
    _BY_MATTER[str(inputs["matter"])](inputs, tools, outcome)
    return outcome


def _financial(inputs: Inputs, tools: Tools, outcome: Outcome) -> None:
    value, stage = positive(inputs, "value"), str(inputs["stage"])
    spec = next(spec for spec in tools.corpus.calculators["court-fee"].inputs if spec.name == "stage")
    said = {"stage": spec.choices[stage].text, "value": saying.rial(value)}
    if stage in RATES:
        fee = value * tools.number(RATES[stage])
        _say(outcome, "exact", fee, fee, said)
        outcome.say(f"{stage}_rate")
    else:
        low, high = _first_instance(value, tools)
        _say(outcome, "exact" if low == high else "range", low, high, said)
        outcome.say("low_rate" if low == high else "range_why")
    outcome.say("relief")


def _council(inputs: Inputs, tools: Tools, outcome: Outcome) -> None:
    """A council of conciliation takes a part of the court's fee."""
    value = positive(inputs, "value")
    part = tools.number("peace-courts-1402-19-council-fee")
    low, high = (fee * part for fee in _first_instance(value, tools))
    _say(outcome, "council" if low == high else "council_range", low, high, {"value": saying.rial(value)})
    outcome.say("council_why")
    outcome.say("low_rate" if low == high else "range_why")


def _nonfinancial(_: Inputs, tools: Tools, outcome: Outcome) -> None:
    low, high = tools.bounds("F06")
    outcome.figures.update(low=low, high=high)
    outcome.say("nonfinancial")
    outcome.say("relief")


def _complaint(_: Inputs, tools: Tools, outcome: Outcome) -> None:
    outcome.figures.update(fee=int(tools.number("F07")))
    outcome.say("complaint")
    outcome.say("complaint_relief")


def _administrative(inputs: Inputs, tools: Tools, outcome: Outcome) -> None:
    key = "appeal" if inputs.get("divan_stage") == "appeal" else "first_instance"
    outcome.figures.update(fee=int(tools.number("F09", key)))
    outcome.say(f"administrative_{key}")


def _first_instance(value: int, tools: Tools) -> tuple[Fraction, Fraction]:
    """The fee if the higher rate counts only for what is above the limit, and if it counts for the whole sum."""
    ceiling, lower = tools.number("F01-ceiling"), tools.number("F01")
    if value <= ceiling:
        return value * lower, value * lower
    higher = tools.number("F02")
    return ceiling * lower + (value - ceiling) * higher, value * higher


def _say(outcome: Outcome, key: str, low: Fraction, high: Fraction, said: Mapping[str, str]) -> None:
    if low == high:
        outcome.figures.update(fee=round(low))
        outcome.say(key, fee=saying.rial(low), **said)
    else:
        outcome.figures.update(low=round(low), high=round(high))
        outcome.say(key, low=saying.rial(low), high=saying.rial(high), **said)


_BY_MATTER: Mapping[str, Callable[[Inputs, Tools, Outcome], None]] = {
    "financial": _financial,
    "nonfinancial": _nonfinancial,
    "council": _council,
    "complaint": _complaint,
    "administrative": _administrative,
}
