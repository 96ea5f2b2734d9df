"""What staff decide about a draft, each decision with its entry in the audit trail.

Rendering, telling the citizen and handing to filing are the service's; here is only what may follow what.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.storage import Draft, DraftStatus, Unit

OPEN = (DraftStatus.QUEUED, DraftStatus.ASKED)


class ReviewError(Exception):
    """A decision that can't be made; ``code`` names the reason: unknown-draft, not-open, nothing-written, stale."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def queue(unit: Unit) -> list[Draft]:
    """Return the drafts that wait for staff, oldest first."""
    return unit.drafts.with_status(*OPEN)


def open_draft(unit: Unit, draft_id: str) -> Draft:
    """Return a draft that can still be decided; raise :class:`ReviewError` otherwise."""
    draft = unit.drafts.get(draft_id)
    if draft is None:
        raise ReviewError("unknown-draft")
    if draft.status is DraftStatus.REPLACED:
        raise ReviewError("stale")
    if draft.status not in OPEN:
        raise ReviewError("not-open")
    return draft


def comment(unit: Unit, draft_id: str, actor: str, text: str) -> None:
    """Write a comment that only staff see."""
    draft = unit.drafts.get(draft_id)
    if draft is None:
        raise ReviewError("unknown-draft")
    unit.drafts.comment(draft.id, actor, "comment", _written(text))
    unit.audit.record(actor, "comment", draft.id)


def edit(unit: Unit, draft_id: str, actor: str, facts: Mapping[str, Any]) -> Draft:
    """Store what staff made of a draft as a new revision, and return it."""
    draft = open_draft(unit, draft_id)
    changed = sorted(name for name in {*draft.facts, *facts} if draft.facts.get(name) != facts.get(name))
    if not changed:
        return draft
    revised = unit.drafts.revise(draft, dict(facts), actor)
    unit.audit.record(actor, "edit", revised.id, before=draft.id, fields=changed)
    return revised


def ask_citizen(unit: Unit, draft_id: str, actor: str, question: str, field: str | None) -> Draft:
    """Put a question to the citizen; the draft waits for the answer."""
    draft = open_draft(unit, draft_id)
    unit.drafts.comment(draft.id, actor, "question", _written(question), field)
    unit.drafts.set_status(draft.id, DraftStatus.ASKED)
    unit.audit.record(actor, "ask", draft.id, field=field)
    return draft


def answer(unit: Unit, draft_id: str, text: str, field: str | None) -> None:
    """Keep the citizen's answer beside the question."""
    unit.drafts.comment(draft_id, "citizen", "answer", text, field)
    unit.audit.record("citizen", "answer", draft_id, field=field)


def return_to_citizen(unit: Unit, draft_id: str, actor: str, reason: str) -> Draft:
    """Give a draft back with a reason."""
    draft = open_draft(unit, draft_id)
    unit.drafts.comment(draft.id, actor, "returned", _written(reason))
    unit.drafts.set_status(draft.id, DraftStatus.RETURNED)
    unit.audit.record(actor, "return", draft.id)
    return draft


def approve(unit: Unit, draft_id: str, actor: str) -> Draft:
    """Approve a draft for filing."""
    draft = open_draft(unit, draft_id)
    unit.drafts.set_status(draft.id, DraftStatus.APPROVED)
    unit.audit.record(actor, "approve", draft.id, version=draft.version, revision=draft.revision)
    return draft


def _written(text: str) -> str:
    if not text.strip():
        raise ReviewError("nothing-written")
    return text.strip()
