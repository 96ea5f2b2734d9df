"""The work of legal staff: the queue, a draft's folder, comments, questions, decisions."""

from __future__ import annotations

from fastapi import APIRouter, Response

from assistant.service import DocumentRef
from assistant.storage import Draft
from assistant.web.api.access import AdministratorOnly, DraftId, InHouse, Member, StaffOnly
from assistant.web.api.documents import FILE, DocumentName, file_response
from assistant.web.api.exhibit_shapes import CONTENT, ExhibitId, ExhibitShape, exhibit_response
from assistant.web.api.review_shapes import (
    AskInput,
    AuditPage,
    AuditShape,
    CommentInput,
    CommentShape,
    DraftLine,
    FactsInput,
    FolderShape,
    ReturnInput,
    review_link,
)
from assistant.web.api.shapes import STAFF, problems
from assistant.web.house import House

_DECIDING = problems(*STAFF, "unknown-draft", "not-open", "stale", "nothing-written")

router = APIRouter(prefix="/review", tags=["review"], dependencies=[StaffOnly])


@router.get("/drafts", responses=problems(*STAFF))
def queue(held: InHouse) -> list[DraftLine]:
    """List the drafts that wait, oldest first."""
    return [_line(held, draft) for draft in held.desk.queue()]


@router.get("/drafts/{draft_id}", responses=problems(*STAFF, "unknown-draft"))
def folder(draft_id: DraftId, held: InHouse) -> FolderShape:
    """Show a draft with its history, comments and trail."""
    opened = held.desk.folder(draft_id)
    refs = [DocumentRef(draft_id, item.name, item.media_type) for item in opened.documents]
    return FolderShape(
        draft=_line(held, opened.draft),
        facts=opened.draft.facts,
        history=[_line(held, draft) for draft in opened.history],
        documents=[review_link(ref) for ref in refs],
        exhibits=[ExhibitShape.of(item, f"/review/drafts/{draft_id}/exhibits") for item in opened.exhibits],
        comments=[CommentShape.of(comment) for comment in opened.comments],
        trail=[AuditShape.of(entry) for entry in opened.trail],
    )


@router.get(
    "/drafts/{draft_id}/documents/{name}",
    response_class=Response,
    responses={**FILE, **problems(*STAFF, "unknown-document")},
)
def document(draft_id: DraftId, name: DocumentName, held: InHouse) -> Response:
    """Fetch a document of a draft."""
    return file_response(held.service.document(draft_id, name))


@router.get(
    "/drafts/{draft_id}/exhibits/{exhibit_id}",
    response_class=Response,
    responses={**CONTENT, **problems(*STAFF, "unknown-draft", "unknown-exhibit")},
)
def exhibit(draft_id: DraftId, exhibit_id: ExhibitId, held: InHouse) -> Response:
    """Fetch what a citizen attached to a draft."""
    conversation = held.desk.folder(draft_id).draft.conversation_id
    return exhibit_response(*held.evidence.content(conversation, exhibit_id))


@router.post("/drafts/{draft_id}/comments", status_code=204, responses=_DECIDING)
def comment(draft_id: DraftId, written: CommentInput, member: Member, held: InHouse) -> None:
    """Write a comment that only staff see."""
    held.desk.comment(draft_id, member.name, written.text)


@router.put("/drafts/{draft_id}/facts", responses={**_DECIDING, **problems("wrong-facts")})
def edit(draft_id: DraftId, changed: FactsInput, member: Member, held: InHouse) -> DraftLine:
    """Change the facts: a new revision with its own documents, and its own id."""
    return _line(held, held.desk.edit(draft_id, member.name, changed.facts))


@router.post("/drafts/{draft_id}/questions", status_code=204, responses=_DECIDING)
def ask(draft_id: DraftId, asked: AskInput, member: Member, held: InHouse) -> None:
    """Put a question to the citizen; it reaches them in their channel."""
    held.desk.ask(draft_id, member.name, asked.question, asked.field)


@router.post("/drafts/{draft_id}/return", status_code=204, responses=_DECIDING)
def give_back(draft_id: DraftId, why: ReturnInput, member: Member, held: InHouse) -> None:
    """Return a draft to the citizen with a reason."""
    held.desk.give_back(draft_id, member.name, why.reason)


@router.post("/drafts/{draft_id}/approval", status_code=204, responses=_DECIDING)
def approve(draft_id: DraftId, member: Member, held: InHouse) -> None:
    """Approve a draft and hand it to filing."""
    held.desk.approve(draft_id, member.name)


@router.get("/audit", dependencies=[AdministratorOnly], responses=problems(*STAFF, "not-allowed"))
def audit(held: InHouse) -> AuditPage:
    """Show the newest entries of the audit trail, and where its chain is broken, if it is. Administrators only."""
    with held.service.database.transaction() as unit:
        entries = unit.audit.recent()
        return AuditPage(
            entries=[AuditShape.of(entry) for entry in entries], first_break=unit.audit.first_break()
        )


def _line(held: House, draft: Draft) -> DraftLine:
    return DraftLine.of(draft, held.service.world().title(draft.form))
