"""Putting the content of exhibits into the pages that were set around it: pictures onto theirs, PDFs between them."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf, Rectangle
from PIL import Image

_A4 = (595.276, 841.89)  # points
_MARGIN = 20.0
_SIDES, _TOP, _FOOT = 36.0, 36.0, 60.0  # around a picture, in points: its page has a footer
_NEARLY = 6.0  # points of difference that nobody sees


def join(frame: bytes, pictures: Mapping[int, bytes], pdfs: Mapping[int, bytes]) -> bytes:
    """Return ``frame`` with the content put in.

    Args:
        frame: the PDF around it.
        pictures: JPEGs in RGB, by the index of their page in the frame.
        pdfs: PDFs, by how many pages of the frame come before each.
    """
    with Pdf.open(io.BytesIO(frame)) as joined:
        for place, content in pictures.items():
            _draw(joined, joined.pages[place], content)
        for place in sorted(pdfs, reverse=True):  # from the end, so that places before stay where they are
            with Pdf.open(io.BytesIO(pdfs[place])) as source:
                for offset, page in enumerate(source.pages):
                    joined.pages.insert(place + offset, page)
                    _lay_on_a4(joined, place + offset)
        out = io.BytesIO()
        joined.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _draw(pdf: Pdf, page: Page, jpeg: bytes) -> None:
    """Put a picture in the middle of its page, as large as fits; its bytes go in as they are."""
    with Image.open(io.BytesIO(jpeg)) as image:
        width, height = image.size
    drawn = pdf.make_stream(jpeg, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height)
    drawn.ColorSpace, drawn.BitsPerComponent, drawn.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    name = page.add_resource(
        drawn, Name.XObject, Name("/Picture")
    )  # a name of its own would be made at random
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    across, up = right - left - 2 * _SIDES, top - bottom - _TOP - _FOOT
    scale = min(across / width, up / height)
    x, y = left + _SIDES + (across - width * scale) / 2, bottom + _FOOT + (up - height * scale) / 2
    matrix = f"{width * scale:.3f} 0 0 {height * scale:.3f} {x:.3f} {y:.3f}"
    page.contents_add(f"q {matrix} cm {name} Do Q".encode(), prepend=True)


def _lay_on_a4(pdf: Pdf, place: int) -> None:
    """Lay a page on A4, upright or on its side as it is read; one that is A4 already stays as it is."""
    page = pdf.pages[place]
    width, height = _read_size(page)
    paper = _A4 if height >= width else _A4[::-1]
    if abs(width - paper[0]) <= _NEARLY and abs(height - paper[1]) <= _NEARLY:
        return
    drawn, name = pdf.make_indirect(page.as_form_xobject()), Name("/Sheet")
    room = Rectangle(_MARGIN, _MARGIN, paper[0] - _MARGIN, paper[1] - _MARGIN)
    placed = page.calc_form_xobject_placement(
        drawn, name, room, invert_transformations=False, allow_expand=True
    )
    # A sheet of its own: what is drawn is read from the old page only when all of it is saved.
    sheet = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, *paper],
        Resources=Dictionary({"/XObject": Dictionary({str(name): drawn})}),
        Contents=pdf.make_stream(placed),
    )
    pdf.pages[place] = Page(pdf.make_indirect(sheet))


def _read_size(page: Page) -> tuple[float, float]:
    """Width and height as the page is read, in points."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    turned = int(page.obj.get("/Rotate", 0)) % 180 != 0
    return (height, width) if turned else (width, height)
