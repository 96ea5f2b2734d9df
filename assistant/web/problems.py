"""Errors as RFC 9457 tells them: every failure has a stable code, and words from ``templates/web/problems.yaml``."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from assistant.evidence import Refused
from assistant.review import ReviewError
from assistant.service import UnknownConversation, UnknownDocument, UnknownExhibit, WrongFacts
from assistant.settings import settings
from assistant.storage import StaleConversation

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
_BY_STATUS = {
    400: "bad-request",
    401: "credentials-needed",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "too-large",
    415: "unsupported-media",
}
_TRANSLATED: tuple[type[Exception], ...] = (
    HTTPException,
    RequestValidationError,
    ReviewError,
    WrongFacts,
    UnknownConversation,
    UnknownDocument,
    UnknownExhibit,
    Refused,
    StaleConversation,
)
_OF_EXHIBITS = {
    "too-large": "exhibit-too-large",
    "too-many": "exhibits-full",
    "too-much": "exhibits-full",
    "closed": "exhibits-closed",
}


class Words(BaseModel):
    """What is said of a problem; ``status`` is its HTTP status."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: int
    title: str
    detail: str


class Problem(Exception):
    """A request that can't be fulfilled; ``code`` is a key of ``problems.yaml``."""

    def __init__(
        self,
        code: str,
        *,
        detail: str | None = None,
        errors: Sequence[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail  # where more can be said than the catalogue does
        self.errors = list(errors)
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """Return the problem as JSON."""
        words = catalogue()[self.code]
        body: dict[str, Any] = {
            "type": f"urn:dadkhah:problem:{self.code}",
            "title": words.title,
            "status": words.status,
            "detail": self.detail or words.detail,
            "code": self.code,
        }
        return {**body, "errors": self.errors} if self.errors else body

    def response(self) -> JSONResponse:
        """Return the answer that tells of the problem."""
        headers = dict(self.headers)
        if catalogue()[self.code].status == 401:
            headers.setdefault("WWW-Authenticate", "Bearer")
        return JSONResponse(
            self.body(), catalogue()[self.code].status, headers=headers, media_type=MEDIA_TYPE
        )


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Words]:
    """Return the words of all problems, by code."""
    return {code: Words.model_validate(words) for code, words in _load("problems").items()}


def install(app: FastAPI) -> None:
    """Let every failure of the application be told as a problem."""
    app.add_exception_handler(Problem, _told)
    for kind in _TRANSLATED:
        app.add_exception_handler(kind, _translated)
    app.add_exception_handler(Exception, _failed)


async def _told(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Problem)
    return error.response()


async def _translated(_request: Request, error: Exception) -> JSONResponse:
    return _problem_of(error).response()


async def _failed(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return Problem("internal").response()


def _problem_of(error: Exception) -> Problem:
    match error:
        case RequestValidationError():
            return _invalid(error)
        case HTTPException():
            code = _BY_STATUS.get(error.status_code, "bad-request")
            return Problem(code, headers=error.headers)
        case ReviewError():
            return Problem(error.code)
        case WrongFacts():
            return Problem("wrong-facts", errors=error.lines)
        case UnknownConversation():
            return Problem("unknown-conversation")
        case UnknownDocument():
            return Problem("unknown-document")
        case UnknownExhibit():
            return Problem("unknown-exhibit")
        case Refused():
            return _refused(error)
        case _:
            return Problem("busy")


def _refused(error: Refused) -> Problem:
    """Tell why a file, or a change to exhibits, is not taken; the code of the reason stands in ``errors``."""
    code = _OF_EXHIBITS.get(error.code, "exhibit-refused")
    reason = {"field": "file", "code": error.code, "message": error.message}
    return Problem(code, detail=error.message, errors=[reason])


def _invalid(error: RequestValidationError) -> Problem:
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        return Problem("unreadable")
    return Problem("invalid-request", errors=[_wrong_value(item) for item in found])


def _wrong_value(item: Mapping[str, Any]) -> dict[str, str]:
    words = _validation_words()
    message = words.get(item["type"], words["other"]).format_map(item.get("ctx", {}))
    place = [str(part) for part in item["loc"]]
    return {"field": ".".join(place[1:]) or place[0], "code": item["type"], "message": message}


@lru_cache(maxsize=1)
def _validation_words() -> dict[str, str]:
    return _load("validation")


def _load(name: str) -> dict[str, Any]:
    path = settings().templates_dir / "web" / f"{name}.yaml"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
