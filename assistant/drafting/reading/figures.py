"""Reading amounts of money and whole numbers."""

from __future__ import annotations

import re

from assistant.drafting.fields import Field
from assistant.drafting.messages import messages
from assistant.drafting.reading.model import Confirm, Option, Reading
from assistant.persian import (
    Amount,
    find_amounts,
    parse_amount,
    to_ascii_digits,
    to_persian_digits,
)

LARGEST_AMOUNT = 10**18 - 1  # rial; what the field dictionary allows
_NEGATIVE = re.compile(r"^\s*[-−][0-9]")
_LEFT_OUT = 1000  # «۵۰۰ تومن»: below this people leave out the thousand or the million
_NO = "نه"  # nine, where a unit follows
_DAYS = {"هفته": 7, "ماه": 30}


def read_amount(text: str) -> Reading:
    """Read an amount in rial; without a unit, or too small to be meant, it is asked about."""
    if _NEGATIVE.search(to_ascii_digits(text)):
        return Reading(problem="not_positive")
    amount = parse_amount(text)
    if amount is not None and amount.unit is None and text[amount.start : amount.end].strip() == _NO:
        amount = None
    if amount is None:
        return Reading(problem="several_amounts" if len(find_amounts(text)) > 1 else "not_an_amount")
    if amount.number <= 0:
        return Reading(problem="not_positive")
    if amount.number > LARGEST_AMOUNT // 10:
        return Reading(problem="too_large")
    if amount.number < _LEFT_OUT and amount.unit != "rial":
        return Reading(confirm=_which_scale(amount))
    if amount.rial is None:
        return Reading(confirm=_which_unit(amount))
    return Reading(value=str(amount.rial))


def read_integer(field: Field, text: str) -> Reading:
    """Read a whole number; weeks and months where days are asked for."""
    found = re.findall(r"[0-9]+", to_ascii_digits(text))
    if len(found) == 1:
        number = int(found[0])
    else:
        amount = None if found else parse_amount(text) or parse_amount(text.split(" ", 1)[0])
        if amount is None:
            return Reading(problem="not_a_number")
        number = amount.number
    if field.name.endswith("_days"):
        number *= next((days for unit, days in _DAYS.items() if unit in text), 1)
    if number <= 0:
        return Reading(problem="not_positive")
    return Reading(problem="too_large") if number > 999_999 else Reading(value=str(number))


def _which_unit(amount: Amount) -> Confirm:
    shown = to_persian_digits(f"{amount.number:,}".replace(",", "٬"))
    units = messages().units
    rial = {"toman": amount.number * 10, "rial": amount.number}
    options = tuple(Option(units[unit].format(amount=shown), str(value)) for unit, value in rial.items())
    return Confirm(messages().confirm_unit.format(number=shown), options)


def _which_scale(amount: Amount) -> Confirm:
    shown, units = to_persian_digits(str(amount.number)), messages().units
    toman = {"million": 10**6, "thousand": 10**3, "exactly": 1}
    options = tuple(
        Option(units[unit].format(amount=shown), str(amount.number * scale * 10))
        for unit, scale in toman.items()
    )
    return Confirm(messages().confirm_scale.format(number=shown), options)
