"""News over a real connection: they come while the page is open, each once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from assistant.service import Desk, Service, TurnResult
from assistant.web.app import create_app
from tests.web.serving import serving

API = "/api/v1"


def events(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.startswith("data:"):
            yield json.loads(line[5:])


def test_news_of_staff_come_while_the_page_is_open(
    service: Service, fill: Callable[[Service, str, str], TurnResult]
) -> None:
    with serving(create_app(service)) as address, httpx.Client(base_url=address, timeout=30) as http:
        begun = http.post(f"{API}/conversations").json()
        headers = {"Authorization": f"Bearer {begun['token']}"}
        fill(service, begun["id"], "mahr-claim")
        turn = http.post(
            f"{API}/conversations/{begun['id']}/turns", json={"choice_id": "confirm"}, headers=headers
        )
        draft = turn.json()["documents"][0]["draft_id"]
        with http.stream("GET", f"{API}/conversations/{begun['id']}/events", headers=headers) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            Desk(service).give_back(draft, "sara", "سند ازدواج لازم است")
            told = next(events(stream.iter_lines()))
        assert "سند ازدواج لازم است" in told["text"]
        back = http.get(f"{API}/conversations/{begun['id']}", headers=headers).json()
        assert told["id"] in {line["id"] for line in back["transcript"]}


def test_news_wait_while_no_page_is_open(
    service: Service, fill: Callable[[Service, str, str], TurnResult]
) -> None:
    with serving(create_app(service)) as address, httpx.Client(base_url=address, timeout=30) as http:
        begun = http.post(f"{API}/conversations").json()
        headers = {"Authorization": f"Bearer {begun['token']}"}
        fill(service, begun["id"], "mahr-claim")
        turn = http.post(
            f"{API}/conversations/{begun['id']}/turns", json={"choice_id": "confirm"}, headers=headers
        )
        Desk(service).ask(turn.json()["documents"][0]["draft_id"], "sara", "شاهدی دارید؟")
        with http.stream("GET", f"{API}/conversations/{begun['id']}/events", headers=headers) as stream:
            assert "شاهدی دارید؟" in next(events(stream.iter_lines()))["text"]
