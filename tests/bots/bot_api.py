"""A real HTTP server that speaks the bot interface of Telegram and Bale, as far as the bot uses it.

It refuses what the real ones refuse: a wrong token, texts over 4096 characters, callback data over 64 bytes, files over
20 MB.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "123456:test-token"
MOST_FETCHED = 20 * 1024 * 1024  # bytes that a bot may fetch
CHAT = 9_007_199_254_740_993  # more than 32 and more than 53 bits, as in Bale


@dataclass
class Sent:
    """What the bot sent."""

    method: str
    fields: dict[str, Any]
    file: bytes | None = None

    @property
    def text(self) -> str:
        return str(self.fields.get("text", ""))

    @property
    def buttons(self) -> list[dict[str, str]]:
        markup = json.loads(self.fields.get("reply_markup", "{}"))
        return [button for row in markup.get("inline_keyboard", []) for button in row]


@dataclass
class BotApi:
    """The server's side of the conversation: updates to give, messages received."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    webhook: str | None = None
    acknowledged: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    address: str = ""

    def say(self, text: str, chat: int = CHAT) -> dict[str, Any]:
        return self.send(chat, text=text)

    def send(self, chat: int = CHAT, **content: Any) -> dict[str, Any]:
        """Send any content: ``text="…"``, ``photo=[…]``, ``document={…}``, ``voice={…}``."""
        return self._update(
            message={
                "message_id": next(self._numbers),
                "date": int(time.time()),
                "chat": {"id": chat, "type": "private"},
                "from": {"id": chat, "is_bot": False, "first_name": "Maryam"},
                **content,
            }
        )

    def keep(self, content: bytes, size: int | None = None) -> dict[str, Any]:
        """Keep a file to be fetched; return how a message names it."""
        name = f"file{next(self._numbers)}"
        self.kept[name] = content
        return {"file_id": name, "file_unique_id": name, "file_size": len(content) if size is None else size}

    def press(self, data: str, chat: int = CHAT) -> dict[str, Any]:
        number = next(self._numbers)
        return self._update(
            callback_query={
                "id": str(number),
                "from": {"id": chat, "is_bot": False, "first_name": "Maryam"},
                "chat_instance": "1",
                "data": data,
                "message": {
                    "message_id": number,
                    "date": int(time.time()),
                    "chat": {"id": chat, "type": "private"},
                    "text": "…",
                },
            }
        )

    def texts(self) -> list[str]:
        return [sent.text for sent in self.sent if sent.method == "sendMessage"]

    def files(self) -> dict[str, bytes]:
        return {
            sent.fields["document_name"]: sent.file
            for sent in self.sent
            if sent.method == "sendDocument" and sent.file is not None
        }

    def _update(self, **content: Any) -> dict[str, Any]:
        update = {"update_id": next(self._numbers), **content}
        self.updates.append(update)
        return update

    async def call(self, request: Request) -> JSONResponse:
        if request.path_params["token"] != TOKEN:
            return _error(403, "Forbidden: wrong token")
        method = request.path_params["method"]
        fields, file = await _fields(request)
        handler = getattr(self, f"_{method}", None)
        if handler is None:
            return _error(404, f"Not Found: method {method}")
        return await handler(fields, file)

    async def _getMe(self, _fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        return _ok({"id": 123456, "is_bot": True, "first_name": "Dadkhah", "username": "dadkhah_bot"})

    async def _deleteWebhook(self, _fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        self.webhook = None
        return _ok(True)

    async def _setWebhook(self, fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        self.webhook = fields["url"]
        return _ok(True)

    async def _getUpdates(self, fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        if self.webhook:
            return _error(409, "Conflict: can't use getUpdates while a webhook is set")
        offset = int(fields.get("offset", 0))
        self.acknowledged = max(self.acknowledged, offset - 1)
        for _ in range(20):
            waiting = [update for update in self.updates if update["update_id"] >= offset]
            if waiting:
                return _ok(waiting)
            await asyncio.sleep(0.05)
        return _ok([])

    async def _answerCallbackQuery(self, _fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        return _ok(True)

    async def _sendMessage(self, fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        sent = Sent("sendMessage", fields)
        if not sent.text.strip() or len(sent.text) > 4096:
            return _error(400, "Bad Request: message text is empty or too long")
        if any(len(button["callback_data"].encode()) > 64 for button in sent.buttons):
            return _error(400, "Bad Request: BUTTON_DATA_INVALID")
        self.sent.append(sent)
        return _ok(self._message(fields))

    async def _sendDocument(self, fields: dict[str, Any], file: bytes | None) -> JSONResponse:
        if file is None:
            return _error(400, "Bad Request: there is no document in the request")
        self.sent.append(Sent("sendDocument", fields, file))
        return _ok(self._message(fields))

    async def _getFile(self, fields: dict[str, Any], _file: bytes | None) -> JSONResponse:
        name = str(fields["file_id"])
        if name not in self.kept:
            return _error(400, "Bad Request: invalid file_id")
        size = len(self.kept[name])
        if size > MOST_FETCHED:
            return _error(400, "Bad Request: file is too big")
        return _ok({"file_id": name, "file_unique_id": name, "file_size": size, "file_path": f"files/{name}"})

    async def file(self, request: Request) -> Response:
        self.fetched.append(request.path_params["name"])
        return Response(self.kept[request.path_params["name"]])

    def _message(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {
            "message_id": next(self._numbers),
            "date": int(time.time()),
            "chat": {"id": int(fields["chat_id"]), "type": "private"},
            "text": fields.get("text", ""),
        }


async def _fields(request: Request) -> tuple[dict[str, Any], bytes | None]:
    fields: dict[str, Any] = {}
    file = None
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, UploadFile):
                file = await value.read()
                fields["document_name"] = value.filename
            else:
                fields[name] = value
    return fields, file


def _ok(result: Any) -> JSONResponse:
    return JSONResponse({"ok": True, "result": result})


def _error(code: int, description: str) -> JSONResponse:
    return JSONResponse({"ok": False, "error_code": code, "description": description}, status_code=code)


@contextmanager
def serve_bot_api() -> Iterator[BotApi]:
    """Serve the interface on a free local port."""
    api = BotApi()
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/files/{name}", api.file),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    api.address = f"http://127.0.0.1:{port}"
    yield api
    server.should_exit = True
    thread.join(timeout=10)
