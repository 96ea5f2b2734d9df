"""The desk of legal staff: their decisions, with what follows from them, each in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant import review
from assistant.dialogue import StaffApproved, StaffAsked, StaffReturned
from assistant.service.bundles import refresh
from assistant.service.drafts import Press, WrongFacts
from assistant.service.effects import release
from assistant.service.service import Service
from assistant.storage import AuditEntry, Comment, Document, Draft, StoredExhibit


@dataclass(frozen=True, slots=True)
class Folder:
    """All that staff see of a draft."""

    draft: Draft
    history: tuple[Draft, ...]
    documents: tuple[Document, ...]
    comments: tuple[Comment, ...]
    trail: tuple[AuditEntry, ...]
    exhibits: tuple[StoredExhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What staff can do."""

    service: Service

    def queue(self) -> list[Draft]:
        """Return the drafts that wait, oldest first."""
        with self.service.database.transaction() as unit:
            return review.queue(unit)

    def folder(self, draft_id: str) -> Folder:
        """Return a draft with its history.

        Raises:
            ReviewError: ``unknown-draft``.
        """
        with self.service.database.transaction() as unit:
            draft = unit.drafts.get(draft_id)
            if draft is None:
                raise review.ReviewError("unknown-draft")
            history = tuple(unit.drafts.history(draft.conversation_id))
            trail = [entry for version in history for entry in unit.audit.trail(version.id)]
            return Folder(
                draft,
                history,
                tuple(unit.drafts.documents(draft.id)),
                tuple(unit.drafts.comments(draft.conversation_id)),
                tuple(sorted(trail, key=lambda entry: entry.number)),
                tuple(unit.exhibits.of(draft.conversation_id, draft.form)),
            )

    def comment(self, draft_id: str, actor: str, text: str) -> None:
        """Write a comment that only staff see."""
        with self.service.database.transaction() as unit:
            review.comment(unit, draft_id, actor, text)

    def edit(self, draft_id: str, actor: str, facts: Mapping[str, Any]) -> Draft:
        """Store changed facts as a new revision, with its documents.

        Raises:
            ReviewError: the draft can't be changed any more.
            WrongFacts: the facts don't make a petition; nothing is stored.
        """
        rooms = self.service.rooms
        press = Press(rooms.corpus, rooms.today())
        with self.service.database.transaction() as unit:
            before = review.open_draft(unit, draft_id)
            checked = press.checked(before.form, facts)
            draft = review.edit(unit, draft_id, actor, checked)
            if draft.id != before.id:
                press.print_draft(unit, draft)
                refresh(unit, draft)
            return draft

    def ask(self, draft_id: str, actor: str, question: str, field: str | None = None) -> None:
        """Put a question to the citizen; it reaches them in their channel."""
        with self.service.database.transaction() as unit:
            draft = review.ask_citizen(unit, draft_id, actor, question, field)
            event = StaffAsked(question=question, field=field, version=draft.version)
            self.service.tell(unit, draft.conversation_id, event)

    def give_back(self, draft_id: str, actor: str, reason: str) -> None:
        """Return a draft to the citizen with a reason."""
        with self.service.database.transaction() as unit:
            draft = review.return_to_citizen(unit, draft_id, actor, reason)
            event = StaffReturned(reason=reason, version=draft.version)
            self.service.tell(unit, draft.conversation_id, event)

    def approve(self, draft_id: str, actor: str) -> None:
        """Approve a draft and put it in the filing outbox."""
        with self.service.database.transaction() as unit:
            refresh(unit, review.open_draft(unit, draft_id))  # what is filed is what is attached now
            draft = review.approve(unit, draft_id, actor)
            release(unit, draft, self.service.gateway.name)
            self.service.tell(unit, draft.conversation_id, StaffApproved(version=draft.version))


__all__ = ["Desk", "Folder", "WrongFacts"]
