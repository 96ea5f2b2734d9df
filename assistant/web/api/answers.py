"""Answers without a conversation: what the law says of a question, and which articles fit it."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from assistant.service.answers import answer_record, retrieval_record
from assistant.web.api.access import Limited, TheService
from assistant.web.api.shapes import Shape, Written, problems, shown

router = APIRouter(tags=["answers"], dependencies=[Limited])


class QuestionInput(Shape):
    """A question or a story, in everyday words."""

    model_config = shown("question")

    question: Written


class Cited(Shape):
    """An article that the answer stands on."""

    law: str
    article: str
    title: str


class Offered(Shape):
    """A form that fits, with the probability that it does."""

    slug: str
    title: str
    folder: str
    score: float


class Clarification(Shape):
    """The question that separates close forms."""

    question: str
    options: list[Offered]


class RuleUsed(Shape):
    """A dated figure of the law that the answer names."""

    id: str
    value: str | int | float | list[object] | dict[str, object] | None
    as_of: str | None


class Answer(Shape):
    """The line of `dadkhah ask --json`."""

    model_config = shown("answer")

    answer: str
    citations: list[Cited]
    forms: list[Offered]
    clarify: Clarification | None
    out_of_scope: bool
    urgent: str | None
    rules: list[RuleUsed]
    took_ms: float


class RetrieveInput(Shape):
    """A question, and how many articles are wanted."""

    model_config = shown("retrieve")

    question: Written
    k: int = Field(10, ge=1, le=200)


class RetrievedArticle(Shape):
    """An article and how well it fits."""

    law: str
    article: str
    score: float


class Retrieved(Shape):
    """The line of `dadkhah retrieve --json`: articles, best first."""

    model_config = shown("retrieved")

    results: list[RetrievedArticle]


@router.post("/ask", responses=problems("too-many-requests"))
def ask(asked: QuestionInput, service: TheService) -> Answer:
    """Answer a question with the law that applies and the forms that fit; nothing is kept."""
    rooms = service.rooms
    return Answer(**answer_record(rooms.guide.ask(asked.question, rooms.today())))


@router.post("/retrieve", responses=problems("too-many-requests"))
def retrieve(asked: RetrieveInput, service: TheService) -> Retrieved:
    """Find the articles of law for a question, best first."""
    return Retrieved(**retrieval_record(service.rooms.index.articles(asked.question, asked.k)))
