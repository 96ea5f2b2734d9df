"""What a turn brings about beyond its words: drafts, documents, answers to staff, hand-overs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.dialogue import AnswerStaff, Command, RenderDocuments, SubmitDraft
from assistant.evidence import Exhibit
from assistant.review import answer
from assistant.service.bundles import heading_of, packed, refresh
from assistant.service.drafts import MEDIA_TYPES, Press, keep_documents
from assistant.service.model import DocumentRef
from assistant.service.rooms import Rooms
from assistant.storage import Draft, DraftStatus, Unit


@dataclass(frozen=True, slots=True)
class Prepared:
    """A confirmed version, rendered before the transaction that keeps it."""

    form: str
    facts: dict[str, str | bool]
    version: int
    tracking_code: str
    documents: dict[str, bytes]
    wording: dict[str, str]


@dataclass(frozen=True, slots=True)
class Effects:
    """Runs the commands of turns."""

    rooms: Rooms
    gateway: str

    def prepare(
        self,
        commands: Iterable[Command],
        code_of: Callable[[str], str],
        exhibits_of: Callable[[str], tuple[Exhibit, ...]],
    ) -> list[Prepared]:
        """Render what is to be kept: it takes its time, so no transaction is open yet.

        ``code_of`` gives the tracking code of a form's petition, ``exhibits_of`` what was attached to it.
        """
        return [
            self._render(c, code_of(c.form), exhibits_of(c.form))
            for c in commands
            if isinstance(c, RenderDocuments)
        ]

    def _render(self, command: RenderDocuments, code: str, exhibits: tuple[Exhibit, ...]) -> Prepared:
        press = Press(self.rooms.corpus, self.rooms.today())
        documents = press.documents(command.form, command.facts, code, command.wording)
        if exhibits:
            documents |= packed(exhibits, heading_of(documents["petition.json"]))
        return Prepared(
            command.form, dict(command.facts), command.version, code, documents, dict(command.wording)
        )

    def run(
        self, unit: Unit, conversation_id: str, commands: Iterable[Command], prepared: list[Prepared]
    ) -> tuple[DocumentRef, ...]:
        """Keep what was rendered and pass on what was said, inside the turn's transaction."""
        wanted = list(commands)
        submitted = {command.version for command in wanted if isinstance(command, SubmitDraft)}
        documents: list[DocumentRef] = []
        for item in prepared:
            draft = self._keep(unit, conversation_id, item)
            documents += [DocumentRef(draft.id, name, MEDIA_TYPES[name]) for name in item.documents]
            if item.version in submitted:
                self._submit(unit, draft)
        for command in wanted:
            if isinstance(command, AnswerStaff):
                self._answer(unit, conversation_id, command)
        return tuple(documents)

    def _keep(self, unit: Unit, conversation_id: str, item: Prepared) -> Draft:
        draft = unit.drafts.add(
            conversation_id,
            item.form,
            item.version,
            dict(item.facts),
            DraftStatus.CONFIRMED,
            item.tracking_code,
            item.wording,
        )
        keep_documents(unit, draft, item.documents)
        unit.exhibits.claim(conversation_id, item.form)
        refresh(unit, draft)  # for an exhibit that came while the rest was rendered
        unit.audit.record("citizen", "confirm", draft.id, form=item.form, version=item.version)
        return draft

    def _submit(self, unit: Unit, draft: Draft) -> None:
        if self.rooms.settings.review_required:
            unit.drafts.set_status(draft.id, DraftStatus.QUEUED)
        else:
            release(unit, draft, self.gateway)

    def _answer(self, unit: Unit, conversation_id: str, command: AnswerStaff) -> None:
        draft = unit.drafts.latest(conversation_id, command.version)
        if draft is None or draft.status is not DraftStatus.ASKED:
            return  # staff have decided in the meantime; the answer stays in the conversation
        answer(unit, draft.id, command.answer, command.field)
        if dict(command.facts) == draft.facts:
            unit.drafts.set_status(draft.id, DraftStatus.QUEUED)
        # Otherwise the citizen sees the changed petition first: their confirmation brings the next version.


def release(unit: Unit, draft: Draft, gateway: str) -> None:
    """Put an approved draft in the filing outbox; it goes out once, whatever is called twice."""
    unit.drafts.set_status(draft.id, DraftStatus.APPROVED)
    if unit.filings.enqueue(draft.id, gateway):
        unit.audit.record("service", "release", draft.id, gateway=gateway)
