"""Documents of a citizen's own petition."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from assistant.service.drafts import MEDIA_TYPES
from assistant.storage import Document
from assistant.web.api.access import CitizenToken, DraftId, TheService, holds, needed
from assistant.web.api.shapes import problems
from assistant.web.problems import Problem

DocumentName = Annotated[str, Path(max_length=60, examples=["petition.pdf"])]
FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "the file",
        "content": {
            media_type: {"schema": {"type": "string", "format": "binary"}, "example": name}
            for name, media_type in MEDIA_TYPES.items()
        },
    }
}

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get(
    "/{draft_id}/{name}",
    response_class=Response,
    responses={**FILE, **problems("credentials-needed", "unknown-document")},
)
def document(draft_id: DraftId, name: DocumentName, token: CitizenToken, service: TheService) -> Response:
    """Fetch a document with the token of its conversation."""
    given = needed(token)
    with service.database.transaction() as unit:
        draft = unit.drafts.get(draft_id)
        if draft is None or not holds(unit, draft.conversation_id, given):
            raise Problem("unknown-document")
    return file_response(service.document(draft_id, name))


def file_response(document: Document) -> Response:
    """Return a document as a file to be kept."""
    headers = {
        "Content-Disposition": f'attachment; filename="{document.name}"',
        "ETag": f'"{document.sha256}"',
    }
    return Response(document.content, media_type=document.media_type, headers=headers)
