"""Further people on a side of a paper: one line each, «رضا نمونه، شماره ملی ۱۲۳…، تهران، …»."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.persian import check_national_id, to_ascii_digits

MOST = 19  # with the first, twenty on a side: more is a paper for a lawyer
_ID = re.compile(r"(?<!\d)\d{10,11}(?!\d)")
_ID_WORDS = re.compile(r"(?:به )?(?:شماره|کد|شناسه)[ \u200c]?ملی\s*:?\s*$")
_EDGES = " ،,؛;-–\t"


class Person(NamedTuple):
    """One of several people on a side."""

    name: str
    national_id: str  # ten digits, eleven of a company, or empty
    address: str  # what else was said: address, telephone

    @property
    def id_is_right(self) -> bool:
        """Whether the check digit fits; a missing number is no mistake."""
        checked = check_national_id(self.national_id) if len(self.national_id) == 10 else None
        return checked is None or (checked.problem is None and checked.warning is None)


def read_persons(text: str) -> list[Person]:
    """The people of a text, one for each line that is not empty."""
    return [_person(line) for line in text.splitlines() if line.strip(_EDGES)]


def _person(line: str) -> Person:
    ascii_line = to_ascii_digits(line)  # a digit for a digit: places stay the same
    found = _ID.search(ascii_line)
    if found is None:
        name, _, address = line.replace(",", "،").partition("،")
        return Person(name.strip(_EDGES), "", address.strip(_EDGES))
    before = _ID_WORDS.sub("", line[: found.start()].strip(_EDGES)).strip(_EDGES)
    name, _, rest = before.replace(",", "،").partition("،")
    address = "، ".join(part for part in (rest.strip(_EDGES), line[found.end() :].strip(_EDGES)) if part)
    return Person(name.strip(_EDGES), found[0], address)
