"""A unit of work: the repositories that share one transaction."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy.orm import Session

from assistant.storage.cipher import Cipher
from assistant.storage.repositories.audit import Audit
from assistant.storage.repositories.conversations import Conversations
from assistant.storage.repositories.drafts import Drafts
from assistant.storage.repositories.exhibits import Exhibits
from assistant.storage.repositories.filings import Filings
from assistant.storage.repositories.messages import Messages
from assistant.storage.repositories.staff import StaffMembers
from assistant.storage.repositories.transcripts import Transcripts
from assistant.storage.repositories.updates import Updates


class Unit:
    """The repositories of one transaction; see :meth:`assistant.storage.database.Database.transaction`."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    @cached_property
    def conversations(self) -> Conversations:
        """Conversations, their events and the answers to turns already run."""
        return Conversations(self._session, self._cipher)

    @cached_property
    def transcripts(self) -> Transcripts:
        """What was said in conversations."""
        return Transcripts(self._session, self._cipher)

    @cached_property
    def messages(self) -> Messages:
        """Messages waiting for a channel to carry them."""
        return Messages(self._session, self._cipher)

    @cached_property
    def drafts(self) -> Drafts:
        """Drafts, their documents and the comments of staff."""
        return Drafts(self._session, self._cipher)

    @cached_property
    def exhibits(self) -> Exhibits:
        """Files that citizens attached to their petitions."""
        return Exhibits(self._session, self._cipher)

    @cached_property
    def filings(self) -> Filings:
        """Drafts on their way to a gateway."""
        return Filings(self._session)

    @cached_property
    def audit(self) -> Audit:
        """The audit trail."""
        return Audit(self._session)

    @cached_property
    def staff(self) -> StaffMembers:
        """Members of legal staff."""
        return StaffMembers(self._session)

    @cached_property
    def updates(self) -> Updates:
        """Updates of messengers already taken."""
        return Updates(self._session)
