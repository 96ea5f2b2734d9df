"""Right-to-left Word: what python-docx does not say of bidi paragraphs, runs, tables and fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

# Order of the children of a run's and a paragraph's properties in the schema of Word, as far as used here.
_RUN_ORDER = ("rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "cs", "lang")


def style_font(style: Any, font: str, size: float, *, bold: bool = False) -> None:
    """Give a style its font for Latin and for Persian letters alike; size in points."""
    _run_properties(style.element.get_or_add_rPr(), font, size, bold)
    properties = style.element.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
            "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl",
        )  # fmt: skip


def add_text(
    paragraph: Paragraph, text: str, font: str, *, size: float | None = None, bold: bool = False
) -> Run:
    """Add a right-to-left run; a new line in the text is a line break."""
    run = paragraph.add_run(text)
    run._r.insert(0, deepcopy(_new_run_properties(font, size, bold)))
    return run


def add_code(paragraph: Paragraph, code: str, font: str, *, size: float) -> None:
    """Add a run that reads from left to right: a code with Latin letters, digits and dashes."""
    properties = add_text(paragraph, code, font, size=size)._r.get_or_add_rPr()
    for right_to_left in properties.findall(qn("w:rtl")):
        properties.remove(right_to_left)


def make_bidi(paragraph: Paragraph, align: str | None = None) -> Paragraph:
    """Make a paragraph right to left; ``align``: both, center or None for the start."""
    if paragraph._p.pPr is None:
        paragraph._p.insert(0, deepcopy(_new_paragraph_properties(align)))
        return paragraph
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"
        )
    if align:
        properties.get_or_add_jc().set(qn("w:val"), align)
    return paragraph


def make_table_bidi(table: Table) -> None:
    """Columns run from right to left."""
    table._tbl.tblPr.insert_element_before(
        OxmlElement("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc",
        "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook",
    )  # fmt: skip


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell; ``colour`` as RRGGBB."""
    cell._tc.get_or_add_tcPr().append(
        _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour})
    )


def repeat_header(table: Table) -> None:
    """The first row stands again on top of every page."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(table: Table) -> None:
    """No row of the table is broken between pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_field(paragraph: Paragraph, code: str, font: str, size: float) -> None:
    """A field that Word counts by itself: PAGE, NUMPAGES."""
    for part in (
        _element("w:fldChar", {"w:fldCharType": "begin"}),
        _element("w:instrText", {"xml:space": "preserve"}, f" {code} "),
        _element("w:fldChar", {"w:fldCharType": "separate"}),
        _element("w:t", {}, "۱"),
        _element("w:fldChar", {"w:fldCharType": "end"}),
    ):
        add_text(paragraph, "", font, size=size)._r.append(part)


def right_to_left_section(document: Document) -> None:
    """Pages, columns and their numbers run from the right."""
    section = document.sections[0]._sectPr
    section.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")


@lru_cache(maxsize=8)
def _new_paragraph_properties(align: str | None) -> Any:
    """The properties of a fresh paragraph, built once."""
    properties = OxmlElement("w:pPr")
    properties.append(OxmlElement("w:bidi"))
    if align:
        properties.append(_element("w:jc", {"w:val": align}))
    return properties


@lru_cache(maxsize=64)
def _new_run_properties(font: str, size: float | None, bold: bool) -> Any:
    """The properties of a fresh run, built once: a copy costs a tenth of building them."""
    properties = OxmlElement("w:rPr")
    _run_properties(properties, font, size, bold)
    return properties


def _run_properties(properties: Any, font: str, size: float | None, bold: bool) -> None:
    wanted: dict[str, Mapping[str, str]] = {
        "rFonts": {f"w:{script}": font for script in ("ascii", "hAnsi", "cs", "eastAsia")},
        "rtl": {},
        "lang": {"w:val": "fa-IR", "w:bidi": "fa-IR"},
    }
    if bold:
        wanted |= {"b": {}, "bCs": {}}
    if size is not None:
        half_points = str(int(Pt(size).pt * 2))
        wanted |= {"sz": {"w:val": half_points}, "szCs": {"w:val": half_points}}
    for name in _in_order(wanted):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
        properties.append(_element(f"w:{name}", wanted[name]))


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=_RUN_ORDER.index)


def _element(tag: str, attributes: Mapping[str, str], text: str | None = None) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(
            qn(name) if name.startswith("w:") else "{http://www.w3.org/XML/1998/namespace}space", value
        )
    if text is not None:
        element.text = text
    return element
