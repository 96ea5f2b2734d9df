"""What an answer was read as."""

from __future__ import annotations

from dataclasses import dataclass


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

    ``warning`` is a code beside a value that is taken all the same. ``nearest`` is the choice to ask about
    where none is surely meant.
    """

    value: str | bool | None = None
    problem: str | None = None
    warning: str | None = None
    confirm: Confirm | None = None
    nearest: str | None = None
