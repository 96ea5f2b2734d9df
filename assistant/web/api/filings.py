"""What became of a draft at the gateway."""

from __future__ import annotations

import datetime as dt
from typing import Any

from fastapi import APIRouter

from assistant.storage import Unit
from assistant.web.api.access import CitizenToken, DraftId, InHouse, StaffToken, holds, needed
from assistant.web.api.shapes import Shape, problems, shown
from assistant.web.problems import Problem

REPORTED = "gateway-report"

router = APIRouter(prefix="/filings", tags=["filings"])


class Report(Shape):
    """What a gateway reported later."""

    status: str
    reference: str
    at: dt.datetime


class FilingShape(Shape):
    """A hand-over to a gateway, with its receipt and what the gateway reported since."""

    model_config = shown("filing")

    draft_id: str
    gateway: str
    status: str
    attempts: int
    package_sha256: str | None
    receipt: dict[str, Any] | None
    reports: list[Report]


@router.get("/{draft_id}", responses=problems("credentials-needed", "unknown-filing"))
def filing(draft_id: DraftId, citizen: CitizenToken, staff: StaffToken, held: InHouse) -> FilingShape:
    """Show the filing of a draft, to its citizen or to staff."""
    token = needed(citizen or staff)
    with held.service.database.transaction() as unit:
        draft = unit.drafts.get(draft_id)
        own = draft is not None and holds(unit, draft.conversation_id, token)
        if not own and held.secrets.staff_member(unit, token) is None:
            raise Problem("unknown-filing")
        found = unit.filings.get(draft_id)
        if found is None:
            raise Problem("unknown-filing")
        return FilingShape(
            draft_id=draft_id,
            gateway=found.gateway,
            status=found.status,
            attempts=found.attempts,
            package_sha256=found.package_sha256,
            receipt=found.receipt,
            reports=_reports(unit, draft_id),
        )


def _reports(unit: Unit, draft_id: str) -> list[Report]:
    return [
        Report(status=entry.detail["status"], reference=entry.detail["reference"], at=entry.at)
        for entry in unit.audit.trail(draft_id)
        if entry.action == REPORTED
    ]
