"""From the small markup of ``body.j2`` to the blocks of a petition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from defusedxml.ElementTree import ParseError, fromstring

from assistant.drafting.petition import (
    Addressee,
    Block,
    Heading,
    Items,
    Paragraph,
    Row,
    Signature,
    Table,
)
from assistant.persian import to_persian_digits

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A word with a Latin letter or a sign of code (an IBAN, a serial number, an address on the net) keeps its digits.
_FOREIGN_WORD = re.compile(r"[^\s؀-ۿ()«»]*[A-Za-z{}<>$#=*_\\][^\s؀-ۿ()«»]*")
_BEFORE_PUNCTUATION = re.compile(r"\s+([،؛:.؟!»)])")
# Not allowed in XML, or able to turn the order of a line around.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class MarkupError(ValueError):
    """The template wrote something that is not part of the markup; the message says what."""


class Frame(NamedTuple):
    """What the page adds to the body: addressee, signer's name, date of the paper."""

    addressed_to: str
    signer: str
    date: str


def parse_body(xml: str, frame: Frame) -> tuple[str, tuple[Block, ...]]:
    """Title and blocks of a rendered body.

    Raises:
        MarkupError: not well-formed, or an element that the markup does not know.
    """
    try:
        root = fromstring(without_forbidden(xml))
    except ParseError as problem:
        raise MarkupError(f"the body is not well-formed: {problem}") from None
    if root.tag != "petition":
        raise MarkupError(f"a body is one <petition>, not <{root.tag}>")
    _no_loose_text(root)
    title = root.find("title")
    if title is None:
        raise MarkupError("a body needs a <title>")
    clean = Frame(*map(without_forbidden, frame))
    blocks = tuple(_block(element, clean) for element in root if element.tag != "title")
    return _one_line(title), blocks


def _block(element: Element, frame: Frame) -> Block:
    try:
        build = _BUILDERS[element.tag]
    except KeyError:
        raise MarkupError(f"<{element.tag}> is not part of the markup") from None
    return build(element, frame)


def _items(element: Element, _: Frame) -> Items:
    _no_loose_text(element)
    items = tuple(_one_line(item) for item in _only(element, "item"))
    return Items(ordered=element.tag == "ol", items=tuple(item for item in items if item))


def _table(element: Element, _: Frame) -> Table:
    _no_loose_text(element)
    columns = element.find("columns")
    names = () if columns is None else tuple(_one_line(column) for column in _only(columns, "column"))
    rows = tuple(_row(row) for row in element if row.tag != "columns")
    for row in rows:
        if names and len(row.cells) + 1 != len(names):
            raise MarkupError(f"row {row.label!r} has {len(row.cells)} cells under {len(names)} columns")
    return Table(columns=names, rows=rows)


def _row(element: Element) -> Row:
    if element.tag != "row":
        raise MarkupError(f"<{element.tag}> inside <table>: only <columns> and <row>")
    label = _tidy(element.get("label", ""))
    if not label:
        raise MarkupError("a <row> needs a label")
    cells = tuple(_lines(cell) for cell in element if cell.tag == "cell") or (_lines(element),)
    return Row(label=label, cells=cells)


def _only(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag != tag:
            raise MarkupError(f"<{child.tag}> inside <{parent.tag}>: only <{tag}>")
        yield child


def _no_loose_text(element: Element) -> None:
    loose = [element.text or "", *(child.tail or "" for child in element)]
    if any(text.strip() for text in loose):
        raise MarkupError(f"text stands directly in <{element.tag}>: {''.join(loose).strip()[:40]!r}")


def _one_line(element: Element) -> str:
    return _lines(element).replace("\n", " ")


def _lines(element: Element) -> str:
    """The text of an element; ``<br/>`` ends a line, other white space is one blank."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "br":
            raise MarkupError(f"<{child.tag}> inside <{element.tag}>: only <br/>")
        parts.extend(("\0", child.tail or ""))
    lines = (_tidy(line) for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def _tidy(text: str) -> str:
    text = _BEFORE_PUNCTUATION.sub(r"\1", " ".join(text.split()))
    return persian_digits(text)


def without_forbidden(text: str) -> str:
    """The text without signs that XML does not allow or that turn the order of a line around."""
    return _FORBIDDEN.sub("", text)


def persian_digits(text: str) -> str:
    """Persian digits in Persian prose; words with Latin letters or signs of code are left alone."""
    done: list[str] = []
    at = 0
    for word in _FOREIGN_WORD.finditer(text):
        done.extend((to_persian_digits(text[at : word.start()]), word[0]))
        at = word.end()
    return "".join((*done, to_persian_digits(text[at:])))


_BUILDERS: dict[str, Callable[[Element, Frame], Block]] = {
    "heading": lambda element, _: Heading(text=_one_line(element)),
    "p": lambda element, _: Paragraph(text=_one_line(element)),
    "ol": _items,
    "ul": _items,
    "table": _table,
    "to": lambda _, frame: Addressee(text=_tidy(frame.addressed_to)),
    "signature": lambda element, frame: Signature(
        role=_tidy(element.get("role", "")), name=_tidy(frame.signer), date=_tidy(frame.date)
    ),
}
