"""The service: a turn of a conversation, with all its effects in one transaction."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from assistant.dialogue import Conversation, Event, Turn, World, begin, step, welcome
from assistant.evidence import Exhibit
from assistant.filing import FolderGateway, Gateway, OfficeGateway, Signer
from assistant.service.bundles import OF_EXHIBITS, exhibits_of, names_of, refresh
from assistant.service.effects import Effects
from assistant.service.model import TurnResult, message_json, result_of
from assistant.service.rooms import Rooms, open_database, open_rooms
from assistant.service.standing import Standing, standing
from assistant.settings import Settings
from assistant.storage import ConversationRecord, Database, Document, StaleConversation, Unit
from assistant.storage.repositories.exhibits import UNCLAIMED

_TRIES = 5  # of a turn that another turn of the same conversation overtakes


class UnknownConversation(LookupError):
    """There is no conversation with this id."""


class UnknownDocument(LookupError):
    """There is no such document."""


class Service:
    """Conversations over one database; safe to share between threads."""

    def __init__(self, rooms: Rooms, database: Database, gateway: Gateway, signer: Signer) -> None:
        self.rooms = rooms
        self.database = database
        self.gateway = gateway
        self.signer = signer
        self.effects = Effects(rooms, gateway.name)

    @classmethod
    def open(cls, settings: Settings) -> Service:
        """Open everything the settings name; what is missing is made."""
        rooms = open_rooms(settings)
        outgoing = settings.data_dir / "outgoing"
        gateway: Gateway = (
            FolderGateway(outgoing)
            if settings.gateway == "folder"
            else OfficeGateway.open(outgoing, settings.templates_dir / "filing" / "office.yaml")
        )
        signer = Signer.open(settings.data_dir / "keys" / "filing.pem")
        return cls(rooms, open_database(settings), gateway, signer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.database.close()

    def world(self, attached: tuple[str, ...] = ()) -> World:
        """What the dialogue may look at today; ``attached`` names the exhibits."""
        rooms = self.rooms
        return World(rooms.guide, rooms.corpus, rooms.today(), attached, rooms.polisher, rooms.marker)

    def begin(self, channel: str, address: str) -> tuple[str, TurnResult]:
        """Begin a conversation; return its id and the welcome."""
        greeting = Turn(begin(), (welcome(),))
        with self.database.transaction() as unit:
            conversation_id = unit.conversations.begin(channel, address, _state(greeting))
        return conversation_id, result_of(greeting)

    def conversation_of(self, channel: str, address: str) -> str | None:
        """Return the newest conversation of an address in a channel, or None."""
        with self.database.transaction() as unit:
            record = unit.conversations.latest(channel, address)
        return None if record is None else record.id

    def turn(self, conversation_id: str, event: Event, key: str | None = None) -> TurnResult:
        """Run a turn and commit it; with an idempotency ``key`` the same turn is run once and answered alike.

        Raises:
            UnknownConversation: no such conversation.
            StaleConversation: other turns of it keep coming between.
        """
        key = key or uuid4().hex  # every answer is kept: what was said can be shown again
        for _ in range(_TRIES - 1):
            try:
                return self._turn(conversation_id, event, key)
            except StaleConversation:
                continue
        return self._turn(conversation_id, event, key)

    def standing(self, conversation_id: str) -> Standing:
        """Return where a conversation is and what was said last.

        Raises:
            UnknownConversation: no such conversation.
        """
        with self.database.transaction() as unit:
            record = unit.conversations.get(conversation_id)
            if record is None:
                raise UnknownConversation(conversation_id)
            return standing(unit, record, self.world())

    def news(self, conversation_id: str) -> list[dict[str, Any]]:
        """Return, once, the messages that no turn has carried: from staff, or from filing."""
        with self.database.transaction() as unit:
            waiting = unit.messages.waiting_for(conversation_id)
            for item in waiting:
                unit.messages.delivered(item.id)
        return [item.message for item in waiting]

    def document(self, draft_id: str, name: str) -> Document:
        """Return a rendered document.

        Raises:
            UnknownDocument: no such draft, or no document of that name.
        """
        with self.database.transaction() as unit:
            draft = unit.drafts.get(draft_id)
            if name in OF_EXHIBITS and draft is not None:
                refresh(unit, draft)
            document = unit.drafts.document(draft_id, name)
        if document is None:
            raise UnknownDocument(f"{draft_id}/{name}")
        return document

    def tell(self, unit: Unit, conversation_id: str, event: Event) -> None:
        """Let a conversation know what happened elsewhere; its messages wait for its channel.

        Runs inside the transaction of what happened: the citizen hears of it exactly when it holds.
        """
        record = unit.conversations.get(conversation_id)
        if record is None:
            raise UnknownConversation(conversation_id)
        turn = self._step(record, event, _attached(unit, record))
        _save(unit, record, event, turn)
        self.effects.run(unit, conversation_id, turn.commands, [])
        for message in turn.messages:
            unit.messages.post(conversation_id, message_json(message))

    def _turn(self, conversation_id: str, event: Event, key: str) -> TurnResult:
        with self.database.transaction() as unit:
            done = unit.conversations.answered(conversation_id, key)
            record = unit.conversations.get(conversation_id)
            if done is not None:
                return TurnResult.from_json(done)
            if record is None:
                raise UnknownConversation(conversation_id)
            attached = _attached(unit, record)
        # Thinking and rendering take their time: no transaction is open meanwhile.
        turn = self._step(record, event, attached)
        prepared = self.effects.prepare(
            turn.commands,
            lambda form: self._code(conversation_id, form),
            lambda form: self._exhibits(conversation_id, form),
        )
        with self.database.transaction() as unit:
            _save(unit, record, event, turn)
            documents = self.effects.run(unit, conversation_id, turn.commands, prepared)
            result = result_of(turn, documents)
            unit.conversations.remember_answer(conversation_id, key, result.as_json())
        return result

    def _code(self, conversation_id: str, form: str) -> str:
        with self.database.transaction() as unit:
            return unit.drafts.tracking_code(conversation_id, form)

    def _exhibits(self, conversation_id: str, form: str) -> tuple[Exhibit, ...]:
        with self.database.transaction() as unit:
            return exhibits_of(unit, conversation_id, form)

    def _step(self, record: ConversationRecord, event: Event, attached: tuple[str, ...]) -> Turn:
        return step(Conversation.model_validate(record.state), event, self.world(attached))


def _save(unit: Unit, record: ConversationRecord, event: Event, turn: Turn) -> None:
    """Store the state after a turn, unless another turn has come between."""
    unit.conversations.save(record.id, _state(turn), event.model_dump(mode="json"), after=record.turns)


def _attached(unit: Unit, record: ConversationRecord) -> tuple[str, ...]:
    return names_of(unit.exhibits.of(record.id, record.state["form"] or UNCLAIMED))


def _state(turn: Turn) -> dict[str, Any]:
    return turn.conversation.model_dump(mode="json")
