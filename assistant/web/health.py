"""Whether the process lives, whether it can work, and what it has done so far."""

from __future__ import annotations

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy.exc import SQLAlchemyError

from assistant.web.api.access import InHouse
from assistant.web.problems import Problem

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@router.get("/readyz")
def ready(held: InHouse) -> dict[str, str]:
    """Say whether the database answers and the index finds something."""
    try:
        answers = held.service.database.ready()
    except SQLAlchemyError as error:
        raise Problem("not-ready") from error
    if not answers or not held.service.rooms.index.articles("مهریه", 1):
        raise Problem("not-ready")
    return {"status": "ready"}


@router.get("/metrics")
def metrics(held: InHouse) -> Response:
    """Return what Prometheus reads."""
    return Response(held.measures.text(), media_type=CONTENT_TYPE_LATEST)
