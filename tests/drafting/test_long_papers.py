"""Long names and long stories: nothing is cut off or printed over something else, every page has its number."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from shutil import which

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from assistant.drafting import Petition, compose, normalise_facts, render_docx, render_pdf
from assistant.law import load_corpus
from tests.drafting.conftest import TODAY, example

CODE = "DK-2345-6789"
NAMES = {
    "one-word": "ابتثجحخسشصضعغفقکگلمنهی" * 3,
    "many-words": " ".join(["سیدمحمدحسین"] * 6 + ["طباطبایی‌نژاد", "اصل"]),
    "company": "شرکت مهندسی و بازرگانی پیشگامان توسعه صنایع نوین ایرانیان خاورمیانه "
    "با مسئولیت محدود، شعبه مرکزی شهر تهران بزرگ",
    "half-space": "گل‌اندام حاجی‌زاده‌شیرازی",
    "arabic-letters": "علي كاظمي فاطمة",
    "latin": "Alexander Featherstonehaugh-Cholmondeley",
    "one-latin-word": "Supercalifragilisticexpialidocious" * 2,
}
SENTENCE = (
    "برای پیگیری موضوع به محل مراجعه کردم و با وجود چند بار گفت‌وگو و ارسال پیام پاسخ روشنی داده نشد "
    "و خسارت بیشتری وارد آمد."
)
STORY = "\n".join(f"بند{n} {SENTENCE} {SENTENCE}" for n in range(100))  # some 25,000 characters, ten pages

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points


def paper(slug: str, **changes: str) -> Petition:
    """The paper of an example with other facts, however long."""
    corpus = load_corpus()
    form = corpus.forms[slug]
    given, errors = normalise_facts(form, example(corpus, slug), corpus, TODAY)
    assert errors == ()
    return compose(form, {**given, **changes}, corpus, TODAY)


PAPERS = {
    **{key: paper("mahr-claim", applicant_name=name, opponent_name=name) for key, name in NAMES.items()},
    "long-complaint": paper("theft", facts=STORY),
    "long-notice": paper("debt-demand", facts=STORY),
    "long-cell": paper("mahr-claim", opponent_address=" ".join(["خیابان نمونه، کوچه"] * 60)),
}


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Where the pieces of text of a page stand."""
    text = page.get_textpage()
    return [text.get_rect(index) for index in range(text.count_rects())]


def overprinted(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a ligature, which counts as two pieces in one place."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 20 and high > 3


def assert_well_laid_out(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        pieces = boxes(page)
        assert len(pieces) > 2
        for left, bottom, right, top in pieces:
            assert left > 30
            assert right < width - 30
            assert bottom > 15
            assert top < height - 15
        for one, other in combinations(pieces, 2):
            assert not overprinted(one, other), (one, other)


@pytest.mark.parametrize("key", PAPERS)
def test_no_words_of_the_pdf_leave_the_page_or_their_place(key: str) -> None:
    assert_well_laid_out(render_pdf(PAPERS[key], CODE))


@pytest.mark.parametrize("key", ["long-complaint", "long-notice"])
def test_a_story_of_ten_pages_is_there_from_end_to_end(key: str) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(render_pdf(PAPERS[key]))]
    assert len(pages) >= 8
    persian = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for number, page in enumerate(pages, start=1):
        assert f"صفحه {number} از {len(pages)}".translate(persian) in page
    whole = " ".join(pages)
    places = [whole.index(f"بند{n} ".translate(persian)) for n in range(100)]
    assert places == sorted(places)
    assert "امضا" in pages[-1]
    assert "احترام" in pages[-1]


@pytest.mark.parametrize("key", PAPERS)
def test_the_word_document_holds_every_word(key: str) -> None:
    body = docx.Document(io.BytesIO(render_docx(PAPERS[key], CODE))).element.body
    word = "".join(text.text or "" for text in body.iter(qn("w:t")))
    for block in PAPERS[key].blocks:
        if block.kind == "paragraph":
            assert block.text in word
        if block.kind == "table":
            assert all(line in word for row in block.rows for cell in row.cells for line in cell.split("\n"))
        if block.kind == "signature":
            assert block.name in word


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder where LibreOffice printed every Word document, in one run."""
    folder = tmp_path_factory.mktemp("printed")
    for key, petition in PAPERS.items():
        (folder / f"{key}.docx").write_bytes(render_docx(petition, CODE))
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("key", PAPERS)
def test_no_words_of_the_word_document_leave_the_page_or_their_place(key: str, printed: Path) -> None:
    assert_well_laid_out((printed / f"{key}.pdf").read_bytes())
