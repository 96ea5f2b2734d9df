"""The real application over a real service; a citizen and a member of staff who use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from assistant.review import add_staff
from assistant.service import Service, TurnResult
from assistant.storage import Role
from assistant.web.app import create_app

API = "/api/v1"
PASSWORD = "a long password"
Json = dict[str, Any]


@dataclass
class Citizen:
    """Someone with a conversation."""

    client: TestClient
    begun: Json = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begun = self.client.post(f"{API}/conversations").json()

    @property
    def id(self) -> str:
        return str(self.begun["id"])

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.begun['token']}"}

    def says(self, text: str, key: str | None = None) -> Json:
        return self._turn({"text": text}, key)

    def picks(self, choice_id: str) -> Json:
        return self._turn({"choice_id": choice_id}, None)

    def comes_back(self) -> Json:
        answer = self.client.get(f"{API}/conversations/{self.id}", headers=self.headers)
        assert answer.status_code == 200
        return dict(answer.json())

    def _turn(self, body: Json, key: str | None) -> Json:
        headers = {**self.headers, "Idempotency-Key": key or uuid4().hex}
        answer = self.client.post(f"{API}/conversations/{self.id}/turns", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(create_app(service), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def citizen(client: TestClient) -> Citizen:
    return Citizen(client)


@pytest.fixture
def confirmed(
    service: Service, citizen: Citizen, fill: Callable[[Service, str, str], TurnResult]
) -> tuple[Citizen, str]:
    """A citizen whose petition waits for staff, and the draft's id."""
    fill(service, citizen.id, "mahr-claim")
    answer = citizen.picks("confirm")
    assert answer["state"] == "done"
    return citizen, str(answer["documents"][0]["draft_id"])


@pytest.fixture
def enrol(service: Service, client: TestClient) -> Callable[[str, Role], dict[str, str]]:
    """Make an account, log in, and return the headers of the session."""

    def add(name: str, role: Role = Role.REVIEWER) -> dict[str, str]:
        with service.database.transaction() as unit:
            add_staff(unit, name, role, PASSWORD, actor="test")
        login = client.post(f"{API}/staff/sessions", json={"name": name, "password": PASSWORD})
        assert login.status_code == 201
        return {"Authorization": f"Bearer {login.json()['token']}"}

    return add


@pytest.fixture
def staff(enrol: Callable[[str], dict[str, str]]) -> dict[str, str]:
    return enrol("sara")


def assert_problem(answer: Any, status: int, code: str) -> Json:
    """Hold an answer against RFC 9457 and return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: Json = answer.json()
    assert body["code"] == code
    assert body["type"] == f"urn:dadkhah:problem:{code}"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body
