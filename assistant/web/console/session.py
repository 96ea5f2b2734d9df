"""Who sits at the desk: the session's cookie, and the proof that a form comes from our own page."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from assistant.storage import Role, StaffMember
from assistant.web.api.access import InHouse
from assistant.web.problems import Problem
from assistant.web.secrets import SESSION_SECONDS

COOKIE = "dadkhah_staff"
LOGIN = "/staff/login"


class LoggedOut(Exception):
    """Nobody is logged in; the page to go to is the login."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of staff at the desk, and the token that their forms carry."""

    member: StaffMember
    csrf: str


def seat(request: Request, held: InHouse) -> Seat:
    """Return who is logged in, or raise :class:`LoggedOut`."""
    token = request.cookies.get(COOKIE, "")
    with held.service.database.transaction() as unit:
        member = held.secrets.staff_member(unit, token)
    if member is None:
        raise LoggedOut
    return Seat(member, _csrf(token))


Seated = Annotated[Seat, Depends(seat)]


def own_form(seated: Seated, csrf: Annotated[str, Form()] = "") -> Seat:
    """Return who is logged in, once the form has proved to be ours."""
    if not hmac.compare_digest(csrf, seated.csrf):
        raise Problem("not-allowed")
    return seated


OwnForm = Annotated[Seat, Depends(own_form)]


def chief(seated: Seated) -> Seat:
    """Let only administrators pass."""
    if seated.member.role is not Role.ADMINISTRATOR:
        raise Problem("not-allowed")
    return seated


Chief = Annotated[Seat, Depends(chief)]


def sit_down(request: Request, token: str) -> Response:
    """Go to the queue with a new session."""
    response = RedirectResponse("/staff", 303)
    response.set_cookie(
        COOKIE,
        token,
        max_age=SESSION_SECONDS,
        path="/staff",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


def stand_up() -> Response:
    """Go to the login without a session."""
    response = RedirectResponse(LOGIN, 303)
    response.delete_cookie(COOKIE, path="/staff")
    return response


async def to_login(_request: Request, _error: Exception) -> Response:
    """Send whoever is not logged in to the login."""
    return RedirectResponse(LOGIN, 303)


def _csrf(token: str) -> str:
    return hashlib.sha256(b"console-form\0" + token.encode()).hexdigest()
