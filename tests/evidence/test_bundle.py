"""The bundle: a list, a cover for each exhibit, and what it shows, on A4, with page numbers that hold."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from assistant.evidence import Exhibit, Heading, bundle, limits, make_exhibit
from tests.evidence.files import A4, acting_pdf, pdf, photo

HEADING = Heading("دادخواست مطالبه مهریه", (("خواهان", "مریم نمونه"), ("خوانده", "رضا نمونه")), "1405/09/10")


@pytest.fixture(scope="module")
def exhibits() -> list[Exhibit]:
    return [
        make_exhibit(photo(), 1, "تصویر سند ازدواج"),
        make_exhibit(pdf([A4, (842, 595), (300, 300)]), 2, "گردش حساب 😀", "گردش حساب بانکی"),
        make_exhibit(photo(300, 400), 3, asked_for="تصویر کارت ملی خواهان"),
    ]


@pytest.fixture(scope="module")
def made(exhibits: list[Exhibit]) -> bytes:
    return bundle(exhibits, HEADING)


def pages(content: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(content)]


def seen(content: bytes, page: int) -> Image.Image:
    return pypdfium2.PdfDocument(content)[page].render(scale=0.5).to_pil().convert("RGB")


def test_the_pages_come_in_order(made: bytes) -> None:
    texts = pages(made)
    assert len(texts) == 9  # the list, three covers, two pictures, three pages of a PDF
    for part in ("تصویر سند ازدواج", "گردش حساب", "تصویر کارت ملی خواهان", "مریم نمونه", "رضا نمونه"):
        assert part in texts[0]
    assert "پیوست شماره ۱" in texts[1]
    assert "پیوست شماره ۲" in texts[3]
    assert "گردش حساب بانکی" in texts[3]
    for number, text in enumerate(texts[4:7], start=1):
        assert {"page", str(number)} <= set(text.split())  # in a Persian document readers turn them around
    assert "پیوست شماره ۳" in texts[7]


def test_the_list_says_on_which_page_each_begins_and_the_covers_are_numbered_alike(made: bytes) -> None:
    texts = pages(made)
    for number, page in ((1, "۲"), (2, "۴"), (3, "۸")):
        assert f"صفحه {page} از ۹" in texts[int(page) - 1], number
    assert "تصویر ۱ ۸" in texts[0]  # kind, pages, first page


def test_a_picture_fills_its_page_upright(made: bytes) -> None:
    wide = seen(made, 2)
    assert wide.width > wide.height  # a wide picture lies on paper turned sideways
    tall = seen(made, 8)
    assert tall.height > tall.width
    red, green, _ = tall.getpixel((tall.width // 4, tall.height // 4))  # type: ignore[misc]
    assert red > 200
    assert green < 80


def test_everything_is_a4(made: bytes) -> None:
    for page in pypdfium2.PdfDocument(made):
        assert sorted(round(side) for side in page.get_size()) == [595, 842]


def test_a_small_page_is_shown_as_it_is_read() -> None:
    made = bundle([make_exhibit(pdf([(842, 595)]), 1, "الف")], HEADING)
    page = pypdfium2.PdfDocument(made)[2]
    assert page.get_size()[0] > page.get_size()[1]
    with pikepdf.open(io.BytesIO(pdf([(300, 500)]))) as turned:
        turned.pages[0].rotate(90, relative=False)
        out = io.BytesIO()
        turned.save(out)
    shown = bundle([make_exhibit(out.getvalue(), 1, "ب")], HEADING)
    assert pypdfium2.PdfDocument(shown)[2].get_size()[0] > 800
    assert {"page", "1"} <= set(pages(shown)[2].split())


def test_the_fonts_of_the_covers_are_embedded(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as opened:
        fonts = [font for page in (0, 1, 3, 7) for font in opened.pages[page].Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "Vazirmatn" in str(font.BaseFont)
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_bookmarks_lead_to_the_covers(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as opened, opened.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert "پیوست شماره ۱: تصویر سند ازدواج" in titles
    assert "پیوست شماره ۳: تصویر کارت ملی خواهان" in titles


def test_the_same_exhibits_give_the_same_bytes(exhibits: list[Exhibit], made: bytes) -> None:
    assert bundle(exhibits, HEADING) == made


def test_a_list_longer_than_a_page_keeps_the_numbers_right() -> None:
    picture = photo(60, 40)
    title = "تصویر سند بسیار مهمی که نام بلندی دارد و در یک خط جا نمی‌شود و ادامه می‌یابد"
    many = [
        make_exhibit(picture, number, f"{title} {number}", asked_for="یکی از مدرک‌هایی که فرم خواسته است")
        for number in range(1, limits().exhibits + 1)
    ]
    texts = pages(bundle(many, HEADING))
    assert len(texts) == 2 + 2 * len(many)
    assert "صفحه ۲ از ۴۲" in texts[1]
    assert "صفحه ۳ از ۴۲" in texts[2]
    assert "پیوست شماره ۱" in texts[2]


def test_what_acted_in_an_exhibit_does_not_act_in_the_bundle() -> None:
    made = bundle([make_exhibit(acting_pdf(), 1, "الف")], HEADING)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert "/OpenAction" not in opened.Root
        assert "/Names" not in opened.Root or "/JavaScript" not in opened.Root.Names
        assert all("/Annots" not in page for page in opened.pages)
    assert b"app.alert" not in made


def test_an_empty_bundle_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs an exhibit"):
        bundle([], HEADING)
