"""Drafting at once, for programs that have all facts: facts in, documents out; nothing is kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Response

from assistant.service.drafts import Press
from assistant.web.api.access import Limited, TheService
from assistant.web.api.shapes import Facts, Shape, problems, shown
from assistant.web.problems import Problem

_ZIP = "application/zip"
_ARCHIVE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "petition.pdf, petition.docx, petition.json and petition.txt",
        "content": {_ZIP: {"schema": {"type": "string", "format": "binary"}, "example": "petition.zip"}},
    }
}

router = APIRouter(prefix="/drafts", tags=["drafts"], dependencies=[Limited])


class DraftInput(Shape):
    """A form and its facts, by field name."""

    model_config = shown("draft_input")

    slug: str
    facts: Facts


@router.post(
    "",
    response_class=Response,
    responses={**_ARCHIVE, **problems("unknown-form", "wrong-facts", "too-many-requests")},
)
def draft(wanted: DraftInput, service: TheService) -> Response:
    """Draft a petition; wrong facts are told field by field."""
    rooms = service.rooms
    if wanted.slug not in rooms.corpus.forms:
        raise Problem("unknown-form")
    files = Press(rooms.corpus, rooms.today()).documents(wanted.slug, wanted.facts, None)
    headers = {"Content-Disposition": f'attachment; filename="{wanted.slug}.zip"'}
    return Response(_zipped(files), media_type=_ZIP, headers=headers)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
