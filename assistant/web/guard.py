"""What every answer carries and no request may exceed: security headers, sizes, measures."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.evidence import limits
from assistant.web.measures import Measures
from assistant.web.problems import Problem

LARGEST_BODY = 256 * 1024  # bytes: 20 000 characters, escaped, and the facts of the longest form
_EXHIBITS = re.compile(r"/api/v1/conversations/[^/]+/exhibits")

CONTENT_SECURITY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class BodyLimit:
    """Refuses bodies over :data:`LARGEST_BODY`, announced or not; where exhibits are sent, over one file's size."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its body is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, code = _allowed(scope)
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > most:
            await Problem(code).response()(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413)  # what the framework lets through while it reads a body
            return message

        await self._app(scope, counted, send)


def _allowed(scope: Scope) -> tuple[int, str]:
    """How many bytes the body of a request may have, and the problem of one that has more."""
    if scope["method"] == "POST" and _EXHIBITS.fullmatch(scope["path"]):
        return limits().file_bytes + LARGEST_BODY, "exhibit-too-large"  # the file, with what stands around it
    return LARGEST_BODY, "too-large"


class Envelope:
    """Puts the security headers on every answer and measures it."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app = app
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("Cache-Control", "no-store")
                route = getattr(scope.get("route"), "path", "")
                self._measures.answered(
                    scope["method"], route, message["status"], time.perf_counter() - began
                )
            await send(message)

        await self._app(scope, receive, sealed)
