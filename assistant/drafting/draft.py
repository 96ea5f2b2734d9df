"""From facts to the four documents of a petition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.drafting.composition import compose
from assistant.drafting.documents.docx import render_docx
from assistant.drafting.documents.pdf import render_pdf
from assistant.drafting.documents.text import render_text
from assistant.drafting.petition import Petition, Wording
from assistant.drafting.validation import FieldError, normalise_facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate


class WrongFacts(ValueError):
    """The facts do not make a petition; ``errors`` say why, one for each field."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        self.errors = errors
        super().__init__("; ".join(f"{error.field}: {error.code}" for error in errors))


@dataclass(frozen=True, slots=True)
class Draft:
    """A petition, with the tracking code (کد رهگیری) it was filed under, if it was."""

    petition: Petition
    tracking_code: str | None = None

    def files(self) -> dict[str, bytes]:
        """``petition.pdf``, ``petition.docx``, ``petition.json`` and ``petition.txt``."""
        structured = json.dumps(self.petition.model_dump(mode="json"), ensure_ascii=False, indent=2)
        return {
            "petition.pdf": render_pdf(self.petition, self.tracking_code),
            "petition.docx": render_docx(self.petition, self.tracking_code),
            "petition.json": f"{structured}\n".encode(),
            "petition.txt": render_text(self.petition).encode(),
        }


def draft(
    form: Form,
    facts: Mapping[str, object],
    corpus: Corpus,
    today: JalaliDate,
    tracking_code: str | None = None,
    wording: Wording | None = None,
) -> Draft:
    """Check facts, raw or normalised, and compose the petition.

    Raises:
        WrongFacts: a fact is wrong or missing.
    """
    given, errors = normalise_facts(form, facts, corpus, today)
    if errors:
        raise WrongFacts(errors)
    return Draft(compose(form, given, corpus, today, wording), tracking_code)
