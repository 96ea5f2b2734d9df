"""How a value of a rule is said in Persian: «۲۰ روز», «۲٫۵ درصد», «۱٬۰۰۰٬۰۰۰ ریال (۱۰۰ هزار تومان)»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import get_args

from pydantic import JsonValue

from assistant.law.schemas import Unit
from assistant.law.words import words
from assistant.persian import format_rial, to_persian_digits

UNITS: frozenset[str] = frozenset(get_args(Unit))
# A period of months or years is said as the statute says it, also where its days are referred to.
LARGER_UNITS = ("years", "months")
ABROAD = "_abroad"

Path = Sequence[str]


class RuleError(LookupError):
    """A rule, or the value asked of it, does not exist; the message says which."""


def at_path(value: JsonValue, path: Path) -> JsonValue:
    """The value under ``path``, e.g. ``("days", "claim")``.

    Raises:
        RuleError: there is no such key.
    """
    for key in path:
        if not isinstance(value, dict) or key not in value:
            known = f"; known keys: {', '.join(value)}" if isinstance(value, dict) else ""
            raise RuleError(f"no value under {'.'.join(path)!r}{known}")
        value = value[key]
    return value


def plain_path(value: JsonValue, path: Path) -> tuple[str, ...]:
    """``path``, or for a deadline (مهلت) referred to as a whole the key of its period."""
    if not path and isinstance(value, dict) and is_number(value.get("days")):
        return ("days",)
    return tuple(path)


def say(value: JsonValue, path: Path, unit: Unit | None) -> str:
    """The value of a rule under ``path`` in words for people.

    Raises:
        RuleError: the value is unknown (null) or is several values, so that a key is needed.
    """
    path = plain_path(value, path)
    for larger in LARGER_UNITS:
        statutory = _sibling(value, path, larger)
        if statutory is not None:
            return _say_number(statutory, larger)
    found = at_path(value, path)
    return _say_found(found, _unit_of(path, unit))


def is_number(value: object) -> bool:
    """Whether this is a number (a truth value is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _sibling(value: JsonValue, path: Path, larger: str) -> float | None:
    """What stands at the same place in months or years, where ``path`` counts days."""
    if not path or path[0].removesuffix(ABROAD) != "days":
        return None
    try:
        found = at_path(value, (path[0].replace("days", larger), *path[1:]))
    except RuleError:
        return None
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def _unit_of(path: Path, unit: Unit | None) -> str | None:
    """The unit named by a key of the path (``days_abroad``, ``months``), or the rule's own."""
    named = (key.removesuffix(ABROAD) for key in path)
    return next((key for key in named if key in UNITS), unit)


def _say_found(found: JsonValue, unit: str | None) -> str:
    match found:
        case str():
            return found
        case bool() | None:
            raise RuleError("the value is not known")
        case int() | float():
            return _say_number(found, unit)
        case [int() | float() as low, int() | float() as high]:
            said = _say_number(high, unit)
            if low == 0:
                return words().units.up_to.format(high=said)
            return words().units.range.format(low=_say_low(low, unit), high=said)
        case Mapping():
            raise RuleError(f"several values: say which one, e.g. '.{next(iter(found), '')}'")
        case _:
            raise RuleError("a list is said only as a pair of numbers, low and high")


def _say_low(low: float, unit: str | None) -> str:
    """The lower end: «۷ تا ۱۰ روز» needs its unit once, an amount is clearer with it."""
    return _say_number(low, unit) if unit == "rial" else _digits(low * 100 if unit == "ratio" else low)


def _say_number(number: float, unit: str | None) -> str:
    units = words().units
    if unit == "rial":
        return _say_rial(int(number))
    if unit == "ratio":
        return units.ratio.format(number=_digits(Decimal(str(number)) * 100))
    return str(getattr(units, unit or "count")).format(number=_digits(number))


def _say_rial(rial: int) -> str:
    toman = Decimal(rial) / 10
    for size, name in words().magnitudes:
        if toman >= size:
            in_toman = f"{_digits(toman / size)} {name}"
            return words().units.rial_and_toman.format(rial=format_rial(rial), toman=in_toman)
    return format_rial(rial)


def _digits(number: float | Decimal) -> str:
    """Persian digits, in groups of three, without trailing zeros of a fraction."""
    plain = format(Decimal(str(number)), ",f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return to_persian_digits(plain.replace(",", "٬").replace(".", "٫"))
