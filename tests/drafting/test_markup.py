"""The small markup of the templates, and what it refuses."""

from __future__ import annotations

import pytest

from assistant.drafting.markup import Frame, MarkupError, parse_body, persian_digits
from assistant.drafting.petition import Items, Paragraph, Table

WIDE_ROW = (
    "<table><columns><column>الف</column><column>ب</column></columns>"
    '<row label="ج"><cell>1</cell><cell>2</cell></row></table>'
)
FRAME = Frame("ریاست محترم دادگاه خانواده", "مریم نمونه", "1405/09/03")


def body(inside: str) -> str:
    return f"<petition><title>لایحه</title>{inside}</petition>"


def test_a_body_becomes_title_and_blocks() -> None:
    title, blocks = parse_body(
        body('<to/><p>سلام</p><ol><item>یک</item></ol><signature role="خواهان"/>'), FRAME
    )
    assert title == "لایحه"
    assert [block.kind for block in blocks] == ["addressee", "paragraph", "items", "signature"]


def test_white_space_of_the_template_is_not_part_of_the_text() -> None:
    _, (paragraph,) = parse_body(body("<p>\n  خواهان   مدعی\n  است .</p>"), FRAME)
    assert paragraph == Paragraph(text="خواهان مدعی است.")


def test_a_line_break_in_a_cell_is_kept() -> None:
    _, (table,) = parse_body(body('<table><row label="خواهان">مریم<br/> تهران<br/></row></table>'), FRAME)
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("مریم\nتهران",)


def test_empty_items_of_a_list_are_left_out() -> None:
    _, (items,) = parse_body(body("<ul><item> </item><item>یک</item></ul>"), FRAME)
    assert items == Items(ordered=False, items=("یک",))


@pytest.mark.parametrize(
    ("inside", "complaint"),
    [
        ("<script>x</script>", "not part of the markup"),
        ("<p>یک <b>دو</b></p>", "only <br/>"),
        ("<ol><p>یک</p></ol>", "only <item>"),
        ("<table><row>یک</row></table>", "label"),
        (WIDE_ROW, "2 cells under 2 columns"),
        ("سرگردان", "directly in"),
        ("<p>باز", "not well-formed"),
    ],
)  # fmt: skip
def test_what_is_no_markup_is_refused_with_a_reason(inside: str, complaint: str) -> None:
    with pytest.raises(MarkupError, match=complaint):
        parse_body(body(inside), FRAME)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE petition [<!ENTITY a "ha">]><petition><title>&a;</title></petition>'
    with pytest.raises(Exception, match="Entit"):
        parse_body(bomb, FRAME)


def test_characters_that_turn_a_line_around_are_dropped() -> None:
    _, (paragraph,) = parse_body(body("<p>الف\u202eب\x00پ\u2066ت</p>"), FRAME)
    assert paragraph == Paragraph(text="الفبپت")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("سال 1405", "سال ۱۴۰۵"),
        ("IR580540105180021273113007 در 3 بانک", "IR580540105180021273113007 در ۳ بانک"),
        ("سریال SN-99/2 و 12", "سریال SN-99/2 و ۱۲"),
        ("(Galaxy S23)", "(Galaxy S23)"),
    ],
)
def test_digits_are_persian_except_in_words_with_latin_letters(typed: str, printed: str) -> None:
    assert persian_digits(typed) == printed
