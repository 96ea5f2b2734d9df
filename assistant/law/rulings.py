"""Unification rulings (آرای وحدت رویه): rows of rulings read as articles of their court's collection.

A ruling is cited as such: ``supreme-court-rulings:729`` is «رأی وحدت رویه شماره ۷۲۹ هیئت عمومی دیوان عالی کشور».
The rulings of the Administrative Justice Court are numbered anew every year, so their number carries its date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.law.words import words
from assistant.persian import normalize, to_ascii_digits

COLUMNS = ("date", "issuer", "title", "vote_text")
HALF_SPACE = "\u200c"
TEXT = "vote_text"  # the column by which a ruling is told from an article
_NUMBER = re.compile(r"رویه\s*(?:شماره)?\s*(.+?)\s*(?:مورخ|$)")
_BORDER = re.compile(r"\s*(?:و|-|،|,)\s*")


def is_ruling(row: Mapping[str, object]) -> bool:
    """Whether a row of an imported file is a ruling rather than an article."""
    return TEXT in row


def as_article(row: Mapping[str, object]) -> dict[str, object]:
    """The row in the columns of official articles.

    Raises:
        ValueError: the issuer is no court whose rulings are known, or there is no number; the message says which.
    """
    issuer, title, date = (_clean(row.get(column)) for column in ("issuer", "title", "date"))
    court = next((court for court in words().rulings if court.issuer in issuer), None)
    if court is None:
        raise ValueError(f"issuer: rulings of {issuer!r} are not known here")
    number = _clean(row.get("ruling_number")) or _numbered(title, date)
    if not number:
        raise ValueError("ruling_number: it is missing, and the title holds none")
    return {
        "law": court.law,
        "law_title_fa": court.title,
        "year": date,
        "article": number,
        "heading": ""
        if court.issuer in title
        else title,  # a title that only repeats number and court says nothing
        "text": str(row.get(TEXT) or ""),
        "status": str(row.get("status") or "current"),
    }


@lru_cache(maxsize=256)
def of_rulings(law: str) -> bool:
    """Whether a law id is that of a court's rulings."""
    return any(court.law == law for court in words().rulings)


def _numbered(title: str, date: str) -> str:
    """The number told by a title, with its date: numbers begin anew every year."""
    found = _NUMBER.search(title)
    if found is None:
        return ""
    numbers = _BORDER.split(found[1])
    return words().ruling_number.format(number=" و ".join(filter(None, numbers)), date=date)


def _clean(value: object) -> str:
    """Plain spaces and digits; some sources set half-spaces within a number."""
    return " ".join(to_ascii_digits(normalize(str(value or "").replace(HALF_SPACE, ""))).split())
