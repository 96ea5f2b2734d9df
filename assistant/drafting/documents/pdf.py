"""The petition as PDF/A-2b by Typst, with tracking code and QR code once it is filed."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import unicodedata
from functools import lru_cache
from threading import Lock

import typst
from fontTools.ttLib import TTFont

from assistant.drafting.documents.layout import layouts, qr_svg, words
from assistant.drafting.markup import persian_digits
from assistant.drafting.petition import Petition
from assistant.persian.dates import JalaliDate

_LONG_WORD = re.compile(r'[^\s"\\{}\[\]]{30,}')  # within a text of JSON; no IBAN is that long
_ONE_AT_A_TIME = Lock()  # the compiler keeps fonts and the parsed layout between documents


def render_pdf(petition: Petition, tracking_code: str | None = None) -> bytes:
    """The petition as a PDF; the same petition gives the same bytes."""
    day = JalaliDate.parse(petition.date).to_gregorian()
    inputs = {
        "petition": petition.model_dump(include={"title", "subject", "blocks"}),
        "words": words().model_dump(),
        "date": persian_digits(petition.date),
        "signer": str(petition.facts.get("applicant_name", "")),
        "tracking": tracking_code,
    }
    with _ONE_AT_A_TIME:
        pdf = _compiler().compile(
            format="pdf",
            sys_inputs={
                "petition": _breakable(_printable(json.dumps(inputs, ensure_ascii=False))),
                "qr": qr_svg(tracking_code) if tracking_code else "",
            },
            pdf_standards=["a-2b"],
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


def _breakable(text: str) -> str:
    """Let a word that is wider than a cell be broken: Typst would print it over the next cell."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(word[0]), text)


def _printable(text: str) -> str:
    """Leave out signs that the font has not (emoji); a letter that it has not is a question mark.

    PDF/A does not allow a character without a glyph.
    """
    return _strange().sub(_substitute, text)


def _substitute(strange: re.Match[str]) -> str:
    return "؟" if unicodedata.category(strange[0])[0] in "LN" else ""


@lru_cache(maxsize=1)
def _strange() -> re.Pattern[str]:
    """A character that not both weights of the font can show."""
    known = []
    for path in (layouts() / "fonts").glob("*.ttf"):
        with TTFont(path) as face:
            known.append(frozenset(face.getBestCmap()))
    return re.compile(f"[^{re.escape(''.join(map(chr, frozenset.intersection(*known))))}]")


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    # A petition is one run of pages: further threads of the compiler find no work, and it waits for them.
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(layouts() / "fonts")]
    )
    return typst.Compiler(input=str(layouts() / "petition.typ"), root=str(layouts()), font_paths=fonts)
