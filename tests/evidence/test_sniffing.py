"""What a file is, is found from its content."""

from __future__ import annotations

import io
import zipfile

import pytest

from assistant.evidence import Refused, make_exhibit, sniff
from tests.evidence.files import pdf, photo


def archive(prefix: bytes = b"") -> bytes:
    out = io.BytesIO(prefix)
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("word/document.xml", "<w/>")
    return out.getvalue()


@pytest.mark.parametrize(("form", "found"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp")])
def test_pictures_are_known_by_their_content(form: str, found: str) -> None:
    assert sniff(photo(form=form)) == found


def test_a_pdf_is_known_even_after_a_byte_order_mark() -> None:
    assert sniff(pdf()) == sniff(b"\xef\xbb\xbf\n" + pdf()) == "pdf"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "heic"),
        (archive(), "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "office"),
        (b"Rar!\x1a\x07", "office"),
        (b"MZ\x90\0" + bytes(100), "unknown-kind"),
        (b"\x7fELF" + bytes(100), "unknown-kind"),
        (b"#!/bin/sh\nrm -rf /", "unknown-kind"),
        (b"<!doctype html><script>alert(1)</script>", "unknown-kind"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "unknown-kind"),
        (b"GIF89a" + bytes(100), "unknown-kind"),
        (b"\0\0\0\x20ftypisom" + bytes(100), "unknown-kind"),
        ("ماجرا از این قرار است".encode(), "unknown-kind"),
        (bytes(2000) + b"%PDF-1.7", "unknown-kind"),
    ],
)
def test_everything_else_is_refused_with_a_word_on_what_to_send(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        sniff(content)
    assert refused.value.code == code
    assert "بفرستید" in refused.value.message


@pytest.mark.parametrize(
    "content",
    [
        archive(photo()),
        archive(pdf()),
        photo(comment=b"<script>alert(1)</script>"),
        photo(comment=b"%PDF-1.7 hidden"),
        photo(comment=b"<?php system($_GET[0]);"),
        pdf().replace(b"%PDF-1", b"%PDF-1\n<html><body>x", 1),
    ],
    ids=["jpeg and zip", "pdf and zip", "jpeg and script", "jpeg and pdf", "jpeg and php", "pdf and html"],
)
def test_two_kinds_in_one_file_are_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        sniff(content)
    assert refused.value.code == "two-in-one"


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(Refused) as refused:
        make_exhibit(b"\xff\xd8\xff" + bytes(10 * 1024 * 1024), 1)
    assert refused.value.code == "too-large"
    assert "۱۰ مگابایت" in refused.value.message
