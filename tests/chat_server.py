"""A chat model that answers over HTTP as OpenAI's does, with whatever a test wants it to say."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr


@dataclass
class ChatServer:
    """What the model says next, and what it was asked."""

    says: str = "[]"
    status: int = 200
    delay: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        """The base address that a client is given."""
        return f"http://127.0.0.1:{self.port}/v1"

    def forget(self) -> None:
        """Say nothing of use again, at once, and forget what was asked."""
        self.says, self.status, self.delay = "", 200, 0.0
        self.asked.clear()

    def client(self) -> BaseChatModel:
        """A LangChain model that asks this server, once, and waits a second."""
        options: dict[str, Any] = {"timeout": 1.0, "max_retries": 0, "temperature": 0}
        model: BaseChatModel = init_chat_model(
            "openai:any", base_url=self.address, api_key=SecretStr("none"), **options
        )
        return model

    def app(self) -> FastAPI:
        """The server's one endpoint."""
        app = FastAPI()

        @app.post("/v1/chat/completions")
        async def complete(request: Request) -> Response:
            self.asked.append(await request.json())
            await asyncio.sleep(self.delay)
            message = {"role": "assistant", "content": self.says}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            body = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
            return Response(json.dumps({**body, "usage": usage}), self.status, media_type="application/json")

        return app


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """Run the server on a free port of this machine while the block runs."""
    model = ChatServer()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        model.port = listener.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(model.app(), log_level="critical", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield model
        server.should_exit = True
        thread.join(timeout=10)
