"""A conversation over HTTP: begun, led, resumed; its token opens it and nothing else does."""

from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from assistant.service import Service
from tests.web.conftest import API, Citizen, assert_problem

STORY = "شوهرم مهریه‌ام را نمی‌دهد"


def test_a_conversation_begins_with_a_token_and_a_welcome(client: TestClient) -> None:
    answer = client.post(f"{API}/conversations")
    assert answer.status_code == 201
    begun = answer.json()
    assert len(begun["token"]) == 43  # 32 bytes in URL-safe base64
    assert begun["state"] == "guidance"
    assert "دادخواه" in begun["messages"][0]["text"]


def test_the_token_is_not_kept(service: Service, citizen: Citizen) -> None:
    with service.database.transaction() as unit:
        record = unit.conversations.get(citizen.id)
    assert record is not None
    assert record.channel == "web"
    assert citizen.begun["token"] not in record.address
    assert len(record.address) == 64


def test_beginning_again_with_the_same_key_gives_the_same_conversation(client: TestClient) -> None:
    key = {"Idempotency-Key": uuid4().hex}
    first, again = (client.post(f"{API}/conversations", headers=key).json() for _ in range(2))
    other = client.post(f"{API}/conversations", headers={"Idempotency-Key": uuid4().hex}).json()
    assert first == again
    assert other["id"] != first["id"]
    assert other["token"] != first["token"]


def test_a_key_that_could_be_guessed_begins_nothing(client: TestClient) -> None:
    answer = client.post(f"{API}/conversations", headers={"Idempotency-Key": "guessable"})
    assert_problem(answer, 422, "invalid-request")


def test_a_turn_answers_with_messages_choices_and_where_one_stands(citizen: Citizen) -> None:
    answer = citizen.says(STORY)
    assert answer["state"] == "choosing"
    offered = [choice["id"] for message in answer["messages"] for choice in message["choices"]]
    assert "form:mahr-claim" in offered


def test_a_choice_starts_the_form_and_the_road_tells_what_is_missing(citizen: Citizen) -> None:
    citizen.says(STORY)
    answer = citizen.picks("form:mahr-claim")
    assert answer["form"] == "mahr-claim"
    assert "مهریه" in answer["road"]["title"]
    assert [item["field"] for item in answer["road"]["missing"]] == answer["missing"]
    assert all(item["label"] for item in answer["road"]["missing"])


def test_the_road_shows_facts_as_people_read_them(citizen: Citizen) -> None:
    citizen.says(STORY)
    citizen.picks("form:mahr-claim")
    citizen.says("مریم نمونه")
    known = citizen.says("0012345679")["road"]["known"]
    assert {"field": "applicant_national_id", "value": "۰۰۱۲۳۴۵۶۷۹"}.items() <= known[-1].items()


def test_the_same_turn_sent_twice_is_run_once(citizen: Citizen) -> None:
    key = uuid4().hex
    first, again = citizen.says(STORY, key), citizen.says(STORY, key)
    assert first == again
    said = [line for line in citizen.comes_back()["transcript"] if line["by"] == "citizen"]
    assert [line["text"] for line in said] == [STORY]


def test_coming_back_shows_all_that_was_said_in_order(citizen: Citizen) -> None:
    citizen.says(STORY)
    answer = citizen.picks("form:mahr-claim")
    back = citizen.comes_back()
    said = [line["text"] for line in back["transcript"] if line["by"] == "citizen"]
    assert said == [STORY, "دادخواست مطالبه مهریه"]
    assert back["transcript"][0]["text"] == citizen.begun["messages"][0]["text"]
    assert back["transcript"][-1] == answer["messages"][-1]
    assert {key: back[key] for key in ("state", "form", "asking", "missing", "road")} == {
        key: answer[key] for key in ("state", "form", "asking", "missing", "road")
    }


def test_coming_back_after_the_end_finds_the_documents(confirmed: tuple[Citizen, str]) -> None:
    citizen, draft_id = confirmed
    back = citizen.comes_back()
    assert back["state"] == "done"
    assert {link["name"] for link in back["documents"]} == {
        "petition.pdf",
        "petition.docx",
        "petition.json",
        "petition.txt",
    }
    assert {link["draft_id"] for link in back["documents"]} == {draft_id}
    assert back["transcript"][-1]["documents"]


@pytest.mark.parametrize("body", [{}, {"text": "سلام", "choice_id": "form:mahr-claim"}])
def test_a_turn_is_a_text_or_a_choice(citizen: Citizen, body: dict[str, str]) -> None:
    answer = citizen.client.post(
        f"{API}/conversations/{citizen.id}/turns", json=body, headers=citizen.headers
    )
    problem = assert_problem(answer, 422, "invalid-request")
    assert problem["errors"][0]["code"] == "one_of"


def test_without_a_token_there_is_no_conversation(citizen: Citizen) -> None:
    for answer in (
        citizen.client.get(f"{API}/conversations/{citizen.id}"),
        citizen.client.get(f"{API}/conversations/{citizen.id}/events"),
        citizen.client.post(f"{API}/conversations/{citizen.id}/turns", json={"text": "سلام"}),
    ):
        assert_problem(answer, 401, "credentials-needed")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_another_citizens_token_opens_nothing(client: TestClient) -> None:
    mine, other = Citizen(client), Citizen(client)
    answer = client.get(f"{API}/conversations/{mine.id}", headers=other.headers)
    unknown = client.get(f"{API}/conversations/{'0' * 32}", headers=other.headers)
    assert_problem(answer, 404, "unknown-conversation")
    assert answer.json() == unknown.json()  # nothing tells that the first one exists


def test_a_conversation_of_another_channel_is_not_opened_by_its_address(
    client: TestClient, service: Service
) -> None:
    id_, _ = service.begin("telegram", "4711")
    answer = client.get(f"{API}/conversations/{id_}", headers={"Authorization": "Bearer 4711"})
    assert_problem(answer, 404, "unknown-conversation")


def test_documents_come_with_the_conversations_token_only(confirmed: tuple[Citizen, str]) -> None:
    citizen, draft_id = confirmed
    path = f"{API}/documents/{draft_id}/petition.pdf"
    answer = citizen.client.get(path, headers=citizen.headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="petition.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith(b"%PDF")
    assert_problem(citizen.client.get(path), 401, "credentials-needed")
    other = Citizen(citizen.client)
    assert_problem(citizen.client.get(path, headers=other.headers), 404, "unknown-document")
    missing = citizen.client.get(f"{API}/documents/{draft_id}/petition.exe", headers=citizen.headers)
    assert_problem(missing, 404, "unknown-document")
