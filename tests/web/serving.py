"""A real server in a thread, for what a test client can't do: streams, and browsers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI
from sse_starlette.sse import AppStatus


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port; yield its address."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_config=None, log_level="warning", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        AppStatus.should_exit = True  # open streams end; in production a signal says so
        server.should_exit = True
        thread.join()
        AppStatus.should_exit = False
