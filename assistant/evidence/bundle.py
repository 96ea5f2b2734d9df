"""All exhibits of a petition as one PDF: a list, then a cover and the content of each, on A4."""

from __future__ import annotations

import io
from collections.abc import Sequence

from assistant.evidence.exhibit import Exhibit
from assistant.evidence.heading import Heading


def bundle(exhibits: Sequence[Exhibit], heading: Heading) -> bytes:
    """Return the bundle; the same exhibits under the same heading give the same bytes.

    Args:
        exhibits: at least one, in the order of their numbers.
        heading: the petition that they belong to.

    Raises:
        ValueError: there is no exhibit.
    """
    from assistant.evidence.framing import (
        frame,  # a moment to import, and not needed where nothing is attached
    )

    if not exhibits:
        raise ValueError("a bundle needs an exhibit")
    listed = 1  # pages of the list: the numbers in it depend on how many it takes itself
    while True:
        framed = frame(exhibits, heading, listed)
        taken = _pages(framed) - sum(_own_pages(exhibit) for exhibit in exhibits)
        if taken == listed:
            return _filled(framed, exhibits, listed)
        listed = taken


def _own_pages(exhibit: Exhibit) -> int:
    """The pages of an exhibit that are set here: its cover and, if it is one, its picture."""
    return 2 if exhibit.kind == "image" else 1


def _filled(framed: bytes, exhibits: Sequence[Exhibit], listed: int) -> bytes:
    from assistant.evidence.joining import join

    pictures, pdfs, place = {}, {}, listed
    for exhibit in exhibits:
        place += _own_pages(exhibit)
        if exhibit.kind == "pdf":
            pdfs[place] = exhibit.content
        else:
            pictures[place - 1] = exhibit.content
    return join(framed, pictures, pdfs)


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
