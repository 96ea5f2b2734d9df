"""Reading an upload: in memory, one file, and never more of it than is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

from assistant.evidence import limits
from assistant.web.problems import Problem

_FIELDS: Final = 4
_LONGEST_FIELD: Final = 4096  # bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """A file with what was said of it."""

    content: bytes
    title: str
    asked_for: str | None


class _InMemory(MultiPartParser):
    # Papers that people want nobody to read must not lie in a temporary folder, not even for a moment.
    spool_max_size = limits().file_bytes + 1


async def read_upload(request: Request) -> Upload:
    """Return the file of a ``multipart/form-data`` request.

    Raises:
        Problem: ``unsupported-media``, ``unreadable``, ``exhibit-too-large`` as soon as it is seen (the body is cut
            off by :class:`assistant.web.guard.BodyLimit`), or ``invalid-request`` without a file.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Problem("unsupported-media")
    parser = _InMemory(
        request.headers, request.stream(), max_files=1, max_fields=_FIELDS, max_part_size=_LONGEST_FIELD
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise Problem("unreadable") from error
    except HTTPException as error:
        raise Problem("exhibit-too-large" if error.status_code == 413 else "unreadable") from error
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Problem("invalid-request", errors=[{"field": "file", "code": "missing"}])
        return Upload(await file.read(), _text(form.get("title")), _text(form.get("asked_for")) or None)
    finally:
        await form.close()


def _text(value: UploadFile | str | None) -> str:
    return value.strip() if isinstance(value, str) else ""
