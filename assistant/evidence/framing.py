"""The pages set by Typst for a bundle: the list, the covers, and the empty pages that pictures are put on."""

from __future__ import annotations

import datetime as dt
import io
import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from PIL import Image

from assistant.evidence.exhibit import Exhibit
from assistant.evidence.heading import Heading
from assistant.evidence.texts import say, texts
from assistant.persian import JalaliDate, to_persian_digits
from assistant.settings import settings

_LAYOUT = "exhibits.typ"
_ONE_AT_A_TIME = Lock()  # the compiler keeps fonts and the parsed layout between documents
_UNPRINTABLE = {"So", "Sk", "Cs", "Co", "Cn", "Cc"}  # emoji and their kind: the font has no glyphs for them


def frame(exhibits: Sequence[Exhibit], heading: Heading, listed: int) -> bytes:
    """Return list, covers and pages for pictures as a PDF, numbered as if the pages of PDFs were there.

    ``listed`` is how many pages the list takes.
    """
    day = JalaliDate.parse(heading.date).to_gregorian()
    rows = list(_rows(exhibits, listed))
    words = texts().bundle
    inputs = {
        "heading": say(words.of, title=_printable(heading.title)),
        "petition": _printable(heading.title),
        "date": to_persian_digits(heading.date),
        "parties": [[_printable(label), _printable(name)] for label, name in heading.parties],
        "words": words.model_dump(),
        "exhibits": rows,
        "total": listed + sum(1 + exhibit.pages for exhibit in exhibits),
    }
    with _ONE_AT_A_TIME:
        pdf = _compiler().compile(
            format="pdf",
            sys_inputs={"bundle": json.dumps(inputs, ensure_ascii=False)},
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


def _rows(exhibits: Sequence[Exhibit], listed: int) -> Iterator[dict[str, Any]]:
    begins = listed + 1
    for exhibit in exhibits:
        paper = exhibit.asked_for
        shown = paper if paper and paper != exhibit.title else None
        yield {
            "number": exhibit.number,
            "title": _printable(exhibit.title),
            "kind": exhibit.kind,
            "pages": exhibit.pages,
            "begins": begins,
            "paper": say(texts().bundle.asked_for, paper=_printable(shown)) if shown else None,
            "wide": _is_wide(exhibit),
        }
        begins += 1 + exhibit.pages


def _is_wide(exhibit: Exhibit) -> bool:
    if exhibit.kind != "image":
        return False
    with Image.open(io.BytesIO(exhibit.content)) as image:
        return image.width > image.height


def _printable(text: str) -> str:
    shown = "".join(char for char in text if unicodedata.category(char) not in _UNPRINTABLE)
    return " ".join(shown.split())


def _folder() -> Path:
    return settings().templates_dir / "documents"


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_folder() / "fonts")]
    )
    return typst.Compiler(input=str(_folder() / _LAYOUT), root=str(_folder()), font_paths=fonts)
