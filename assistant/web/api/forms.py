"""The forms: what each is for, and what it asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from assistant.service import Service
from assistant.service.answers import form_records
from assistant.web.api.access import TheService
from assistant.web.api.shapes import Shape, problems, shown
from assistant.web.problems import Problem

Slug = Annotated[str, Path(max_length=80, examples=["mahr-claim"])]

router = APIRouter(prefix="/forms", tags=["forms"])


class FormLine(Shape):
    """A form; ``drafts`` says whether it can be drafted here."""

    model_config = shown("form_line")

    slug: str
    title: str
    plain: str
    kind: str
    folder: str
    group: str
    official_title: bool
    drafts: bool


class FieldShape(Shape):
    """A field that a form asks for."""

    name: str
    label: str
    type: str
    required: bool
    question: str
    help: str
    example: str
    choices: list[str]


class FormPage(FormLine):
    """A form with its fields, in the order in which they are asked; none where it can't be drafted here."""

    model_config = shown("form_page")

    fields: list[FieldShape]


@router.get("", responses=problems())
def forms(service: TheService) -> list[FormLine]:
    """List all forms."""
    return [FormLine(**record) for record in form_records(service.rooms.corpus)]


@router.get("/{slug}", responses=problems("unknown-form"))
def form(slug: Slug, service: TheService) -> FormPage:
    """Show a form and its fields."""
    record = next((r for r in form_records(service.rooms.corpus) if r["slug"] == slug), None)
    if record is None:
        raise Problem("unknown-form")
    return FormPage(**record, fields=_fields(service, slug) if record["drafts"] else [])


def _fields(service: Service, slug: str) -> list[FieldShape]:
    return [
        FieldShape(
            name=field.name,
            label=field.label,
            type=field.type,
            required=field.required,
            question=field.question,
            help=field.help,
            example=field.example,
            choices=list(field.choices),
        )
        for field in service.world().interview(slug).fields.values()
    ]
