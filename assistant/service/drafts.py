"""From facts to documents: for a conversation's draft, for staff's revision, and for ``dadkhah draft``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant import drafting
from assistant.drafting import FieldError, normalise_facts
from assistant.law import Corpus
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate
from assistant.service.rooms import open_corpus
from assistant.settings import Settings
from assistant.storage import Draft, Unit

MEDIA_TYPES = {
    "petition.pdf": "application/pdf",
    "petition.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "petition.json": "application/json",
    "petition.txt": "text/plain; charset=utf-8",
    "exhibits.pdf": "application/pdf",
    "exhibits.json": "application/json",
}


class WrongFacts(ValueError):
    """Facts that no petition can be drafted from; ``lines`` says for each field what is wrong."""

    def __init__(self, lines: list[dict[str, Any]]) -> None:
        super().__init__(f"{len(lines)} wrong or missing fields")
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Press:
    """Renders drafts of one corpus as of one day."""

    corpus: Corpus
    today: JalaliDate

    def documents(
        self,
        form: str,
        facts: Mapping[str, Any],
        tracking_code: str | None,
        wording: Mapping[str, str] | None = None,
    ) -> dict[str, bytes]:
        """Return the documents by file name; ``wording`` holds accounts that are printed in other words.

        Raises:
            WrongFacts: the facts are wrong or incomplete, or there is no such form to draft.
        """
        try:
            paper = drafting.draft(self._form(form), facts, self.corpus, self.today, tracking_code, wording)
        except drafting.WrongFacts as wrong:
            raise WrongFacts([_line(error) for error in wrong.errors]) from wrong
        return paper.files()

    def checked(self, form: str, facts: Mapping[str, Any]) -> dict[str, str | bool]:
        """Return the facts, normalised.

        Raises:
            WrongFacts: as for :meth:`documents`.
        """
        given, errors = normalise_facts(self._form(form), facts, self.corpus, self.today)
        if errors:
            raise WrongFacts([_line(error) for error in errors])
        return dict(given)

    def print_draft(self, unit: Unit, stored: Draft) -> None:
        """Render a stored draft and keep the documents beside it."""
        documents = self.documents(stored.form, stored.facts, stored.tracking_code, stored.wording)
        keep_documents(unit, stored, documents)

    def _form(self, slug: str) -> Form:
        if slug not in self.corpus.forms:
            known = "no form of this name can be drafted; `dadkhah forms` lists them"
            raise WrongFacts([{"field": "form", "code": "unknown-form", "message": known}])
        return self.corpus.forms[slug]


def keep_documents(unit: Unit, stored: Draft, documents: Mapping[str, bytes]) -> None:
    """Keep rendered documents, by file name, beside their draft."""
    for name, content in documents.items():
        unit.drafts.add_document(stored.id, name, MEDIA_TYPES[name], content)


def draft_from_file(settings: Settings, slug: str, facts: Path, out: Path) -> list[Path]:
    """Draft from a YAML file of facts into a folder; wrong facts write nothing.

    Raises:
        WrongFacts: the file holds no facts, or wrong ones.
    """
    given = _read(facts)
    press = Press(open_corpus(settings), JalaliDate.from_gregorian(settings.current_date()))
    documents = press.documents(slug, given, None)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in documents.items():
        (out / name).write_bytes(content)
    return [out / name for name in documents]


def _read(facts: Path) -> dict[str, Any]:
    try:
        given = yaml.load(facts.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongFacts(
            [{"field": None, "code": "unreadable", "message": f"{facts.name}: {error}"}]
        ) from error
    if not isinstance(given, dict):
        message = f"{facts.name} holds no facts: one `field: value` a line is needed"
        raise WrongFacts([{"field": None, "code": "unreadable", "message": message}])
    return given


def _line(error: FieldError) -> dict[str, Any]:
    return {"field": error.field, "code": error.code, "message": error.message}
