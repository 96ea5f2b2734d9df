"""Every finished form gives a PDF that keeps the rules of PDF/A-2b."""

from __future__ import annotations

import io

import pikepdf
import pytest

from assistant.drafting import render_pdf
from tests.drafting.conftest import FINISHED, DraftForm, usual_pdf
from tests.drafting.pdfa_rules import violations


@pytest.mark.parametrize("slug", FINISHED)
def test_the_pdf_keeps_the_rules_of_the_archive(slug: str) -> None:
    assert violations(usual_pdf(slug)) == []


def test_a_filed_petition_with_its_code_keeps_them_too(draft_example: DraftForm) -> None:
    assert violations(render_pdf(draft_example("mahr-claim"), "1405-0903-000123")) == []


@pytest.mark.parametrize(
    ("break_it", "clause"),
    [
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "6.2.3"),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), "6.6.2"),
        (lambda pdf: pdf.Root.__setitem__("/AA", pikepdf.Dictionary()), "6.5"),
        (
            lambda pdf: pdf.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name.JavaScript, JS="x")
            ),
            "6.5.1",
        ),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/AA", pikepdf.Dictionary()), "6.5.2"),
    ],
)
def test_a_broken_rule_is_found(break_it: object, clause: str, draft_example: DraftForm) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(render_pdf(draft_example("mahr-claim")))) as pdf:
        made = break_it(pdf)  # type: ignore[operator]
        if made is not None:
            pdf.Root["/Kept"] = made
        pdf.save(out)
    assert any(clause in problem for problem in violations(out.getvalue()))
