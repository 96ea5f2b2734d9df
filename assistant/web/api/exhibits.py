"""Exhibits: what a citizen attaches to the petition under way."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from assistant.web.api.access import IdempotencyKey, InHouse, OwnConversation
from assistant.web.api.exhibit_shapes import (
    BUNDLE,
    CONTENT,
    UPLOAD,
    ExhibitChange,
    ExhibitId,
    ExhibitShape,
    ExhibitsShape,
    exhibit_response,
    pdf_or_picture,
)
from assistant.web.api.shapes import CITIZEN, problems
from assistant.web.api.uploads import read_upload
from assistant.web.house import House

router = APIRouter(prefix="/conversations/{conversation_id}/exhibits", tags=["exhibits"])

_CHANGING = (*CITIZEN, "unknown-exhibit", "exhibits-closed", "exhibit-refused")


@router.get("", responses=problems(*CITIZEN))
def exhibits(conversation_id: OwnConversation, held: InHouse) -> ExhibitsShape:
    """List the exhibits, and what the form still asks for."""
    return _all(held, conversation_id)


@router.post(
    "",
    status_code=201,
    openapi_extra=UPLOAD,
    responses=problems(
        *CITIZEN,
        "unreadable",
        "unsupported-media",
        "exhibit-too-large",
        "exhibit-refused",
        "exhibits-full",
        "exhibits-closed",
        "too-many-requests",
    ),
)
async def attach(
    conversation_id: OwnConversation, request: Request, held: InHouse, key: IdempotencyKey = None
) -> ExhibitShape:
    """Attach a file: it is looked at, made anew without what doesn't show, and kept sealed.

    The body is read only after the token was found right, and only up to the limit.
    """
    held.limiter.take(f"conversation {conversation_id}")
    sent = await read_upload(request)
    stored = await run_in_threadpool(
        held.evidence.attach,
        conversation_id,
        sent.content,
        title=sent.title,
        asked_for=sent.asked_for,
        key=key,
    )
    return ExhibitShape.of(stored, f"/conversations/{conversation_id}/exhibits")


@router.get("/bundle", response_class=Response, responses={**BUNDLE, **problems(*CITIZEN, "unknown-exhibit")})
def bundle(conversation_id: OwnConversation, held: InHouse) -> Response:
    """Fetch all exhibits as one PDF: a list, then a cover and the content of each."""
    return pdf_or_picture(held.evidence.bundle(conversation_id), "application/pdf", "exhibits.pdf")


@router.get(
    "/{exhibit_id}", response_class=Response, responses={**CONTENT, **problems(*CITIZEN, "unknown-exhibit")}
)
def exhibit(conversation_id: OwnConversation, exhibit_id: ExhibitId, held: InHouse) -> Response:
    """Fetch one exhibit."""
    return exhibit_response(*held.evidence.content(conversation_id, exhibit_id))


@router.patch("/{exhibit_id}", responses=problems(*_CHANGING))
def change(
    conversation_id: OwnConversation, exhibit_id: ExhibitId, wanted: ExhibitChange, held: InHouse
) -> ExhibitsShape:
    """Rename an exhibit, say which paper it is, or give it another number; the others make room."""
    held.evidence.change(conversation_id, exhibit_id, wanted.change())
    return _all(held, conversation_id)


@router.delete("/{exhibit_id}", responses=problems(*CITIZEN, "unknown-exhibit", "exhibits-closed"))
def remove(conversation_id: OwnConversation, exhibit_id: ExhibitId, held: InHouse) -> ExhibitsShape:
    """Erase an exhibit for good."""
    held.evidence.remove(conversation_id, exhibit_id)
    return _all(held, conversation_id)


def _all(held: House, conversation_id: str) -> ExhibitsShape:
    return ExhibitsShape.of(held.evidence.attached(conversation_id), conversation_id)
