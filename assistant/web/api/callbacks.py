"""Reports of gateways: what became of a package after it was taken. Only signed reports count."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Path, Request
from pydantic import StringConstraints

from assistant.storage import Unit
from assistant.storage.repositories.filings import HANDED
from assistant.web.api.access import InHouse, Limited
from assistant.web.api.filings import REPORTED
from assistant.web.api.shapes import Shape, problems, shown
from assistant.web.problems import Problem

GatewayName = Annotated[str, Path(max_length=20, examples=["folder"])]
Timestamp = Annotated[
    str,
    Header(
        alias="Dadkhah-Timestamp",
        max_length=20,
        description="Seconds since 1970; at most five minutes off.",
        examples=["1795507200"],
    ),
]
Signature = Annotated[
    str,
    Header(
        alias="Dadkhah-Signature",
        max_length=64,
        description="HMAC-SHA256, in hexadecimal, over the timestamp, a dot and the body.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ),
]
Reference = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[\w./-]+$")]

router = APIRouter(prefix="/callbacks", tags=["filings"], dependencies=[Limited])


class ReportInput(Shape):
    """What became of a package; ``reference`` is the gateway's own number for it."""

    model_config = shown("report_input")

    tracking_code: Annotated[str, StringConstraints(max_length=24)]
    status: Literal["received", "registered", "incomplete", "rejected"]
    reference: Reference


class ReportOutput(Shape):
    """Which draft the report is about; ``recorded`` is false where the same report had come before."""

    model_config = shown("report")

    draft_id: str
    recorded: bool


async def signed(request: Request, timestamp: Timestamp, signature: Signature, held: InHouse) -> None:
    """Let only a report pass that is signed with the shared key."""
    if not held.secrets.is_signed(timestamp, await request.body(), signature):
        raise Problem("wrong-signature")


@router.post(
    "/{gateway}",
    dependencies=[Depends(signed)],
    responses=problems("wrong-signature", "unknown-gateway", "unknown-filing", "too-many-requests"),
)
def report(gateway: GatewayName, reported: ReportInput, held: InHouse) -> ReportOutput:
    """Take the report of a gateway; the same report again changes nothing."""
    if gateway != held.service.gateway.name:
        raise Problem("unknown-gateway")
    with held.service.database.transaction() as unit:
        draft_id = _handed(unit, reported.tracking_code, gateway)
        detail = {"gateway": gateway, "status": reported.status, "reference": reported.reference}
        known = any(
            entry.action == REPORTED and entry.detail == detail for entry in unit.audit.trail(draft_id)
        )
        if not known:
            unit.audit.record(gateway, REPORTED, draft_id, **detail)
    return ReportOutput(draft_id=draft_id, recorded=not known)


def _handed(unit: Unit, tracking_code: str, gateway: str) -> str:
    for draft in unit.drafts.of_tracking_code(tracking_code):
        filing = unit.filings.get(draft.id)
        if filing is not None and filing.status == HANDED and filing.gateway == gateway:
            return draft.id
    raise Problem("unknown-filing")
