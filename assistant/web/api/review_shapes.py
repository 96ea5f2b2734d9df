"""The shapes of the review routes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from assistant.service import DocumentRef
from assistant.storage import AuditEntry, Comment, Draft, DraftStatus
from assistant.web.api.exhibit_shapes import ExhibitShape
from assistant.web.api.shapes import DocumentLink, Facts, Shape, Text, shown


class DraftLine(Shape):
    """A draft in a list."""

    model_config = shown("draft_line")

    id: str
    form: str
    title: str
    version: int
    revision: int
    status: DraftStatus
    tracking_code: str
    created_by: str
    created_at: dt.datetime
    updated_at: dt.datetime

    @classmethod
    def of(cls, draft: Draft, title: str) -> DraftLine:
        """Return the line of a draft."""
        return cls(
            id=draft.id,
            form=draft.form,
            title=title,
            version=draft.version,
            revision=draft.revision,
            status=draft.status,
            tracking_code=draft.tracking_code,
            created_by=draft.created_by,
            created_at=draft.created_at,
            updated_at=draft.updated_at,
        )


class CommentShape(Shape):
    """A comment, a question to the citizen, or the answer to one."""

    author: str
    kind: str
    field: str | None
    text: str
    at: dt.datetime

    @classmethod
    def of(cls, comment: Comment) -> CommentShape:
        """Return a comment."""
        return cls(
            author=comment.author, kind=comment.kind, field=comment.field, text=comment.text, at=comment.at
        )


class AuditShape(Shape):
    """Who did what to which subject, and when."""

    number: int
    at: dt.datetime
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]

    @classmethod
    def of(cls, entry: AuditEntry) -> AuditShape:
        """Return an entry."""
        return cls(
            number=entry.number,
            at=entry.at,
            actor=entry.actor,
            action=entry.action,
            subject=entry.subject,
            detail=entry.detail,
        )


class FolderShape(Shape):
    """All that staff see of a draft."""

    model_config = shown("folder")

    draft: DraftLine
    facts: dict[str, str | bool]
    history: list[DraftLine]
    documents: list[DocumentLink]
    exhibits: list[ExhibitShape]
    comments: list[CommentShape]
    trail: list[AuditShape]


class AuditPage(Shape):
    """The newest entries; ``first_break`` is the number of the first that doesn't follow from the one before."""

    model_config = shown("audit")

    entries: list[AuditShape]
    first_break: int | None


class CommentInput(Shape):
    """A comment."""

    model_config = shown("comment_input")

    text: Text


class FactsInput(Shape):
    """All facts of the draft, changed ones among them."""

    model_config = shown("facts_input")

    facts: Facts


class AskInput(Shape):
    """A question to the citizen; with ``field`` the answer becomes that fact."""

    model_config = shown("ask_input")

    question: Text
    field: str | None = None


class ReturnInput(Shape):
    """Why a draft goes back."""

    model_config = shown("return_input")

    reason: Text


def review_link(ref: DocumentRef) -> DocumentLink:
    """Return the link by which staff fetch a document."""
    href = f"/api/v1/review/drafts/{ref.draft_id}/documents/{ref.name}"
    return DocumentLink(draft_id=ref.draft_id, name=ref.name, media_type=ref.media_type, href=href)
