"""What lies on the desk of whoever writes forms: the files as they are now, and what they make."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from assistant.drafting import Petition, compose, draft, normalise_facts, render_html_body, render_pdf
from assistant.drafting.authoring import example_facts, form_problems
from assistant.drafting.composition import forget_templates
from assistant.drafting.fields import Field, fields_of
from assistant.law.corpus import Corpus
from assistant.law.findings import Finding
from assistant.law.loading import reread_forms
from assistant.law.schemas import Form
from assistant.persian import JalaliDate


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it stands: what it asks, what it makes of its example, what it lacks."""

    slug: str
    version: str
    form: Form | None
    fields: tuple[Field, ...]
    facts: dict[str, str | bool]
    petition: Petition | None
    paper: str  # HTML of the paper, or empty
    problems: tuple[str, ...]


class Desk:
    """Reads the forms again whenever a file under ``templates/petitions`` changed."""

    def __init__(self, corpus: Corpus, today: JalaliDate) -> None:
        self._corpus, self._findings = corpus, tuple[Finding, ...]()
        self._today = today
        self._version = ""
        self._lock = Lock()

    @property
    def corpus(self) -> Corpus:
        """The corpus with the forms of now."""
        self._refresh()
        return self._corpus

    def version(self) -> str:
        """A hash of names and times of all files of the forms."""
        folder = self._corpus.templates_dir / "petitions"
        told = sorted(f"{path}:{path.stat().st_mtime_ns}" for path in folder.rglob("*") if path.is_file())
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]

    def sheet(self, slug: str) -> Sheet:
        """The sheet of a form.

        Raises:
            KeyError: the catalogue has no such form.
        """
        corpus = self.corpus
        _ = corpus.claims[slug]
        form = corpus.forms.get(slug)
        unread = tuple(
            f"{found.where}: {found.message}" for found in self._findings if f"/{slug}/" in found.where
        )
        if form is None:
            return Sheet(
                slug, self._version, None, (), {}, None, "", unread or (f"dadkhah forms new {slug}",)
            )
        problems = (*unread, *form_problems(slug, corpus, self._today, findings=()))
        facts, petition = self._example(form, corpus)
        paper = render_html_body(petition) if petition else ""
        fields = tuple(fields_of(form, corpus).values())
        return Sheet(slug, self._version, form, fields, facts, petition, paper, problems)

    def pdf(self, slug: str) -> bytes:
        """The PDF of the example.

        Raises:
            KeyError: there is no such form.
            OSError, ValueError, LookupError: it cannot be drafted; the sheet says why.
        """
        corpus = self.corpus
        made = draft(corpus.forms[slug], example_facts(corpus, slug), corpus, self._today)
        return render_pdf(made.petition)

    def folder(self, slug: str) -> Path:
        """Where the files of a form lie."""
        return self._corpus.templates_dir / "petitions" / self._corpus.claims[slug].folder / slug

    def _example(self, form: Form, corpus: Corpus) -> tuple[dict[str, str | bool], Petition | None]:
        try:
            given, errors = normalise_facts(form, example_facts(corpus, form.slug), corpus, self._today)
            return dict(given), None if errors else compose(form, given, corpus, self._today)
        except Exception:  # whatever a half-written file does: the problems say what
            return {}, None

    def _refresh(self) -> None:
        with self._lock:
            now = self.version()
            if now != self._version:
                self._corpus, self._findings = reread_forms(self._corpus)
                forget_templates()
                self._version = now
