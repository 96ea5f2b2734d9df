"""What citizens do with exhibits: attach, describe, put in order, remove, bundle."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.dialogue import Conversation
from assistant.drafting import compose, validate_facts
from assistant.evidence import Heading, bundle, make_exhibit, say, texts
from assistant.service.attached import Attached, Change, UnknownExhibit, look
from assistant.service.bundles import exhibits_of, heading_from
from assistant.service.service import Service
from assistant.storage import StoredExhibit, Unit


@dataclass(frozen=True, slots=True)
class Evidence:
    """What citizens can do with exhibits. Every method takes the id of a conversation.

    Raises:
        UnknownConversation: no such conversation.
        UnknownExhibit: no such exhibit in it.
        Refused: a file or a change that is not taken; its message says what to do.
    """

    service: Service

    def attached(self, conversation_id: str) -> Attached:
        """Return what is attached to the petition under way."""
        with self.service.database.transaction() as unit:
            return self._look(unit, conversation_id)

    def attach(
        self,
        conversation_id: str,
        content: bytes,
        *,
        title: str = "",
        asked_for: str | None = None,
        key: str | None = None,
    ) -> StoredExhibit:
        """Look at a file, make it anew and keep it; with an idempotency ``key`` the same file is kept once."""
        with self.service.database.transaction() as unit:
            known = key and unit.exhibits.of_key(conversation_id, key)
            if known:
                return known
            now = self._look(unit, conversation_id)
        now.check_room(0)
        now.check_purpose(asked_for)
        made = make_exhibit(content, 1, title, asked_for)  # takes its time: no transaction is open
        with self.service.database.transaction() as unit:
            unit.exhibits.lock(conversation_id)
            known = key and unit.exhibits.of_key(conversation_id, key)
            if known:
                return known
            now = self._look(unit, conversation_id)
            now.check_room(len(made.content))
            stored = unit.exhibits.add(
                conversation_id,
                now.petition,
                number=len(now.exhibits) + 1,
                title=made.title,
                kind=made.kind,
                pages=made.pages,
                content=made.content,
                sha256=made.digest,
                asked_for=asked_for,
                key=key,
            )
            _note(unit, conversation_id, now, "exhibit-added", stored)
        return stored

    def change(self, conversation_id: str, exhibit_id: str, change: Change) -> StoredExhibit:
        """Rename an exhibit, say which paper it is, or give it another place; the others make room."""
        with self.service.database.transaction() as unit:
            unit.exhibits.lock(conversation_id)
            now = self._look(unit, conversation_id)
            exhibit = now.of(exhibit_id)
            now.check_open()
            if change.title is not None or change.asked_for is not None:
                now.check_purpose(change.asked_for)
                unit.exhibits.describe(exhibit_id, *change.described(exhibit))
            if change.number is not None:
                unit.exhibits.order(now.moved(exhibit_id, change.number))
            _note(unit, conversation_id, now, "exhibit-changed", exhibit)
            return self._look(unit, conversation_id).of(exhibit_id)

    def remove(self, conversation_id: str, exhibit_id: str) -> None:
        """Erase an exhibit; those after it move up."""
        with self.service.database.transaction() as unit:
            unit.exhibits.lock(conversation_id)
            now = self._look(unit, conversation_id)
            exhibit = now.of(exhibit_id)
            now.check_open()
            unit.exhibits.remove(exhibit_id)
            unit.exhibits.order([one.id for one in now.exhibits if one.id != exhibit_id])
            _note(unit, conversation_id, now, "exhibit-removed", exhibit)

    def content(self, conversation_id: str, exhibit_id: str) -> tuple[StoredExhibit, bytes]:
        """Return an exhibit with its content."""
        with self.service.database.transaction() as unit:
            exhibit = unit.exhibits.get(conversation_id, exhibit_id)
            if exhibit is None:
                raise UnknownExhibit(exhibit_id)
            return exhibit, unit.exhibits.content(exhibit_id)

    def bundle(self, conversation_id: str) -> bytes:
        """Return the bundle of what is attached now; raises :class:`UnknownExhibit` where nothing is."""
        with self.service.database.transaction() as unit:
            now = self._look(unit, conversation_id)
            exhibits = exhibits_of(unit, conversation_id, now.petition)
        if not exhibits:
            raise UnknownExhibit(conversation_id)
        return bundle(exhibits, self._heading(now.conversation))

    def said(self, conversation_id: str, stored: StoredExhibit) -> str:
        """Say that a file was taken, under which number, and what is still missing."""
        taken = say(texts().taken, number=stored.number, title=stored.title)
        return "\n".join(filter(None, (taken, self.attached(conversation_id).said_missing)))

    def _look(self, unit: Unit, conversation_id: str) -> Attached:
        return look(unit, conversation_id, self.service.rooms)

    def _heading(self, conversation: Conversation) -> Heading:
        """What the bundle says of the petition: of the paper itself, as soon as its facts are complete."""
        rooms, facts = self.service.rooms, conversation.facts
        form = rooms.corpus.forms.get(conversation.form or "")
        if form is None:
            return Heading(texts().bundle.untitled, (), str(rooms.today()))
        if validate_facts(form, facts, rooms.corpus, rooms.today()):
            return Heading(self.service.world().title(form.slug), (), str(rooms.today()))
        return heading_from(compose(form, facts, rooms.corpus, rooms.today()))


def _note(unit: Unit, conversation_id: str, now: Attached, action: str, exhibit: StoredExhibit) -> None:
    """Note a change in the trail of the draft that staff may be looking at."""
    draft = unit.drafts.latest(conversation_id)
    if draft is not None and draft.form == now.petition:
        unit.audit.record("citizen", action, draft.id, number=exhibit.number, sha256=exhibit.sha256)
