"""Every finished form: its example becomes a good paper in every format."""

from __future__ import annotations

import io
import re

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from assistant.drafting import Petition, normalise_facts, render_html, render_pdf, render_text
from assistant.drafting.authoring import paper_problems, structure_problems
from assistant.drafting.authority import REFERENCE, applies
from assistant.law import Corpus, load_corpus
from assistant.law.schemas import RULE_REFERENCE
from tests.drafting.conftest import FINISHED, TODAY, DraftForm, example, usual, usual_pdf, usual_word

every_form = pytest.mark.parametrize("slug", FINISHED)


@pytest.fixture
def petition(slug: str) -> Petition:
    return usual(slug)


@every_form
def test_the_words_of_the_paper_are_clean(petition: Petition) -> None:
    assert list(paper_problems(petition)) == []


@every_form
def test_it_meets_the_structure_of_the_statute(slug: str, petition: Petition, corpus: Corpus) -> None:
    assert list(structure_problems(petition, corpus.forms[slug], corpus)) == []


@every_form
def test_the_example_gives_every_field_that_is_asked(slug: str, corpus: Corpus) -> None:
    given, _ = normalise_facts(corpus.forms[slug], example(corpus, slug), corpus, TODAY)
    asked = {
        field.name
        for field in corpus.forms[slug].fields
        if (field.required or field.ask) and applies(field.when, given, corpus, TODAY)
    }
    assert asked - set(given) == set()


@every_form
def test_required_facts_alone_make_a_paper(slug: str, corpus: Corpus, draft_example: DraftForm) -> None:
    optional = {field.name: None for field in corpus.forms[slug].fields if not field.required}
    text = render_text(draft_example(slug, **optional))
    assert "None" not in text
    assert "  " not in text


@every_form
def test_the_addressee_is_a_person_or_a_court(petition: Petition) -> None:
    assert not re.search(r"[.{}…/]", petition.addressed_to)
    assert petition.kind == "اظهارنامه" or "محترم" in petition.addressed_to


@every_form
def test_the_authority_refers_to_fields_of_the_form_and_ends_without_a_condition(
    slug: str, corpus: Corpus
) -> None:
    form = corpus.forms[slug]
    asked = {field.name for field in form.fields}
    for entry in form.authority:
        assert {reference[2] for reference in REFERENCE.finditer(entry.to)} <= asked
        assert "{" not in REFERENCE.sub("", RULE_REFERENCE.sub("", entry.to))
    assert form.authority[-1].when is None


@every_form
def test_a_deadline_that_can_be_counted_is_counted(slug: str, corpus: Corpus, petition: Petition) -> None:
    deadline = corpus.forms[slug].deadline
    countable = deadline is not None and deadline.rule is not None
    assert countable == (petition.deadline is not None and petition.deadline.last_day is not None)
    assert petition.deadline is None or not petition.deadline.passed, (
        "the example should leave the deadline open"
    )


@pytest.mark.parametrize(
    "slug", [slug for slug in FINISHED if load_corpus().forms[slug].folder in ("briefs", "notices")]
)
def test_a_brief_or_a_notice_fits_on_one_page_with_its_tracking_code(slug: str) -> None:
    assert len(pypdfium2.PdfDocument(render_pdf(usual(slug), "DK-2345-6789"))) == 1


@every_form
def test_every_page_of_the_pdf_has_ink(slug: str) -> None:
    for page in pypdfium2.PdfDocument(usual_pdf(slug)):
        image = page.render(scale=1).to_pil().convert("L")
        dark = sum(image.histogram()[:128])
        assert 0.0005 < dark / (image.width * image.height) < 0.4


@every_form
def test_every_paragraph_and_run_of_the_word_document_is_right_to_left(slug: str) -> None:
    document = docx.Document(io.BytesIO(usual_word(slug)))
    body = document.element.body
    for paragraph in body.iter(qn("w:p")):
        assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        for run in paragraph.findall(qn("w:r")):
            assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
            assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:cs")) == "Vazirmatn"
    for table in body.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None


@every_form
def test_word_and_text_tell_the_same(slug: str, petition: Petition) -> None:
    document = docx.Document(io.BytesIO(usual_word(slug)))
    word = "".join(text.text or "" for text in document.element.body.iter(qn("w:t")))
    for block in petition.blocks:
        if block.kind in ("paragraph", "heading", "addressee"):
            assert block.text in word


@every_form
def test_the_preview_is_a_page_in_persian_without_scripts(petition: Petition) -> None:
    page = render_html(petition)
    assert page.startswith('<!doctype html>\n<html lang="fa" dir="rtl">')
    assert "<script" not in page
    assert page.count("<h1>") == 1
    assert not re.search(r"<td[^>]*></td>", page)
