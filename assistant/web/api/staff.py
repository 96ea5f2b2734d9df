"""Sessions of legal staff."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.review import enter
from assistant.storage import Role
from assistant.web.api.access import InHouse, Limited
from assistant.web.api.shapes import Shape, Written, problems, shown
from assistant.web.problems import Problem
from assistant.web.secrets import SESSION_SECONDS

router = APIRouter(prefix="/staff", tags=["staff"])


class SessionInput(Shape):
    """A login."""

    model_config = shown("session_input")

    name: Written
    password: Written


class Session(Shape):
    """A session; send ``token`` as a bearer token for ``expires_in`` seconds."""

    model_config = shown("session")

    token: str
    name: str
    role: Role
    expires_in: int


@router.post(
    "/sessions",
    status_code=201,
    responses=problems("wrong-credentials", "too-many-requests"),
    dependencies=[Limited],
)
def open_session(login: SessionInput, held: InHouse) -> Session:
    """Log in. Five wrong passwords in a row close an account for a while."""
    with held.service.database.transaction() as unit:
        member = enter(unit, login.name, login.password)
    if member is None:
        raise Problem("wrong-credentials")
    token = held.secrets.staff_token(member)
    return Session(token=token, name=member.name, role=member.role, expires_in=SESSION_SECONDS)
