"""Version 1 of the HTTP interface: conversations and their exhibits, answers, calculations, forms, review, filings."""

from fastapi import APIRouter

from assistant.web.api import (
    answers,
    calculations,
    callbacks,
    conversations,
    documents,
    drafts,
    exhibits,
    filings,
    forms,
    review,
    staff,
)

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for part in (
    conversations,
    exhibits,
    documents,
    answers,
    calculations,
    forms,
    drafts,
    staff,
    review,
    filings,
    callbacks,
):
    router.include_router(part.router)
