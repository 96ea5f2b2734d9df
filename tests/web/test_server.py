"""`dadkhah serve` as it is run: it says where it is, serves, and stops in order."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest


@pytest.mark.slow
def test_serve_says_where_it_is_and_stops_in_order(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = {
        **os.environ,
        "DADKHAH_PORT": str(port),
        "DADKHAH_DATABASE_URL": f"sqlite:///{tmp_path / 'dadkhah.db'}",
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-c", "from assistant.cli import main; main()", "serve"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        try:
            ready = next(line for line in server.stdout if "http://" in line)
            address = f"http://127.0.0.1:{port}/"
            assert address in ready
            assert "<dadkhah-chat>" in httpx.get(address).text
        finally:
            server.send_signal(signal.SIGTERM)
        assert "بسته شد" in server.stdout.read()
        assert server.wait(20) == 0
