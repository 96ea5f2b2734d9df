"""Reading one answer: what a person wrote becomes the value of a field, or a problem that can be explained."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.fields import Field
from assistant.drafting.messages import messages
from assistant.drafting.words import words
from assistant.law.schemas import FieldType
from assistant.persian import (
    Amount,
    Checked,
    check_case_number,
    check_iban,
    check_mobile,
    check_national_id,
    check_postal_code,
    check_sayad,
    find_amounts,
    find_dates,
    normalize,
    parse_amount,
    search_text,
    to_ascii_digits,
    to_persian_digits,
)
from assistant.persian.dates import JalaliDate

LARGEST_AMOUNT = 10**18 - 1  # rial; what the field dictionary allows
_DATES = Path(__file__).parent / "data" / "dates.yaml"
_NUMBER = re.compile(r"[0-9]+(?:[.٫/][0-9]+)?")
_SIXTH = "دانگ"  # of the whole
_NEGATIVE = re.compile(r"^\s*[-−][0-9]")
_LONG_NUMBER = re.compile(r"\d{4}")  # an identifier where a name was asked
_CLOSE_ENOUGH = 0.72  # share of equal letters at which a choice counts as meant


@dataclass(frozen=True, slots=True)
class Option:
    """One way to understand an answer, offered for confirmation."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """A question back: «۲۰۰٬۰۰۰٬۰۰۰ ریال است یا تومان؟»."""

    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer was read as: a value, or a problem (a code), or a question back.

    ``warning`` is a code beside a value that is taken all the same.
    """

    value: str | bool | None = None
    problem: str | None = None
    warning: str | None = None
    confirm: Confirm | None = None


