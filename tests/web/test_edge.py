"""The edge: limits, headers, origins, health, measures, and the server itself."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from assistant.service import Service
from assistant.settings import Settings
from assistant.storage import Database
from assistant.web.app import create_app
from assistant.web.limits import Limiter
from assistant.web.problems import Problem
from assistant.web.server import listen
from tests.web.conftest import API, Citizen, assert_problem

MakeService = Callable[..., Service]


def test_turns_over_the_limit_are_told_when_to_come_again(make_service: MakeService) -> None:
    with TestClient(create_app(make_service(requests_per_minute=2))) as client:
        citizen = Citizen(client)
        for _ in range(2):
            citizen.says("سلام")
        path = f"{API}/conversations/{citizen.id}/turns"
        answer = client.post(path, json={"text": "سلام"}, headers=citizen.headers)
        assert_problem(answer, 429, "too-many-requests")
        assert 1 <= int(answer.headers["retry-after"]) <= 30


def test_the_limit_of_questions_does_not_touch_forms(make_service: MakeService) -> None:
    with TestClient(create_app(make_service(requests_per_minute=1))) as client:
        answers = [client.post(f"{API}/retrieve", json={"question": "مهریه"}) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 429]
        assert client.get(f"{API}/forms").status_code == 200


def test_a_bucket_fills_up_with_time() -> None:
    now = 0.0
    limiter = Limiter(60, clock=lambda: now)
    for _ in range(60):
        limiter.take("one")
    with pytest.raises(Problem):
        limiter.take("one")
    limiter.take("another")
    now = 1.0
    limiter.take("one")
    with pytest.raises(Problem):
        limiter.take("one")


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", f"{API}/forms", "/nowhere", "/widget/dadkhah-chat.js"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path


def test_only_allowed_origins_may_use_the_interface(make_service: MakeService) -> None:
    app = create_app(make_service(allowed_origins=("https://adliran.example",)))
    with TestClient(app) as client:
        for origin, allowed in (
            ("https://adliran.example", "https://adliran.example"),
            ("https://other.example", None),
        ):
            answer = client.get(f"{API}/forms", headers={"Origin": origin})
            assert answer.headers.get("access-control-allow-origin") == allowed


def test_any_page_may_load_the_widget_and_its_fonts(client: TestClient) -> None:
    for path in ("/widget/dadkhah-chat.js", "/widget/dadkhah-chat.css", "/static/Vazirmatn-Regular.woff2"):
        answer = client.get(path, headers={"Origin": "https://any.example"})
        assert answer.status_code == 200, path
        assert answer.headers["access-control-allow-origin"] == "*", path


def test_the_page_is_persian_and_embeds_the_widget(client: TestClient) -> None:
    page = client.get("/").text
    assert '<html lang="fa" dir="rtl">' in page
    assert "<dadkhah-chat>" in page
    assert "رمز" in page
    assert 'href="/staff"' in page


def test_a_living_process_with_a_database_and_an_index_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_a_process_whose_database_is_away_lives_but_is_not_ready(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_database: Database) -> bool:
        raise OperationalError("SELECT 1", {}, Exception("away"))

    monkeypatch.setattr(Database, "ready", away)
    assert client.get("/healthz").status_code == 200
    assert_problem(client.get("/readyz"), 503, "not-ready")


def test_turns_times_and_errors_are_measured(client: TestClient, citizen: Citizen) -> None:
    citizen.says("سلام")
    client.get("/nowhere")
    text = client.get("/metrics").text
    assert 'dadkhah_turns_total{state="guidance"} 1.0' in text
    assert 'route="/conversations/{conversation_id}/turns"' in text
    assert 'dadkhah_http_errors_total{route="",status="404"} 1.0' in text


def test_a_taken_port_is_told_with_the_setting_to_change() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            listen(Settings(port=port))
    assert str(port) in str(stopped.value)
    assert "DADKHAH_PORT" in str(stopped.value)
