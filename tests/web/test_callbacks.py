"""Reports of gateways: signed ones are recorded, others are not."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.service import Desk, Service, deliver_due
from assistant.web.house import House
from tests.web.conftest import API, Citizen, assert_problem


@pytest.fixture
def handed(service: Service, confirmed: tuple[Citizen, str]) -> tuple[Citizen, str, dict[str, str]]:
    """A filed draft, and the report of the gateway about it."""
    citizen, draft_id = confirmed
    Desk(service).approve(draft_id, "sara")
    deliver_due(service)
    with service.database.transaction() as unit:
        draft = unit.drafts.get(draft_id)
    assert draft is not None
    report = {"tracking_code": draft.tracking_code, "status": "registered", "reference": "1405-77"}
    return citizen, draft_id, report


def send(
    client: TestClient,
    report: dict[str, str],
    *,
    gateway: str = "folder",
    at: float | None = None,
    **changes: Any,
) -> Any:
    house: House = client.app.state.house  # type: ignore[attr-defined]
    body = json.dumps(report).encode()
    timestamp = str(int(at or time.time()))
    signature = house.secrets.signature(timestamp, body)
    headers = {
        "Dadkhah-Timestamp": timestamp,
        "Dadkhah-Signature": signature,
        "Content-Type": "application/json",
    }
    return client.post(
        f"{API}/callbacks/{gateway}",
        content=changes.get("body", body),
        headers={**headers, **changes.get("headers", {})},
    )


def test_a_signed_report_is_recorded_and_shown(
    client: TestClient, handed: tuple[Citizen, str, dict[str, str]], service: Service
) -> None:
    citizen, draft_id, report = handed
    assert send(client, report).json() == {"draft_id": draft_id, "recorded": True}
    [shown] = client.get(f"{API}/filings/{draft_id}", headers=citizen.headers).json()["reports"]
    assert (shown["status"], shown["reference"]) == ("registered", "1405-77")
    with service.database.transaction() as unit:
        last = unit.audit.trail(draft_id)[-1]
    assert (last.actor, last.action) == ("folder", "gateway-report")


def test_the_same_report_again_changes_nothing(
    client: TestClient, handed: tuple[Citizen, str, dict[str, str]]
) -> None:
    citizen, draft_id, report = handed
    assert [send(client, report).json()["recorded"] for _ in range(2)] == [True, False]
    assert len(client.get(f"{API}/filings/{draft_id}", headers=citizen.headers).json()["reports"]) == 1


def test_a_report_that_is_not_signed_rightly_is_refused(
    client: TestClient, handed: tuple[Citizen, str, dict[str, str]]
) -> None:
    report = handed[2]
    wrong = send(client, report, headers={"Dadkhah-Signature": "0" * 64})
    changed = send(client, report, body=json.dumps({**report, "status": "rejected"}).encode())
    old = send(client, report, at=time.time() - 600)
    for answer in (wrong, changed, old):
        assert_problem(answer, 401, "wrong-signature")


def test_a_report_without_a_signature_is_refused(client: TestClient) -> None:
    answer = client.post(f"{API}/callbacks/folder", json={})
    assert_problem(answer, 422, "invalid-request")


def test_a_gateway_that_is_not_in_use_cannot_report(
    client: TestClient, handed: tuple[Citizen, str, dict[str, str]]
) -> None:
    assert_problem(send(client, handed[2], gateway="office"), 404, "unknown-gateway")


def test_a_report_about_nothing_that_was_filed_is_refused(
    client: TestClient, handed: tuple[Citizen, str, dict[str, str]]
) -> None:
    answer = send(client, {**handed[2], "tracking_code": "DK-0000-0000"})
    assert_problem(answer, 404, "unknown-filing")
