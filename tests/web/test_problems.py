"""Every failure is told as RFC 9457 has it, with a stable code and Persian words."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from assistant.service import Service
from assistant.web.app import create_app
from assistant.web.guard import LARGEST_BODY
from assistant.web.problems import Problem, catalogue
from tests.web.conftest import API, Citizen, assert_problem

PERSIAN = re.compile(r"[آ-ی]")


def test_every_problem_of_the_catalogue_is_told_in_persian() -> None:
    for code, words in catalogue().items():
        assert PERSIAN.search(words.title), code
        assert PERSIAN.search(words.detail), code
        assert 400 <= words.status < 600, code


def test_an_unknown_address_is_a_problem(client: TestClient) -> None:
    assert_problem(client.get("/nowhere"), 404, "not-found")
    assert_problem(client.get(f"{API}/nowhere"), 404, "not-found")
    assert_problem(client.get("/widget/nothing.js"), 404, "not-found")


def test_a_wrong_method_is_a_problem_that_names_the_right_one(client: TestClient) -> None:
    answer = client.delete(f"{API}/forms")
    assert_problem(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


def test_a_body_that_is_no_json_is_unreadable(client: TestClient) -> None:
    answer = client.post(f"{API}/ask", content=b"{", headers={"Content-Type": "application/json"})
    assert_problem(answer, 400, "unreadable")


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "question", "missing"),
        ({"question": 3}, "question", "string_type"),
        ({"question": ""}, "question", "string_too_short"),
        ({"question": "و" * 20_001}, "question", "string_too_long"),
        ({"question": "مهریه", "answer": 1}, "answer", "extra_forbidden"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_wrong(
    client: TestClient, body: dict[str, object], field: str, code: str
) -> None:
    problem = assert_problem(client.post(f"{API}/ask", json=body), 422, "invalid-request")
    [error] = problem["errors"]
    assert (error["field"], error["code"]) == (field, code)
    assert PERSIAN.search(error["message"])


def test_text_that_is_no_text_is_refused_not_crashed_on(citizen: Citizen) -> None:
    answer = citizen.client.post(
        f"{API}/conversations/{citizen.id}/turns",
        content=b'{"text": "\\ud800"}',
        headers={**citizen.headers, "Content-Type": "application/json"},
    )
    assert_problem(answer, 422, "invalid-request")


def test_a_failure_inside_tells_nothing_of_itself(service: Service) -> None:
    app = create_app(service)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("a secret of the house")

    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/broken")
    assert_problem(answer, 500, "internal")
    assert "secret" not in answer.text


def test_a_body_over_the_limit_is_refused(client: TestClient) -> None:
    announced = client.post(f"{API}/ask", content=b" " * (LARGEST_BODY + 1))
    assert_problem(announced, 413, "too-large")


def test_a_body_over_the_limit_that_was_not_announced_is_refused_too(client: TestClient) -> None:
    pieces = (b" " * 1024 for _ in range(LARGEST_BODY // 1024 + 1))
    answer = client.post(f"{API}/ask", content=pieces, headers={"Content-Type": "application/json"})
    assert_problem(answer, 413, "too-large")


def test_a_problem_outside_the_catalogue_cannot_be_told() -> None:
    with pytest.raises(KeyError):
        Problem("no-such-code").response()
