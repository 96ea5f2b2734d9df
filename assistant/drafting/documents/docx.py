"""The petition as a Word document that staff can edit: right to left throughout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import _Cell

from assistant.drafting.documents import bidi
from assistant.drafting.documents.layout import qr_png, words
from assistant.drafting.markup import persian_digits
from assistant.drafting.petition import (
    Addressee,
    Block,
    Heading,
    Items,
    Paragraph,
    Petition,
    Row,
    Signature,
    Table,
)
from assistant.persian.dates import JalaliDate

FONT = "Vazirmatn"
SIZE = 10.5  # points
SHADE = "F1F1EE"
PAGE_WIDTH = Cm(16.6)  # between the margins


_STYLES = frozenset(
    {
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Header",
        "Footer",
        "Header Char",
        "Footer Char",
    }
    | {"Title", "Title Char", "Heading 1", "Heading 2", "Heading 2 Char", "Table Grid"}
)

# Parts of the library's template that only old versions of Word look at; half the size of a document.
_UNUSED = frozenset({"stylesWithEffects", "customXml", "thumbnail"})


def render_docx(petition: Petition, tracking_code: str | None = None) -> bytes:
    """The petition as .docx; with ``tracking_code`` it carries the code and its QR code."""
    document = Document(BytesIO(_blank()))
    _properties(document, petition)
    _head(document, petition, tracking_code)
    for index, block in enumerate(petition.blocks):
        _draw(document, block, together=_leads(block, petition.blocks[index + 1 : index + 3]))
    _footer(document, petition)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@lru_cache(maxsize=1)
def _blank() -> bytes:
    """An empty document with page and styles set: made once."""
    document = Document()
    for links in (document.part.rels, document.part.package.rels):
        for key in [key for key, link in links.items() if link.reltype.rpartition("/")[2] in _UNUSED]:
            del links[key]
    for style in list(document.styles):
        if style.name not in _STYLES:  # some 150 that are never used: every look-up would pass them by
            style.delete()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(1.7), Cm(2.2)
    bidi.right_to_left_section(document)
    for name, size, bold in (("Normal", SIZE, False), ("Title", 15, True), ("Heading 2", 11, True)):
        style = document.styles[name]
        bidi.style_font(style, FONT, size, bold=bold)
        style.font.color.rgb = RGBColor(0x1B, 0x1B, 0x1B)
    normal = document.styles["Normal"].paragraph_format
    normal.space_before, normal.space_after, normal.line_spacing = Pt(0), Pt(4), 1.1
    title = document.styles["Title"]
    title.paragraph_format.space_after = Pt(8)
    for properties, unwanted in ((title.element.pPr, "{*}pBdr"), (title.element.rPr, "{*}spacing")):
        for ornament in properties.findall(unwanted):
            properties.remove(ornament)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(10)
    document.styles["Heading 2"].paragraph_format.space_after = Pt(4)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: WordDocument, petition: Petition) -> None:
    day = JalaliDate.parse(petition.date).to_gregorian()
    about = document.core_properties
    about.title = f"{petition.title} – {petition.subject}"
    about.author = str(petition.facts.get("applicant_name", ""))
    about.language = "fa-IR"
    about.comments = ""
    about.created = about.modified = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _head(document: WordDocument, petition: Petition, tracking_code: str | None) -> None:
    head = document.add_table(rows=1, cols=3)
    bidi.make_table_bidi(head)
    right, middle, left = head.rows[0].cells
    if tracking_code:
        picture = bidi.make_bidi(right.paragraphs[0])
        picture.add_run().add_picture(BytesIO(qr_png(tracking_code)), width=Cm(1.9))
        code = bidi.make_bidi(right.add_paragraph())
        bidi.add_text(code, f"{words().tracking}: ", FONT, size=9)
        bidi.add_code(code, tracking_code, FONT, size=9)
    else:
        bidi.make_bidi(right.paragraphs[0])
    bidi.add_text(bidi.make_bidi(middle.paragraphs[0], "center"), words().basmala, FONT)
    dated = f"{words().date}: {persian_digits(petition.date)}"
    bidi.add_text(bidi.make_bidi(left.paragraphs[0], "right"), dated, FONT, size=9)
    title = bidi.make_bidi(document.add_paragraph(style="Title"), "center")
    bidi.add_text(title, petition.title, FONT, size=15, bold=True)


def _leads(block: Block, following: Sequence[Block]) -> bool:
    """Whether a block is not to be left alone at the foot of a page.

    What leads to a list («به شرح زیر:») stays with it, and the last words stay with the signature.
    """
    signs = any(isinstance(other, Signature) for other in following)
    return signs or (isinstance(block, Paragraph) and block.text.endswith(":"))


def _draw(document: WordDocument, block: Block, *, together: bool) -> None:
    match block:
        case Heading(text=text):
            paragraph = bidi.make_bidi(document.add_paragraph(style="Heading 2"))
            bidi.add_text(paragraph, text, FONT, size=11, bold=True)
        case Addressee(text=text):
            paragraph = bidi.make_bidi(document.add_paragraph())
            paragraph.paragraph_format.space_before = Pt(6)
            paragraph.paragraph_format.keep_with_next = True
            bidi.add_text(paragraph, text, FONT, size=11.5, bold=True)
        case Paragraph(text=text):
            paragraph = bidi.make_bidi(document.add_paragraph(), "both")
            paragraph.paragraph_format.keep_with_next = together or None
            bidi.add_text(paragraph, text, FONT)
        case Items():
            _items(document, block, together=together)
        case Table():
            _table(document, block)
        case Signature():
            _signature(document, block)


def _items(document: WordDocument, block: Items, *, together: bool) -> None:
    for number, item in enumerate(block.items, start=1):
        paragraph = bidi.make_bidi(document.add_paragraph(), "both")
        paragraph.paragraph_format.keep_with_next = (together and number == len(block.items)) or None
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        mark = persian_digits(f"{number}-") if block.ordered else "–"
        bidi.add_text(paragraph, f"{mark}\t{item}", FONT)


def _table(document: WordDocument, block: Table) -> None:
    span = max(len(row.cells) for row in block.rows)
    table = document.add_table(rows=0, cols=span + 1, style="Table Grid")
    bidi.make_table_bidi(table)
    table.autofit = False
    widths = _widths(span)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    if block.columns:
        _row(table.add_row().cells, block.columns, widths, shaded=True)
        bidi.repeat_header(table)
    for row in block.rows:
        _labelled_row(table.add_row().cells, row, widths)
    bidi.keep_whole(table)
    _gap(document)


def _labelled_row(cells: Sequence[_Cell], row: Row, widths: Sequence[Length]) -> None:
    _row(cells[:1], (row.label,), widths[:1], shaded=True)
    _row(cells[1:], row.cells, widths[1:], shaded=False)


def _row(cells: Sequence[_Cell], texts: Sequence[str], widths: Sequence[Length], *, shaded: bool) -> None:
    for cell, text, width in zip(cells, texts, widths, strict=True):
        cell.width = width
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = bidi.make_bidi(cell.paragraphs[0])
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        bidi.add_text(paragraph, text, FONT, size=10, bold=shaded)
        if shaded:
            bidi.shade(cell, SHADE)


def _widths(span: int) -> list[Length]:
    label = Cm(3.2) if span == 1 else Cm(2.9)
    return [label, *[Length((PAGE_WIDTH - label) // span)] * span]


def _signature(document: WordDocument, block: Signature) -> None:
    table = document.add_table(rows=1, cols=2)
    bidi.make_table_bidi(table)
    bidi.keep_whole(table)
    right, left = table.rows[0].cells
    bidi.make_bidi(right.paragraphs[0])
    bidi.add_text(
        bidi.make_bidi(left.paragraphs[0], "center"), f"{block.name} ({block.role})", FONT, bold=True
    )
    _say(left, f"{words().date}: {block.date}", align="center")
    _say(left, words().sign, size=9, align="center")
    _gap(document)


def _footer(document: WordDocument, petition: Petition) -> None:
    paragraph = bidi.make_bidi(document.sections[0].footer.paragraphs[0], "center")
    bidi.add_text(paragraph, f"{petition.title} – ", FONT, size=8.5)
    before, after = words().page.split("{page}")
    between, end = after.split("{pages}")
    bidi.add_text(paragraph, before, FONT, size=8.5)
    bidi.add_field(paragraph, "PAGE", FONT, 8.5)
    bidi.add_text(paragraph, between, FONT, size=8.5)
    bidi.add_field(paragraph, "NUMPAGES", FONT, 8.5)
    if end:
        bidi.add_text(paragraph, end, FONT, size=8.5)


def _say(cell: _Cell, text: str, *, size: float = SIZE, align: str | None = None) -> None:
    bidi.add_text(bidi.make_bidi(cell.add_paragraph(), align), text, FONT, size=size)


def _gap(document: WordDocument) -> None:
    """Word glues two tables together, and wants a paragraph after the last: a small one."""
    paragraph = bidi.make_bidi(document.add_paragraph())
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)
