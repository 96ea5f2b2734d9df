"""Conversations: begin one, take turns, hear news, come back to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import Any, Self

import anyio
from fastapi import APIRouter
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sse_starlette import EventSourceResponse, ServerSentEvent

from assistant.dialogue import Chose, Event, Said
from assistant.service import DocumentRef, Service, TurnResult, road
from assistant.web.api.access import (
    CHANNEL,
    IdempotencyKey,
    InHouse,
    Limited,
    OwnConversation,
    TheService,
)
from assistant.web.api.shapes import (
    CITIZEN,
    DocumentLink,
    MessageShape,
    Road,
    Shape,
    State,
    Text,
    examples,
    problems,
    shown,
)
from assistant.web.news import NewsDesk
from assistant.web.problems import Problem
from assistant.web.secrets import address_of

_HEARTBEAT = 15  # seconds between comments on a quiet stream
_FAREWELL = 2  # seconds a stream gets to end by itself when the server stops
_SHORTEST_SECRET_KEY = 32  # characters: the key decides the token, so it must be hard to guess


def _event(message: dict[str, Any]) -> ServerSentEvent:
    shape = MessageShape.of(message)
    return ServerSentEvent(shape.model_dump_json(), event="message", id=shape.id, sep="\n")


router = APIRouter(prefix="/conversations", tags=["conversations"])


class Begun(State):
    """A new conversation. Keep ``token``: it is not stored and is told only here."""

    model_config = shown("begun")

    id: str
    token: str
    messages: list[MessageShape]


class TurnInput(Shape):
    """What the citizen says, or which offered choice they pick."""

    model_config = shown("turn_input")

    text: Text | None = None
    choice_id: Text | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.text is None) == (self.choice_id is None):
            raise PydanticCustomError("one_of", "give either text or choice_id")
        return self

    def event(self) -> Event:
        """Return the input as the dialogue takes it."""
        return Said(text=self.text) if self.text is not None else Chose(choice_id=self.choice_id or "")


class TurnOutput(State):
    """What the assistant answers, and where the conversation stands then."""

    model_config = shown("turn")

    messages: list[MessageShape]


class Snapshot(State):
    """Where a conversation stands, with what was said last, oldest first."""

    model_config = shown("snapshot")

    id: str
    transcript: list[MessageShape]


@router.post("", status_code=201, responses=problems("too-many-requests"), dependencies=[Limited])
def begin(held: InHouse, key: IdempotencyKey = None) -> Begun:
    """Begin a conversation.

    An `Idempotency-Key` must be hard to guess here (32 characters or more, such as a random UUID): whoever sends it
    again gets the same conversation and token.
    """
    if key is not None and len(key) < _SHORTEST_SECRET_KEY:
        raise Problem("invalid-request", errors=[{"field": "Idempotency-Key", "code": "too-short"}])
    token = held.secrets.conversation_token(key)
    address = address_of(token)
    existing = held.service.conversation_of(CHANNEL, address) if key else None
    id_ = existing or held.service.begin(CHANNEL, address)[0]
    stands = held.service.standing(id_)
    opening = [MessageShape.of(stands.transcript[0])]
    return Begun(id=id_, token=token, messages=opening, **_state(held.service, stands.line, ()))


@router.post("/{conversation_id}/turns", responses=problems(*CITIZEN, "too-many-requests", "busy"))
def turn(
    conversation_id: OwnConversation, said: TurnInput, held: InHouse, key: IdempotencyKey = None
) -> TurnOutput:
    """Take a turn: what is said here is kept before it is answered."""
    held.limiter.take(f"conversation {conversation_id}")
    result = held.service.turn(conversation_id, said.event(), key)
    held.measures.turn(result.line["state"])
    return TurnOutput(messages=_messages(result), **_state(held.service, result.line, result.documents))


@router.get(
    "/{conversation_id}/events",
    response_class=EventSourceResponse,
    responses={
        200: {
            "description": "a `message` event for each message of staff or filing, and comments as a heartbeat",
            "content": {
                "text/event-stream": {
                    "schema": {"type": "string"},
                    "example": _event(examples()["message"][0]).encode().decode(),
                }
            },
        },
        **problems(*CITIZEN),
    },
)
async def events(conversation_id: OwnConversation, held: InHouse) -> EventSourceResponse:
    """Hear what staff and filing have to say, as it comes."""
    closing = anyio.Event()
    return EventSourceResponse(
        _news(held.news, conversation_id, closing),
        ping=_HEARTBEAT,
        shutdown_event=closing,
        shutdown_grace_period=_FAREWELL,
    )


@router.get("/{conversation_id}", responses=problems(*CITIZEN))
def resume(conversation_id: OwnConversation, service: TheService) -> Snapshot:
    """Come back to a conversation: after a reload, or on another device."""
    stands = service.standing(conversation_id)
    transcript = [MessageShape.of(line) for line in stands.transcript]
    state = _state(service, stands.line, stands.documents)
    return Snapshot(id=conversation_id, transcript=transcript, **state)


async def _news(desk: NewsDesk, conversation_id: str, closing: anyio.Event) -> AsyncIterator[ServerSentEvent]:
    async for item in desk.of(conversation_id, closing):
        yield _event({"id": item.id, **item.message})


def _messages(result: TurnResult) -> list[MessageShape]:
    return [MessageShape.of(message) for message in result.messages]


def _state(service: Service, line: dict[str, Any], documents: Iterable[DocumentRef]) -> dict[str, Any]:
    kept = ("state", "form", "asking", "facts", "missing")
    return {
        **{name: line[name] for name in kept},
        "road": Road(**road(line, service.world())),
        "documents": [DocumentLink.to(ref) for ref in documents],
    }
