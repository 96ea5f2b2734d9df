"""To whom a paper is addressed: the first entry of the form that holds, with the names of places filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from assistant.drafting.petition import Facts
from assistant.drafting.places import find_place
from assistant.drafting.words import words
from assistant.law.corpus import Corpus
from assistant.law.expressions import condition
from assistant.law.rules import Day
from assistant.law.schemas import Authority, Form

REFERENCE = re.compile(r"\{(place|province|honour|fact):([a-z_]+)\}")


class AuthorityError(LookupError):
    """No entry of the form's authority holds; the last entry must have no ``when``."""


class Chosen(NamedTuple):
    """The authority (مرجع) that was taken."""

    to: str  # «ریاست محترم دادگاه خانواده شهرستان تهران»
    reason: str
    cites: tuple[str, ...]


def choose_authority(form: Form, facts: Facts, corpus: Corpus, on: Day) -> Chosen:
    """The authority for these facts on that day.

    Raises:
        AuthorityError: no entry holds.
    """
    entry = next((entry for entry in form.authority if applies(entry.when, facts, corpus, on)), None)
    if entry is None:
        raise AuthorityError(f"{form.slug}: no authority holds; give the last one no 'when'")
    return Chosen(
        to=_address(entry, facts, corpus, on),
        reason=corpus.rules.render(entry.reason, on).text,
        cites=entry.cites,
    )


def applies(when: str | None, facts: Facts, corpus: Corpus, on: Day) -> bool:
    """Whether a conditional entry of a form holds for these facts."""
    return when is None or condition(when).holds(facts, corpus.rules, on)


def _address(entry: Authority, facts: Facts, corpus: Corpus, on: Day) -> str:
    def fill(reference: re.Match[str]) -> str:
        what, field = reference.groups()
        value = str(facts.get(field) or "")
        return _SAY[what](value)

    return " ".join(REFERENCE.sub(fill, corpus.rules.render(entry.to, on).text).split())


def _place(value: str) -> str:
    place = find_place(value)
    return f"{words().county} {place.county}" if place else ""


def _province(value: str) -> str:
    place = find_place(value)
    return place.province if place else ""


def _honour(branch: str) -> str:
    """«ریاست محترم شعبه ۲ دادگاه …», «بازپرس محترم شعبه ۱ بازپرسی …»."""
    return f"{next(title for word, title in words().honour.items() if word in branch)} {branch}"


_SAY: dict[str, Callable[[str], str]] = {
    "place": _place,
    "province": _province,
    "honour": _honour,
    "fact": str,
}
