"""Numbers that identify people, accounts, cheques and cases: read, normalised, checked.

A number of the wrong shape is a problem; a wrong check digit of a national id only a warning,
because the rules are in common use without an official text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.persian.digits import to_ascii_digits

_SEPARATORS = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad.\-_\u2010-\u2015ـ]+")
_RUN = re.compile(r"\d(?:[\s\u200b-\u200f.\-_\u2010-\u2015]?\d)*")
_IBAN = re.compile(r"(?i)IR\s*\d(?:[\s\u200b-\u200f.\-_]?\d)*")
_ROW = re.compile(r"(\d{16,18})/\d{1,3}")
_LEGAL_WEIGHTS = (29, 27, 23, 19, 17, 29, 27, 23, 19, 17)
_CASE_LENGTHS = (16, 18)


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    Attributes:
        value: the number in ASCII digits, or None where there is a problem.
        problem: a code (``empty``, ``not_digits``, ``length``, ``repeated_digits``, ``prefix``,
            ``check_digit``); the words for it live in data.
        warning: a code for what should be looked at again but is accepted.
    """

    value: str | None
    problem: str | None = None
    warning: str | None = None


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", to_ascii_digits(text))


def _digits(text: str, *lengths: int) -> Checked:
    """Read a number of one of ``lengths``; words around it («کد ملی من …») do not matter."""
    compact = _compact(text)
    if not compact:
        return Checked(None, "empty")
    if not compact.isascii() or not compact.isdigit():
        runs = [_compact(run) for run in _RUN.findall(to_ascii_digits(text))]
        fitting = [run for run in runs if len(run) in lengths]
        if len(fitting) != 1:
            return Checked(None, "length" if len(runs) == 1 else "not_digits")
        compact = fitting[0]
    return Checked(compact) if len(compact) in lengths else Checked(None, "length")


def _check(text: str, length: int, warn: Callable[[str], str | None]) -> Checked:
    read = _digits(text, length)
    return read if read.value is None else Checked(read.value, None, warn(read.value))


def _all_equal(digits: str) -> bool:
    return len(set(digits)) == 1


def _national_check_digit(digits: str) -> int:
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return rest if rest < 2 else 11 - rest


def _legal_check_digit(digits: str) -> int:
    shift = int(digits[9]) + 2
    total = sum(
        (shift + int(digit)) * weight for digit, weight in zip(digits[:10], _LEGAL_WEIGHTS, strict=True)
    )
    return total % 11 % 10


def check_national_id(text: str) -> Checked:
    """Check the national id of a person (شماره ملی): ten digits, leading zeros kept."""
    read = _check(text, 10, lambda d: None if _national_check_digit(d) == int(d[9]) else "check_digit")
    return Checked(None, "repeated_digits") if read.value and _all_equal(read.value) else read


def check_legal_id(text: str) -> Checked:
    """Check the national id of a legal person (شناسه ملی): eleven digits."""
    return _check(text, 11, lambda d: None if _legal_check_digit(d) == int(d[10]) else "check_digit")


def check_iban(text: str) -> Checked:
    """Check an Iranian account number (شبا): IR and 24 digits, ISO 13616; IR may be left out."""
    ascii_text = to_ascii_digits(text)
    found = _IBAN.findall(ascii_text)
    read = _digits(found[0][2:] if len(found) == 1 else ascii_text, 24)
    if read.value is None:
        return read
    if int(read.value[2:] + "1827" + read.value[:2]) % 97 != 1:
        return Checked(None, "check_digit")
    return Checked(f"IR{read.value}")


def check_sayad(text: str) -> Checked:
    """Check a Sayad cheque id (شناسه صیاد): sixteen digits, no public check digit."""
    return _digits(text, 16)


def check_postal_code(text: str) -> Checked:
    """Check a postal code (کد پستی): ten digits; one that starts with zero is only doubted."""
    return _check(text, 10, lambda d: "unusual" if d[0] == "0" or _all_equal(d) else None)


def check_mobile(text: str) -> Checked:
    """Check a mobile number: 09 and nine digits; +98, 0098, 98 and a missing zero are read."""
    read = _digits(text.replace("+", " "), 10, 11, 12, 14)
    if read.value is None:
        return read
    local = re.sub(r"^(?:0098|98|0)?(?=9\d{9}$)", "0", read.value)
    if len(local) != 11:
        return Checked(None, "length" if not read.value.startswith("0098") else "prefix")
    return Checked(local) if local.startswith("09") else Checked(None, "prefix")


def check_case_number(text: str) -> Checked:
    """Check the number of a case, judgment or notice: 16 or 18 digits.

    Other lengths are accepted with a warning; a sub-row («…/1») is dropped.
    """
    compact = _compact(text)
    if row := _ROW.fullmatch(compact):
        compact = row[1]
    read = _digits(compact, *_CASE_LENGTHS)
    if read.problem == "length" and compact.isascii() and compact.isdigit():
        return Checked(compact, None, "length")
    return read