class DateRules(BaseModel):
    """What dates may be, from ``data/dates.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    may_be_future: frozenset[str]
    oldest_year: int
    order: tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=1)
def date_rules() -> DateRules:
    """The rules of dates, read once."""
    return DateRules.model_validate(yaml.load(_DATES.read_bytes(), yaml.CSafeLoader))


def read_answer(field: Field, text: str, today: JalaliDate) -> Reading:
    """Read an answer to the question of a field.

    Args:
        field: the field that was asked.
        text: what the person wrote.
        today: for «دیروز» and for dates that cannot lie ahead.
    """
    if not normalize(text).strip():
        return Reading(problem="empty")
    match field.type:
        case "jalali_date":
            return _date(field, text, today)
        case "rial_amount":
            return _amount(text)
        case "enum":
            return _choice(field, text)
        case "bool":
            return _yes_or_no(text)
        case "integer":
            return _integer(text)
        case "percent":
            return _percent(text)
        case "text" | "longtext" | "party" | "witness_list":
            return _free(field, text)
        case _:
            return _identifier(field.type, text)


def _free(field: Field, text: str) -> Reading:
    one_line = field.type == "text"
    lines = [" ".join(line.split()) for line in normalize(text).splitlines()]
    value = (" " if one_line else "\n").join(line for line in lines if line)
    if field.is_name:
        value = _bare_name().sub("", value)
    shortest, longest = field.lengths
    if len(value) > longest:
        return Reading(problem="too_long")
    if field.is_name and _LONG_NUMBER.search(value):
        return Reading(problem="not_a_name")
    if len(value) < shortest:
        return Reading(problem="not_an_address" if field.is_address else "too_short")
    return Reading(value=value)


@lru_cache(maxsize=1)
def _bare_name() -> re.Pattern[str]:
    """What people say around a name: «اسمم … است»."""
    before, after = ("|".join(map(re.escape, part)) for part in (words().before_name, words().after_name))
    return re.compile(rf"^(?:{before})\s*:?\s+(?=\S)|(?<=\S)\s+(?:{after})\s*[.!]?$")


def _identifier(kind: FieldType, text: str) -> Reading:
    checked = _CHECKS[kind](text)
    if checked.problem is not None:
        wrong_digit = checked.problem == "check_digit"
        return Reading(problem="wrong_check_digit" if wrong_digit else f"not_a_{kind}")
    warning = checked.warning
    return Reading(
        value=checked.value, warning=warning if warning in (None, "check_digit") else "unusual_number"
    )


def _date(field: Field, text: str, today: JalaliDate) -> Reading:
    found = find_dates(text, today)
    days = {date.date for date in found}
    if not days:
        return Reading(problem="not_a_date")
    if len(days) > 1:
        return Reading(problem="several_dates")
    (day,) = days
    problem = date_problem(field.name, day, today)
    if problem:
        return Reading(problem=problem)
    exact = any(date.exact for date in found)
    return Reading(value=str(day), warning=None if exact else "approximate_date")


def date_problem(field_name: str, day: JalaliDate, today: JalaliDate) -> str | None:
    """Why a day cannot be the date of this field, as a code."""
    rules = date_rules()
    if day > today and field_name not in rules.may_be_future:
        return "date_in_future"
    return "date_too_old" if day < JalaliDate.of(rules.oldest_year, 1, 1) else None


def _amount(text: str) -> Reading:
    if _NEGATIVE.search(to_ascii_digits(text)):
        return Reading(problem="not_positive")
    amount = parse_amount(text)
    if amount is None:
        return Reading(problem="several_amounts" if len(find_amounts(text)) > 1 else "not_an_amount")
    if amount.number <= 0:
        return Reading(problem="not_positive")
    if amount.number > LARGEST_AMOUNT // 10:
        return Reading(problem="too_large")
    if amount.rial is None:
        return Reading(confirm=_which_unit(amount))
    return Reading(value=str(amount.rial))


def _which_unit(amount: Amount) -> Confirm:
    shown = to_persian_digits(f"{amount.number:,}".replace(",", "٬"))
    units = messages().units
    rial = {"toman": amount.number * 10, "rial": amount.number}
    options = tuple(Option(units[unit].format(amount=shown), str(value)) for unit, value in rial.items())
    return Confirm(messages().confirm_unit.format(number=shown), options)


def _choice(field: Field, text: str) -> Reading:
    asked = to_ascii_digits(text).strip().rstrip(".-)")
    if asked.isdigit():
        inside = 1 <= int(asked) <= len(field.choices)
        return Reading(value=field.choices[int(asked) - 1]) if inside else Reading(problem="not_a_choice")
    said, keys = _letters(text), {_letters(choice): choice for choice in field.choices}
    contained = [key for key in keys if key in said]
    contained = [key for key in contained if not any(key != other and key in other for other in contained)]
    within = [key for key in keys if len(said) > 2 and said in key]
    close = difflib.get_close_matches(said, keys, n=1, cutoff=_CLOSE_ENOUGH)
    for found in ([said] if said in keys else [], contained, within, close):
        if len(found) == 1:
            return Reading(value=keys[found[0]])
    return Reading(problem="not_a_choice")


def _letters(text: str) -> str:
    """A text without its blanks: «تجدید نظر خواه» is «تجدیدنظرخواه»."""
    return search_text(text).replace(" ", "")


def _yes_or_no(text: str) -> Reading:
    said = search_text(text).strip(" .!،؟?")
    words = _yes_no()
    if said in words:
        return Reading(value=words[said])
    first = said.split(" ", 1)[0].strip("،.!")
    last = said.rsplit(" ", 1)[-1]
    for word in (first, last):
        if word in words:
            return Reading(value=words[word])
    return Reading(problem="not_yes_or_no")


@lru_cache(maxsize=1)
def _yes_no() -> dict[str, bool]:
    words = messages().words
    yes = {search_text(word): True for word in words.affirm}
    return yes | {search_text(word): False for word in words.deny}


def _integer(text: str) -> Reading:
    found = re.findall(r"[0-9]+", to_ascii_digits(text))
    if len(found) == 1:
        number = int(found[0])
    else:
        amount = None if found else parse_amount(text)
        if amount is None:
            return Reading(problem="not_a_number")
        number = amount.number
    if number <= 0:
        return Reading(problem="not_positive")
    return Reading(problem="too_large") if number > 999_999 else Reading(value=str(number))


def _percent(text: str) -> Reading:
    said = to_ascii_digits(normalize(text))
    numbers = _NUMBER.findall(said)
    number = float(numbers[0].replace("٫", ".").replace("/", ".")) if len(numbers) == 1 else None
    if number is None:
        amount = None if numbers else parse_amount(said.replace(_SIXTH, ""))
        number = float(amount.number) if amount else None
    if number is None:
        return Reading(problem="not_a_number")
    if _SIXTH in said:
        number = number * 100 / 6
    if not 0 < number <= 100:
        return Reading(problem="not_a_percentage")
    return Reading(value=f"{number:.2f}".rstrip("0").rstrip("."))


_CHECKS: dict[FieldType, Callable[[str], Checked]] = {
    "national_id": check_national_id,
    "mobile": check_mobile,
    "postal_code": check_postal_code,
    "case_number": check_case_number,
    "iban": check_iban,
    "sayad_cheque_id": check_sayad,
}
