"""Answers, forms and drafts without a conversation."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient

from assistant.service import Rooms
from tests.web.conftest import API, assert_problem


@pytest.fixture
def facts(rooms: Rooms) -> dict[str, Any]:
    example = rooms.corpus.form_dir("mahr-claim") / "example.yaml"
    return dict(yaml.safe_load(example.read_text(encoding="utf-8")))


def test_a_question_is_answered_with_the_law_and_a_form(client: TestClient, rooms: Rooms) -> None:
    answer = client.post(f"{API}/ask", json={"question": "شوهرم مهریه‌ام را نمی‌دهد"}).json()
    assert answer["forms"][0]["slug"] == "mahr-claim"
    assert not answer["out_of_scope"]
    assert answer["citations"]
    for cited in answer["citations"]:
        assert rooms.corpus.article(f"{cited['law']}:{cited['article']}").title == cited["title"]


def test_articles_are_found_best_first(client: TestClient) -> None:
    found = client.post(f"{API}/retrieve", json={"question": "مهریه", "k": 5}).json()["results"]
    assert len(found) == 5
    assert [item["score"] for item in found] == sorted((item["score"] for item in found), reverse=True)


def test_all_forms_are_listed(client: TestClient, rooms: Rooms) -> None:
    listed = client.get(f"{API}/forms").json()
    assert {form["slug"] for form in listed} == set(rooms.corpus.claims)


def test_a_form_shows_its_fields_in_the_order_of_the_interview(client: TestClient, rooms: Rooms) -> None:
    page = client.get(f"{API}/forms/mahr-claim").json()
    assert [field["name"] for field in page["fields"]] == [
        field.name for field in rooms.corpus.forms["mahr-claim"].fields
    ]
    assert all(field["question"] for field in page["fields"])


def test_an_unknown_form_is_a_problem(client: TestClient) -> None:
    assert_problem(client.get(f"{API}/forms/no-such-form"), 404, "unknown-form")
    draft = client.post(f"{API}/drafts", json={"slug": "no-such-form", "facts": {}})
    assert_problem(draft, 404, "unknown-form")


def test_facts_become_documents(client: TestClient, facts: dict[str, Any]) -> None:
    answer = client.post(f"{API}/drafts", json={"slug": "mahr-claim", "facts": facts})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert set(archive.namelist()) == {"petition.pdf", "petition.docx", "petition.json", "petition.txt"}
        assert facts["applicant_name"] in archive.read("petition.txt").decode()


def test_wrong_facts_are_told_field_by_field(client: TestClient, facts: dict[str, Any]) -> None:
    wrong = {**facts, "applicant_national_id": "12"}
    del wrong["mahr_description"]
    answer = client.post(f"{API}/drafts", json={"slug": "mahr-claim", "facts": wrong})
    problem = assert_problem(answer, 422, "wrong-facts")
    assert {error["field"] for error in problem["errors"]} == {"applicant_national_id", "mahr_description"}
    assert all(error["message"] for error in problem["errors"])
