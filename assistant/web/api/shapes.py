"""The shapes that several routes share; an ``examples`` of a shape is the example of every operation that uses it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.service import DocumentRef
from assistant.settings import settings
from assistant.web.problems import MEDIA_TYPE, Problem, catalogue

LONGEST_TEXT = 20_000  # characters

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Written = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
Facts = dict[str, Text | bool | int]


class Shape(BaseModel):
    """A JSON object of the interface; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def shown(name: str) -> ConfigDict:
    """Return the configuration of a shape whose examples stand in ``examples.yaml`` under ``name``."""
    return ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": [name]})


@lru_cache(maxsize=1)
def examples() -> dict[str, list[Any]]:
    """Return the examples of all shapes."""
    path = settings().templates_dir / "web" / "examples.yaml"
    loaded: dict[str, list[Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


class ChoiceShape(Shape):
    """An answer that can be picked."""

    id: str
    text: str


class DocumentLink(Shape):
    """A rendered document and where it is."""

    draft_id: str
    name: str
    media_type: str
    href: str

    @classmethod
    def to(cls, ref: DocumentRef) -> DocumentLink:
        """Return the link to a document."""
        href = f"/api/v1/documents/{ref.draft_id}/{ref.name}"
        return cls(draft_id=ref.draft_id, name=ref.name, media_type=ref.media_type, href=href)


class MessageShape(Shape):
    """A message; ``html`` is a richer form of ``text``, ``id`` names a message from staff or filing."""

    id: str | None = None
    by: str = Field("assistant", pattern="^(assistant|citizen)$")
    text: str
    choices: list[ChoiceShape] = []
    html: str | None = None
    documents: list[DocumentLink] = []

    @classmethod
    def of(cls, message: dict[str, Any]) -> MessageShape:
        """Return a message of the service."""
        refs = [DocumentRef(*ref) for ref in message.get("documents", [])]
        return cls(**{**message, "documents": [DocumentLink.to(ref) for ref in refs]})


class KnownFact(Shape):
    """A fact that is known, as people read it."""

    field: str
    label: str
    value: str
    required: bool


class MissingFact(Shape):
    """A required fact that is not known yet."""

    field: str
    label: str


class Road(Shape):
    """How far the form under way is."""

    title: str | None
    known: list[KnownFact]
    missing: list[MissingFact]


class State(Shape):
    """Where a conversation stands."""

    state: str
    form: str | None
    asking: str | None
    facts: dict[str, str | bool]
    missing: list[str]
    road: Road
    documents: list[DocumentLink]


CITIZEN = ("credentials-needed", "unknown-conversation")
STAFF = ("credentials-needed",)


def problems(*codes: str) -> dict[int | str, dict[str, Any]]:
    """Return the problems that an operation may answer with, for its documentation."""
    by_status: dict[int | str, list[str]] = {}
    for code in (*codes, "invalid-request", "internal"):
        by_status.setdefault(catalogue()[code].status, []).append(code)
    return {status: _documented(found) for status, found in by_status.items()}


def _documented(codes: Iterable[str]) -> dict[str, Any]:
    examples = {code: {"value": Problem(code).body()} for code in codes}
    return {
        "description": ", ".join(examples),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}},
    }
