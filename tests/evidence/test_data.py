"""The limits and the texts: dated, whole, and in words for people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.evidence import Refused, checked_title, limits, make_exhibit, texts
from assistant.persian import JalaliDate
from assistant.settings import PROJECT
from tests.evidence.files import pdf, photo


def test_the_limits_are_dated_and_fit_each_other() -> None:
    table = limits()
    assert str(JalaliDate.parse(table.since)) == table.since
    assert table.file_bytes <= table.petition_bytes
    assert table.pdf_stream_bytes <= table.pdf_expanded_bytes


def test_every_refusal_of_the_code_has_its_words() -> None:
    sources = [*_python(PROJECT / "assistant"), *_python(PROJECT / "bots")]
    used = {code for text in sources for code in re.findall(r'Refused\(\s*"([a-z-]+)"', text)}
    used |= {"heic", "office", "unknown-kind"}  # chosen in sniffing
    assert used == set(texts().refusals)


@pytest.mark.parametrize("title", ["", "  ", "ا" * 121])
def test_a_title_is_neither_empty_nor_endless(title: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_title(title)
    assert "۱۲۰" in refused.value.message


def test_a_title_is_one_line_without_signs_that_nobody_sees() -> None:
    assert checked_title("  سند\nازدواج\u202e ") == "سند ازدواج"


def test_a_file_without_a_title_is_called_what_was_asked_for_or_what_it_is() -> None:
    assert make_exhibit(photo(), 1, asked_for="تصویر کارت ملی").title == "تصویر کارت ملی"
    assert make_exhibit(photo(), 1).title == "تصویر سند"
    assert make_exhibit(pdf(), 1).title == "سند"


def _python(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
