"""``dadkhah serve``: one process that opens the service, serves it, and says where."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import sys
from contextlib import suppress
from functools import lru_cache

import uvicorn
import yaml

from assistant.service import Service
from assistant.settings import Settings
from assistant.web.app import create_app

_GRACE = 5  # seconds that open requests get to end when the server is stopped
_TROUBLE = {
    errno.EADDRINUSE: "taken",
    errno.EACCES: "forbidden",
    errno.EADDRNOTAVAIL: "unknown_host",
}


class Server(uvicorn.Server):
    """Says where it serves, once it does."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve."""
        await super().startup(sockets)
        if self.started:
            print(self._ready, flush=True)


def run(settings: Settings) -> None:
    """Serve until stopped; exits with a message when the address can't be listened on."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("assistant").setLevel(logging.INFO)
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # ends like Ctrl+C: everything is closed in order
    listening = listen(settings)  # before the long work, so that a taken port is told at once
    print(_say("opening"), flush=True)
    with suppress(KeyboardInterrupt), listening, Service.open(settings) as service:
        service.rooms.index.warm()
        config = uvicorn.Config(
            create_app(service), log_config=None, log_level="warning", timeout_graceful_shutdown=_GRACE
        )
        Server(config, _say("ready", address=_address(settings))).run(sockets=[listening])
    print(_say("stopped"), flush=True)


def listen(settings: Settings) -> socket.socket:
    """Return a socket that listens where the settings say, or exit and say what to change."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        trouble = _TROUBLE.get(error.errno or 0, "unknown_host")
        sys.exit(_say(trouble, host=settings.host, port=settings.port, other=settings.port % 65535 + 1))


def _address(settings: Settings) -> str:
    everywhere = settings.host in {"0.0.0.0", "::"}
    host = "127.0.0.1" if everywhere else settings.host
    return f"http://[{host}]:{settings.port}/" if ":" in host else f"http://{host}:{settings.port}/"


def _say(key: str, **values: object) -> str:
    return str(_words()[key]).format(**values)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    from assistant.settings import settings

    path = settings().templates_dir / "web" / "server.yaml"
    loaded: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
