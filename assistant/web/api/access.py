"""What routes are given: the service, and who is asking."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Header, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from assistant.service import Service
from assistant.storage import Role, StaffMember, Unit
from assistant.web.house import House
from assistant.web.problems import Problem
from assistant.web.secrets import address_of

CHANNEL = "web"

_citizen = HTTPBearer(
    scheme_name="conversation", description="The token of a conversation.", auto_error=False
)
_staff = HTTPBearer(scheme_name="staff", description="The token of a staff session.", auto_error=False)

CitizenToken = Annotated[HTTPAuthorizationCredentials | None, Depends(_citizen)]
StaffToken = Annotated[HTTPAuthorizationCredentials | None, Depends(_staff)]
ConversationId = Annotated[
    str, Path(min_length=32, max_length=32, examples=["5f0c7a1e9b3d4c2f8a6e1d0b7c9f2e34"])
]
DraftId = Annotated[str, Path(min_length=32, max_length=32, examples=["9a4e2c7b1f5d4e8a8c3b6d0f7e1a2b4c"])]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=100,
        description="The same request with the same key is run once and answered alike.",
        examples=["0b3f6c1e-6f0e-4b7e-9d53-8f6f3f0f5a11"],
    ),
]


def house(request: Request) -> House:
    """Return what this application holds."""
    held: House = request.app.state.house
    return held


def the_service(request: Request) -> Service:
    """Return the service of this application."""
    return house(request).service


InHouse = Annotated[House, Depends(house)]
TheService = Annotated[Service, Depends(the_service)]


def own_conversation(conversation_id: ConversationId, token: CitizenToken, service: TheService) -> str:
    """Return the id of a conversation of the web whose token was given."""
    with service.database.transaction() as unit:
        if not holds(unit, conversation_id, needed(token)):
            raise Problem("unknown-conversation")
    return conversation_id


def holds(unit: Unit, conversation_id: str, token: str) -> bool:
    """Say whether a token belongs to a conversation."""
    record = unit.conversations.get(conversation_id)
    if record is None or record.channel != CHANNEL:
        return False
    return hmac.compare_digest(record.address, address_of(token))


def staff_member(token: StaffToken, held: InHouse) -> StaffMember:
    """Return the member of staff whose session's token was given."""
    with held.service.database.transaction() as unit:
        member = held.secrets.staff_member(unit, needed(token))
    if member is None:
        raise Problem("credentials-needed")
    return member


def administrator(member: Annotated[StaffMember, Depends(staff_member)]) -> None:
    """Let only administrators pass."""
    if member.role is not Role.ADMINISTRATOR:
        raise Problem("not-allowed")


def few_requests(request: Request, held: InHouse) -> None:
    """Count a request of an address."""
    held.limiter.take(f"address {client_of(request)}")


def client_of(request: Request) -> str:
    """Return the address a request comes from."""
    return request.client.host if request.client else "unknown"


OwnConversation = Annotated[str, Depends(own_conversation)]
Member = Annotated[StaffMember, Depends(staff_member)]
StaffOnly = Depends(staff_member)
AdministratorOnly = Depends(administrator)
Limited = Depends(few_requests)


def needed(token: HTTPAuthorizationCredentials | None) -> str:
    """Return the token that was given; raise ``credentials-needed`` where there is none."""
    if token is None:
        raise Problem("credentials-needed")
    return token.credentials
