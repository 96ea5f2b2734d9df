"""The shapes of exhibits, and how their content goes out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import Path, Response
from pydantic import Field, StringConstraints

from assistant.evidence import limits
from assistant.service import Attached, Change
from assistant.storage import StoredExhibit
from assistant.web.api.shapes import Shape, shown

ExhibitId = Annotated[str, Path(min_length=32, max_length=32, examples=["7c1e5a9d3b2f4e6a8d0c9b7f5e3a1d24"])]
LONGEST_PAPER = 500  # characters: what a form calls an attachment

MEDIA_TYPES = {"image": "image/jpeg", "pdf": "application/pdf"}
_BYTES = {"type": "string", "format": "binary"}
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "the file, as it was made anew",
        "content": {
            media_type: {"schema": _BYTES, "example": f"exhibit-1.{ending}"}
            for media_type, ending in (("image/jpeg", "jpg"), ("application/pdf", "pdf"))
        },
    }
}
BUNDLE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "all exhibits in one PDF",
        "content": {"application/pdf": {"schema": _BYTES, "example": "exhibits.pdf"}},
    }
}
_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {**_BYTES, "description": "JPEG, PNG, WEBP or PDF, as its content shows"},
        "title": {"type": "string", "description": "what the citizen calls it"},
        "asked_for": {"type": "string", "description": "which paper of the form it is"},
    },
}
_SENT = {"file": "IMG_2034.jpg", "title": "تصویر سند ازدواج", "asked_for": "تصویر مصدق سند ازدواج"}
UPLOAD: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM, "example": _SENT}}}
}
# Even a file that was made anew gets no rights in a browser: nothing runs, loads or frames.
_SANDBOX = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class ExhibitShape(Shape):
    """A file that a citizen attached; ``size`` in bytes, ``asked_for`` the paper of the form that it is."""

    model_config = shown("exhibit")

    id: str
    number: int
    title: str
    kind: Literal["image", "pdf"]
    pages: int
    size: int
    sha256: str
    asked_for: str | None
    created_at: dt.datetime
    href: str

    @classmethod
    def of(cls, stored: StoredExhibit, folder: str) -> ExhibitShape:
        """Return an exhibit whose content lies below ``folder`` of the interface."""
        return cls(
            id=stored.id,
            number=stored.number,
            title=stored.title,
            kind=stored.kind,
            pages=stored.pages,
            size=stored.size,
            sha256=stored.sha256,
            asked_for=stored.asked_for,
            created_at=stored.created_at,
            href=f"/api/v1{folder}/{stored.id}",
        )


class PaperShape(Shape):
    """A paper that the form asks for; one that is not required is good to have."""

    text: str
    required: bool


class LimitsShape(Shape):
    """How much is taken."""

    file_bytes: int
    petition_bytes: int
    exhibits: int
    title_length: int


class ExhibitsShape(Shape):
    """All exhibits in order, the papers that the form asks for, and those that nothing was attached for.

    ``open`` says whether exhibits can still be added, changed and removed.
    """

    model_config = shown("exhibits")

    open: bool
    exhibits: list[ExhibitShape]
    asked_for: list[PaperShape]
    missing: list[str]
    limits: LimitsShape

    @classmethod
    def of(cls, attached: Attached, conversation_id: str) -> ExhibitsShape:
        """Return what is attached to the petition of a conversation."""
        folder = f"/conversations/{conversation_id}/exhibits"
        table = limits()
        return cls(
            open=attached.open,
            exhibits=[ExhibitShape.of(stored, folder) for stored in attached.exhibits],
            asked_for=[
                PaperShape(text=paper, required=paper in attached.papers.required)
                for paper in attached.papers.all
            ],
            missing=list(attached.missing),
            limits=LimitsShape(**{name: getattr(table, name) for name in LimitsShape.model_fields}),
        )


class ExhibitChange(Shape):
    """What to change; what is left out stays. An empty ``asked_for`` takes the paper away from the exhibit."""

    model_config = shown("exhibit_change")

    title: Annotated[str, StringConstraints(max_length=1000)] | None = None
    number: int | None = Field(None, ge=1)
    asked_for: Annotated[str, StringConstraints(max_length=LONGEST_PAPER)] | None = None

    def change(self) -> Change:
        """Return the change as the service takes it."""
        return Change(self.title, self.number, self.asked_for)


def exhibit_response(stored: StoredExhibit, content: bytes, *, inline: bool = False) -> Response:
    """Return the content as a file to be kept; ``inline`` lets a picture be looked at in the browser."""
    ending = "jpg" if stored.kind == "image" else "pdf"
    manner = "inline" if inline and stored.kind == "image" else "attachment"
    return pdf_or_picture(content, MEDIA_TYPES[stored.kind], f"exhibit-{stored.number}.{ending}", manner)


def pdf_or_picture(content: bytes, media_type: str, name: str, manner: str = "attachment") -> Response:
    """Return a file under headers that let it do nothing."""
    return Response(
        content,
        media_type=media_type,
        headers={**_SANDBOX, "Content-Disposition": f'{manner}; filename="{name}"'},
    )
