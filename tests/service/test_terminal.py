"""Attaching files in the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from assistant.service import Evidence, Service
from assistant.terminal import chat_in_words
from tests.evidence.files import pdf, photo


def said(service: Service, *lines: str) -> str:
    out = io.StringIO()
    chat_in_words(service, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    return out.getvalue()


def attached(service: Service) -> list[str]:
    conversation = service.conversation_of("cli", "terminal")
    assert conversation is not None
    return [exhibit.title for exhibit in Evidence(service).attached(conversation).exhibits]


def test_a_path_is_attached_however_it_was_dropped_on_the_terminal(service: Service, tmp_path: Path) -> None:
    paths = [tmp_path / "a photo.jpg", tmp_path / "b.bin", tmp_path / "c.pdf"]
    for path, content in zip(paths, (photo(), pdf(), pdf()), strict=True):
        path.write_bytes(content)
    escaped = str(paths[0]).replace(" ", "\\ ")
    out = said(service, f"/attach {escaped}", f"/attach '{paths[1]}'", f"/attach {paths[2]}")
    assert "پیوست شماره ۱ «تصویر سند» اضافه شد." in out
    assert "پیوست شماره ۳ «سند» اضافه شد." in out
    assert len(attached(service)) == 3


@pytest.mark.parametrize("line", ["/attach", "/attach /no/such/file.jpg", "/attach /"])
def test_a_path_that_leads_nowhere_is_told(service: Service, line: str) -> None:
    assert "پیدا یا خوانده نشد" in said(service, line)
    assert attached(service) == []


def test_a_file_that_is_not_taken_is_told_with_what_to_do(service: Service, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"<script>")
    assert "عکس (JPEG، PNG یا WEBP) یا PDF بفرستید" in said(service, f"/attach {path}")
