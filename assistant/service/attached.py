"""What is attached to the petition under way, against the papers that its form asks for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.dialogue import Conversation, Papers, papers_of
from assistant.evidence import Refused, checked_title, limits, megabytes, texts
from assistant.service.bundles import names_of
from assistant.service.rooms import Rooms
from assistant.service.service import UnknownConversation
from assistant.storage import DraftStatus, StoredExhibit, Unit
from assistant.storage.repositories.exhibits import UNCLAIMED

_BEYOND_REACH = (DraftStatus.APPROVED, DraftStatus.HANDED)


class UnknownExhibit(LookupError):
    """There is no such exhibit in this conversation."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What is attached to the petition under way, against the papers that its form asks for."""

    conversation: Conversation
    exhibits: tuple[StoredExhibit, ...]
    papers: Papers
    open: bool  # whether exhibits can still be added, changed and removed

    @property
    def petition(self) -> str:
        """The form that the exhibits belong to, or :data:`UNCLAIMED`."""
        return self.conversation.form or UNCLAIMED

    @property
    def missing(self) -> tuple[str, ...]:
        """The required papers that nothing was attached for."""
        return self.papers.missing(names_of(self.exhibits))

    @property
    def said_missing(self) -> str:
        """The same for people: «هنوز مانده: …»; empty where nothing is asked for."""
        return self.papers.said_missing(names_of(self.exhibits))

    def of(self, exhibit_id: str) -> StoredExhibit:
        """Return one of the exhibits; raises :class:`UnknownExhibit`."""
        found = next((exhibit for exhibit in self.exhibits if exhibit.id == exhibit_id), None)
        if found is None:
            raise UnknownExhibit(exhibit_id)
        return found

    def check_open(self) -> None:
        """Raise :class:`Refused` where the exhibits went out with their petition."""
        if not self.open:
            raise Refused("closed")

    def check_room(self, size: int) -> None:
        """Raise :class:`Refused` where one more exhibit of ``size`` bytes is too many or too much."""
        self.check_open()
        allowed = limits()
        if len(self.exhibits) >= allowed.exhibits:
            raise Refused("too-many", exhibits=allowed.exhibits)
        if sum(exhibit.size for exhibit in self.exhibits) + size > allowed.petition_bytes:
            raise Refused("too-much", megabytes=megabytes(allowed.petition_bytes))

    def check_purpose(self, asked_for: str | None) -> None:
        """Raise :class:`Refused` for a paper that the form doesn't ask for."""
        if asked_for and asked_for not in self.papers.all:
            raise Refused("purpose")

    def moved(self, exhibit_id: str, number: int) -> list[str]:
        """Return the ids in the order in which one exhibit has another number; raises :class:`Refused`."""
        if not 1 <= number <= len(self.exhibits):
            raise Refused("number", last=len(self.exhibits))
        others = [exhibit.id for exhibit in self.exhibits if exhibit.id != exhibit_id]
        return [*others[: number - 1], exhibit_id, *others[number - 1 :]]


@dataclass(frozen=True, slots=True)
class Change:
    """What to change of an exhibit; None leaves as it is, an empty ``asked_for`` takes the paper away from it."""

    title: str | None = None
    number: int | None = None
    asked_for: str | None = None

    def described(self, exhibit: StoredExhibit) -> tuple[str, str | None]:
        """Return the new title and paper; an exhibit that nobody named is called what it is for.

        Raises:
            Refused: ``title``.
        """
        asked_for = exhibit.asked_for if self.asked_for is None else self.asked_for or None
        if self.title is not None:
            return checked_title(self.title), asked_for
        unnamed = exhibit.title in texts().untitled.values()
        title = asked_for[: limits().title_length] if asked_for and unnamed else exhibit.title
        return title, asked_for


def look(unit: Unit, conversation_id: str, rooms: Rooms) -> Attached:
    """Return what is attached to the petition under way; raises :class:`UnknownConversation`."""
    record = unit.conversations.get(conversation_id)
    if record is None:
        raise UnknownConversation(conversation_id)
    conversation = Conversation.model_validate(record.state)
    latest = unit.drafts.latest(conversation_id, conversation.version)
    closed = conversation.state == "done" and latest is not None and latest.status in _BEYOND_REACH
    exhibits = tuple(unit.exhibits.of(conversation_id, conversation.form or UNCLAIMED))
    return Attached(conversation, exhibits, _papers(conversation, rooms), not closed)


def _papers(conversation: Conversation, rooms: Rooms) -> Papers:
    form = rooms.corpus.forms.get(conversation.form or "")
    return papers_of(form, conversation.facts, rooms.corpus, rooms.today()) if form else Papers()
