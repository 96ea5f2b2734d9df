"""The documents: an archival PDF with embedded Persian fonts, an editable Word file, plain text, structured JSON."""

from __future__ import annotations

import io
import json
import re
import zipfile

import docx
import jsonschema
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.drafting import Petition, WrongFacts, draft, render_docx, render_pdf, render_text
from assistant.drafting.petition import petition_schema
from assistant.law import Corpus, load_corpus
from assistant.settings import PROJECT
from tests.drafting.conftest import TODAY, DraftForm, example

CODE = "1405-0903-000123"


@pytest.fixture
def petition(draft_example: DraftForm) -> Petition:
    return draft_example("mahr-claim")


def words(pdf: bytes) -> str:
    """The words of a PDF; ligatures and brackets come back turned around, so only plain words are compared."""
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_the_pdf_is_pdf_a_2b_with_every_font_embedded(petition: Petition) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(petition))) as pdf:
        with pdf.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "B")
        assert pdf.Root.Lang == "fa"
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "Vazirmatn" in str(font.BaseFont)
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_pdf_reads_in_order(petition: Petition) -> None:
    text = words(render_pdf(petition))
    order = [
        "باسمه تعالی",
        "طرفین",
        "خواهان",
        "خوانده",
        "شرح دادخواست",
        "ریاست محترم دادگاه خانواده",
        "جهات قانونی",
        "درخواست از دادگاه",
        "با تجدید احترام",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_pages_are_numbered_in_persian(draft_example: DraftForm) -> None:
    long_story = "\n".join("روز بعد هم همین اتفاق افتاد و باز به کلانتری رفتم." for _ in range(60))
    text = words(render_pdf(draft_example("theft", facts=long_story)))
    assert "صفحه ۱ از ۳" in text
    assert "صفحه ۳ از ۳" in text


def test_a_filed_petition_carries_its_tracking_code(petition: Petition) -> None:
    assert CODE in words(render_pdf(petition, CODE))
    assert CODE not in words(render_pdf(petition))
    document = docx.Document(io.BytesIO(render_docx(petition, CODE)))
    assert CODE in [
        run.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    assert len(document.inline_shapes) == 1


def test_the_same_petition_gives_the_same_pdf(petition: Petition) -> None:
    assert render_pdf(petition, CODE) == render_pdf(petition, CODE)


def test_the_signature_never_stands_alone_on_a_page(draft_example: DraftForm) -> None:
    for count in range(0, 40, 3):
        facts = "\n".join(f"بند {n} از شرح ماجرا که چند واژه دارد." for n in range(count + 1))
        last = list(pypdfium2.PdfDocument(render_pdf(draft_example("theft", facts=facts))))[-1]
        text = last.get_textpage().get_text_range()
        assert "امضا" in text
        assert text.index("رضا نمونه") < text.index("امضا")


def test_the_word_document_is_a_right_to_left_page_with_numbers(petition: Petition) -> None:
    content = render_docx(petition)
    document = docx.Document(io.BytesIO(content))
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        footer = parts.read("word/footer1.xml").decode()
    assert "NUMPAGES" in footer
    assert re.search(r" PAGE ", footer)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"]
    assert "شرح دادخواست" in headings


def test_a_draft_has_its_four_files(corpus: Corpus) -> None:
    files = draft(corpus.forms["theft"], example(corpus, "theft"), corpus, TODAY).files()
    assert set(files) == {"petition.pdf", "petition.docx", "petition.json", "petition.txt"}
    structured = json.loads(files["petition.json"])
    jsonschema.validate(structured, json.loads(petition_schema()))
    assert structured["facts"]["crime_date"] == "1405/08/20"
    assert "شکوائیه" in files["petition.txt"].decode()


def test_the_stored_schema_is_that_of_the_model() -> None:
    stored = PROJECT / "corpus" / "schemas" / "petition.json"
    assert stored.read_text(encoding="utf-8") == petition_schema(), (
        "write petition_schema() to corpus/schemas"
    )


names = st.text(min_size=2, max_size=40).filter(lambda text: len(" ".join(text.split())) >= 2)
prose = st.text(alphabet=st.characters(codec="utf-8"), min_size=5, max_size=300)
_corpus = load_corpus


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(name=names, story=prose, value=st.integers(1, 10**15), costs=st.booleans(), abroad=st.booleans())
def test_whatever_people_write_becomes_documents(
    name: str, story: str, value: int, costs: bool, abroad: bool
) -> None:
    corpus = _corpus()
    changes: dict[str, object] = {
        "mahr-claim": {
            "opponent_name": name,
            "evidence": story,
            "claim_value": value,
            "claim_litigation_costs": costs,
        },
        "civil-appeal": {"opponent_name": name, "objections": story, "resides_abroad": abroad},
    }
    for slug, change in changes.items():
        assert isinstance(change, dict)
        try:
            made = draft(corpus.forms[slug], example(corpus, slug) | change, corpus, TODAY)
        except WrongFacts:  # too short, or a number where a name was asked: said, not drafted
            continue
        files = made.files()
        assert files["petition.pdf"].startswith(b"%PDF")
        assert docx.Document(io.BytesIO(files["petition.docx"])).paragraphs
        assert "None" not in render_text(made.petition).replace(name, "").replace(story, "")
