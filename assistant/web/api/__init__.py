"""Version 1 of the HTTP interface: conversations, answers, calculations, forms, drafts, review, filings, callbacks."""

from fastapi import APIRouter

from assistant.web.api import (
    answers,
    calculations,
    callbacks,
    conversations,
    documents,
    drafts,
    filings,
    forms,
    review,
    staff,
)

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for part in (
    conversations,
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
