"""``dadkhah forms studio``: the studio on this machine, until stopped."""

from __future__ import annotations

from contextlib import suppress

import uvicorn

from assistant.law.corpus import Corpus
from assistant.persian import JalaliDate
from assistant.settings import Settings
from assistant.web.server import listen
from assistant.web.studio.app import create_studio


def serve_studio(corpus: Corpus, settings: Settings, port: int) -> None:
    """Serve the studio; exits with a message when the port is taken."""
    listening = listen(settings.model_copy(update={"host": "127.0.0.1", "port": port}))
    today = JalaliDate.from_gregorian(settings.current_date())
    print(f"Studio: http://127.0.0.1:{port}/  (Ctrl+C ends it)", flush=True)
    with suppress(KeyboardInterrupt), listening:
        config = uvicorn.Config(create_studio(corpus, today), log_config=None, log_level="warning")
        uvicorn.Server(config).run(sockets=[listening])
