"""Staff over HTTP: sessions, roles, decisions; and what the citizen then finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from assistant.service import Service, deliver_due
from assistant.storage import Role
from assistant.web import secrets
from tests.web.conftest import API, PASSWORD, Citizen, assert_problem

Headers = dict[str, str]


def test_a_wrong_password_opens_no_session(client: TestClient, staff: Headers) -> None:
    for name in ("sara", "nobody"):
        login = client.post(f"{API}/staff/sessions", json={"name": name, "password": "wrong password"})
        assert_problem(login, 401, "wrong-credentials")


def test_review_is_closed_without_a_session(client: TestClient, citizen: Citizen) -> None:
    assert_problem(client.get(f"{API}/review/drafts"), 401, "credentials-needed")
    as_citizen = client.get(f"{API}/review/drafts", headers=citizen.headers)
    assert_problem(as_citizen, 401, "credentials-needed")


def test_a_session_ends_when_the_account_is_closed(
    client: TestClient, service: Service, staff: Headers
) -> None:
    assert client.get(f"{API}/review/drafts", headers=staff).status_code == 200
    with service.database.transaction() as unit:
        unit.staff.set_active("sara", False)
    assert_problem(client.get(f"{API}/review/drafts", headers=staff), 401, "credentials-needed")


def test_a_session_ends_with_its_time(
    client: TestClient, staff: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "SESSION_SECONDS", -1)
    assert_problem(client.get(f"{API}/review/drafts", headers=staff), 401, "credentials-needed")


def test_a_changed_token_is_none(client: TestClient, staff: Headers) -> None:
    forged = {"Authorization": staff["Authorization"][:-2] + "AA"}
    assert_problem(client.get(f"{API}/review/drafts", headers=forged), 401, "credentials-needed")


def test_the_audit_trail_is_for_administrators(
    client: TestClient, staff: Headers, enrol: Callable[[str, Role], Headers]
) -> None:
    assert_problem(client.get(f"{API}/review/audit", headers=staff), 403, "not-allowed")
    page = client.get(f"{API}/review/audit", headers=enrol("dara", Role.ADMINISTRATOR)).json()
    assert page["first_break"] is None
    assert "staff-added" in {entry["action"] for entry in page["entries"]}


def test_a_confirmed_petition_waits_in_the_queue(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    [line] = client.get(f"{API}/review/drafts", headers=staff).json()
    assert (line["id"], line["status"], line["form"]) == (confirmed[1], "queued", "mahr-claim")


def test_the_folder_holds_facts_documents_and_trail(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    folder = client.get(f"{API}/review/drafts/{confirmed[1]}", headers=staff).json()
    assert folder["facts"]["applicant_name"]
    assert [entry["action"] for entry in folder["trail"]] == ["confirm"]
    link = next(link for link in folder["documents"] if link["name"] == "petition.pdf")
    assert client.get(link["href"], headers=staff).content.startswith(b"%PDF")
    assert_problem(client.get(link["href"], headers=confirmed[0].headers), 401, "credentials-needed")


def test_a_comment_stays_with_staff(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    citizen, draft = confirmed
    path = f"{API}/review/drafts/{draft}"
    assert client.post(f"{path}/comments", json={"text": "نشانی را ببینید"}, headers=staff).status_code == 204
    [comment] = client.get(path, headers=staff).json()["comments"]
    assert (comment["author"], comment["text"]) == ("sara", "نشانی را ببینید")
    assert all("نشانی را ببینید" not in line["text"] for line in citizen.comes_back()["transcript"])
    assert_problem(client.post(f"{path}/comments", json={"text": " "}, headers=staff), 422, "nothing-written")


def test_an_edit_makes_a_revision_with_its_own_documents(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    citizen, draft = confirmed
    facts = client.get(f"{API}/review/drafts/{draft}", headers=staff).json()["facts"]
    changed = {"facts": {**facts, "applicant_father_name": "کاووس"}}
    edited = client.put(f"{API}/review/drafts/{draft}/facts", json=changed, headers=staff).json()
    assert (edited["revision"], edited["created_by"]) == (1, "sara")
    assert {link["draft_id"] for link in citizen.comes_back()["documents"]} == {edited["id"]}
    stale = client.post(f"{API}/review/drafts/{draft}/approval", headers=staff)
    assert_problem(stale, 409, "stale")


def test_an_edit_with_wrong_facts_changes_nothing(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    path = f"{API}/review/drafts/{confirmed[1]}"
    problem = assert_problem(
        client.put(f"{path}/facts", json={"facts": {"claim_value": "هیچ"}}, headers=staff),
        422,
        "wrong-facts",
    )
    assert "claim_value" in {error["field"] for error in problem["errors"]}
    assert client.get(path, headers=staff).json()["draft"]["revision"] == 0


def test_a_question_reaches_the_citizen_and_the_answer_comes_back(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    citizen, draft = confirmed
    asked = {"question": "نشانی کامل شما چیست؟", "field": "applicant_address"}
    assert client.post(f"{API}/review/drafts/{draft}/questions", json=asked, headers=staff).status_code == 204
    last = citizen.comes_back()["transcript"][-1]
    assert asked["question"] in last["text"]
    assert last["id"]
    citizen.says("تهران، خیابان آزادی، کوچه دوم، پلاک ۸")
    [line] = client.get(f"{API}/review/drafts", headers=staff).json()
    comments = client.get(f"{API}/review/drafts/{line['id']}", headers=staff).json()["comments"]
    assert [comment["kind"] for comment in comments] == ["question", "answer"]


def test_a_returned_draft_is_with_the_citizen_again(
    client: TestClient, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    citizen, draft = confirmed
    path = f"{API}/review/drafts/{draft}/return"
    assert client.post(path, json={"reason": "سند ازدواج لازم است"}, headers=staff).status_code == 204
    assert any("سند ازدواج لازم است" in line["text"] for line in citizen.comes_back()["transcript"])
    assert_problem(client.post(path, json={"reason": "باز هم"}, headers=staff), 409, "not-open")


def test_an_approved_draft_is_filed_and_both_sides_see_it(
    client: TestClient, service: Service, staff: Headers, confirmed: tuple[Citizen, str]
) -> None:
    citizen, draft = confirmed
    path = f"{API}/filings/{draft}"
    assert_problem(client.get(path, headers=citizen.headers), 404, "unknown-filing")
    assert client.post(f"{API}/review/drafts/{draft}/approval", headers=staff).status_code == 204
    deliver_due(service)
    for headers in (citizen.headers, staff):
        assert client.get(path, headers=headers).json()["status"] == "handed"
    assert_problem(client.get(path, headers=Citizen(client).headers), 404, "unknown-filing")
    assert any("کد رهگیری" in line["text"] for line in citizen.comes_back()["transcript"])


def test_unknown_drafts_are_a_problem(client: TestClient, staff: Headers) -> None:
    answer = client.get(f"{API}/review/drafts/{'0' * 32}", headers=staff)
    assert_problem(answer, 404, "unknown-draft")


def test_a_session_tells_who_it_is_of(client: TestClient, staff: Headers) -> None:
    session = client.post(f"{API}/staff/sessions", json={"name": "sara", "password": PASSWORD}).json()
    assert (session["name"], session["role"]) == ("sara", "reviewer")
