"""From facts to the four documents of a petition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from assistant.drafting.composition import compose
from assistant.drafting.documents.docx import render_docx
from assistant.drafting.documents.pdf import render_pdf
from assistant.drafting.documents.text import render_text
from assistant.drafting.petition import Petition
from assistant.drafting.validation import FieldError, check_facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate


class WrongFacts(ValueError):
    """The facts do not make a petition; ``errors`` say why, one for each field."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        self.errors = errors
        super().__init__("; ".join(f"{error.field}: {error.code}" for error in errors))


class Draft(NamedTuple):
    """A petition and its documents by file name."""

    petition: Petition
    documents: dict[str, bytes]


def draft(
    form: Form,
    raw_facts: Mapping[str, object],
    corpus: Corpus,
    today: JalaliDate,
    tracking_code: str | None = None,
) -> Draft:
    """Check facts, compose the petition and render all its documents.

    Returns:
        The petition, with ``petition.pdf``, ``petition.docx``, ``petition.json``, ``petition.txt``.

    Raises:
        WrongFacts: a fact is wrong or missing; nothing is rendered.
    """
    checked = check_facts(form, raw_facts, corpus, today)
    if checked.errors:
        raise WrongFacts(checked.errors)
    petition = compose(form, checked.facts, corpus, today)
    return Draft(petition, render_documents(petition, tracking_code))


def render_documents(petition: Petition, tracking_code: str | None = None) -> dict[str, bytes]:
    """The documents of a petition by file name."""
    structured = json.dumps(petition.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return {
        "petition.pdf": render_pdf(petition, tracking_code),
        "petition.docx": render_docx(petition, tracking_code),
        "petition.json": f"{structured}\n".encode(),
        "petition.txt": render_text(petition).encode(),
    }
