"""PDFs come out showing the same pages, and doing nothing."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name

from assistant.evidence import Refused, limits, make_exhibit
from tests.evidence.files import (
    A4,
    acting_pdf,
    filled_form,
    new_pdf,
    packed,
    pdf,
    pdf_bomb,
    table_bomb,
    written,
)

ACTING = (
    b"JavaScript", b"OpenAction", b"/AA", b"Launch", b"URI", b"SubmitForm", b"EmbeddedFile", b"RichMedia", b"XFA",
    b"/Annots", b"/Metadata", b"PieceInfo", b"AcroForm", b"payload", b"telling", b"showpage",
)  # fmt: skip


def cleaned(content: bytes) -> bytes:
    return make_exhibit(content, 1).content


def spelled_out(content: bytes) -> bytes:
    """A PDF with nothing packed, so that every name in it can be searched for."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        return written(
            opened,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            fix_metadata_version=False,
        )


def words(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def code_of(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        make_exhibit(content, 1)
    assert refused.value.message
    return refused.value.code


def test_whatever_acts_calls_out_hides_or_tells_is_gone() -> None:
    before = acting_pdf()
    plain = spelled_out(before)
    assert [name for name in ACTING if name not in plain] == []
    after = spelled_out(cleaned(before))
    assert [name for name in ACTING if name in after] == []
    assert words(cleaned(before)).strip() == "page 1"


def test_the_pages_show_what_they_showed() -> None:
    exhibit = make_exhibit(pdf([A4, (842, 595), (300, 300)]), 1)
    assert (exhibit.kind, exhibit.pages) == ("pdf", 3)
    assert words(exhibit.content).split() == ["page", "1", "page", "2", "page", "3"]


def test_what_pages_inherit_is_kept() -> None:
    made = new_pdf([A4, A4])
    made.Root.Pages.Rotate = 90
    made.Root.Pages.MediaBox = Array([0, 0, 500, 700])
    del made.pages[0].obj.MediaBox
    with pikepdf.open(io.BytesIO(cleaned(written(made)))) as opened:
        assert [int(page.obj.Rotate) for page in opened.pages] == [90, 90]
        assert [float(edge) for edge in opened.pages[0].mediabox] == [0, 0, 500, 700]


def test_the_identity_of_the_file_is_new_and_follows_its_content() -> None:
    made = new_pdf()
    made.trailer.ID = Array([b"0123456789abcdef", b"0123456789abcdef"])
    with pikepdf.open(io.BytesIO(cleaned(written(made)))) as opened:
        assert b"0123456789abcdef" not in (bytes(part) for part in opened.trailer.ID)
    assert cleaned(pdf()) == cleaned(pdf())


def test_what_stands_in_a_form_becomes_part_of_the_page() -> None:
    after = cleaned(filled_form(drawn=True))
    assert "answer" in words(after)
    assert b"/Widget" not in spelled_out(after)


def test_a_form_that_would_lose_its_answers_is_refused() -> None:
    assert code_of(filled_form(drawn=False)) == "unsaved-form"


@pytest.mark.parametrize("passwords", [{"owner": "o", "user": "u"}, {"owner": "o"}])
def test_a_locked_pdf_is_refused(passwords: dict[str, str]) -> None:
    assert code_of(pdf(encryption=pikepdf.Encryption(**passwords))) == "encrypted-pdf"


def test_pages_are_limited() -> None:
    assert make_exhibit(pdf([A4] * limits().pdf_pages), 1).pages == limits().pdf_pages
    assert code_of(pdf([A4] * (limits().pdf_pages + 1))) == "too-many-pages"


def test_a_pdf_without_pages_is_refused() -> None:
    assert code_of(written(pikepdf.new())) == "no-pages"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 5000, pdf()[:200]])
def test_what_only_begins_like_a_pdf_is_refused(content: bytes) -> None:
    assert code_of(content) in {"broken-pdf", "no-pages"}


def test_a_stream_that_grows_beyond_measure_is_refused() -> None:
    bomb = pdf_bomb(limits().pdf_stream_bytes + 1)
    assert len(bomb) < 200_000
    assert code_of(bomb) == "expanding-pdf"


def test_a_bomb_below_another_filter_is_refused() -> None:
    made = new_pdf()
    twice = zlib.compress(zlib.compress(bytes(limits().pdf_stream_bytes + 1)))
    made.pages[0].obj.Contents = packed(made, twice, Array([Name.FlateDecode, Name.FlateDecode]))
    assert code_of(written(made, stream_decode_level=pikepdf.StreamDecodeLevel.none)) == "expanding-pdf"


def test_a_bomb_in_the_tables_of_the_file_is_refused_while_it_is_opened() -> None:
    assert code_of(table_bomb(limits().pdf_stream_bytes + 1)) == "broken-pdf"


def test_a_picture_that_claims_to_be_huge_is_refused() -> None:
    made = new_pdf()
    image = made.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=100_000, Height=100_000)
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im=image)
    assert code_of(written(made)) == "too-many-pixels"


@pytest.mark.parametrize("name", ["/LZWDecode", "/L#5aWDecode", "/LZW"])
def test_the_old_packing_without_a_bound_is_refused(name: str) -> None:
    content = pdf(compress_streams=False).replace(b"/Helvetica", f"/Helvetica /Filter {name} ".encode())
    assert code_of(content) == "old-pdf"
