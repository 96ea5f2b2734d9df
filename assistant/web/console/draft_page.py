"""The page of a draft: the paper beside the facts and the articles it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi.responses import HTMLResponse

from assistant.dialogue import papers_of
from assistant.drafting import Interview, compose, render_html_body
from assistant.law.schemas import FormField
from assistant.service import Folder, Rooms
from assistant.service.bundles import names_of
from assistant.storage import DraftStatus
from assistant.web.console.pages import Pages
from assistant.web.console.session import Seat

_OPEN = (DraftStatus.QUEUED, DraftStatus.ASKED)


def draw_draft(
    pages: Pages,
    seat: Seat,
    rooms: Rooms,
    folder: Folder,
    *,
    typed: Mapping[str, object] | None = None,
    errors: Mapping[str, str] | None = None,
    notice: str | None = None,
    error: str | None = None,
) -> HTMLResponse:
    """Return the page; with ``errors`` what was typed is kept and each wrong field says why."""
    form, corpus = rooms.corpus.forms[folder.draft.form], rooms.corpus
    petition = compose(form, folder.draft.facts, corpus, rooms.today(), folder.draft.wording)
    articles = [corpus.article(id_) for id_ in form.legal_basis]
    papers = papers_of(form, folder.draft.facts, corpus, rooms.today())
    interview = Interview(form, corpus)
    return pages.draw(
        "draft",
        seat,
        status=422 if errors or error else 200,
        draft=folder.draft,
        title=form.title,
        open=folder.draft.status in _OPEN,
        paper=render_html_body(petition),
        fields=[interview.fields[field.name] for field in _asked(form.fields)],
        facts=typed if typed is not None else folder.draft.facts,
        errors=errors or {},
        articles=articles,
        notes={a.id: corpus.rules.render(a.note.note, rooms.today()).text for a in articles if a.note},
        warnings=[*petition.cautions, *petition.warnings, *form.doubts],
        documents=folder.documents,
        exhibits=folder.exhibits,
        missing=papers.missing(names_of(folder.exhibits)),
        comments=folder.comments,
        trail=folder.trail,
        history=folder.history,
        notice=notice,
        error=error,
    )


def _asked(fields: tuple[FormField, ...]) -> list[FormField]:
    return sorted(fields, key=lambda field: not field.required)
