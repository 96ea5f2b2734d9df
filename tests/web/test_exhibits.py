"""Exhibits over HTTP: real files, real limits, and nothing for strangers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest
from fastapi.testclient import TestClient
from PIL import Image

from assistant.evidence import limits
from assistant.service import Desk, Service, TurnResult
from tests.evidence.files import acting_pdf, pdf, photo, telling_photo
from tests.web.conftest import API, Citizen, assert_problem

Json = dict[str, Any]
CERTIFICATE, CARD = "تصویر مصدق سند ازدواج", "تصویر کارت ملی خواهان"


class Attaching:
    """A citizen who attaches files."""

    def __init__(self, citizen: Citizen) -> None:
        self.citizen = citizen
        self.path = f"{API}/conversations/{citizen.id}/exhibits"

    def send(self, content: bytes, name: str = "file.jpg", key: str | None = None, **fields: str) -> Any:
        headers = {**self.citizen.headers, "Idempotency-Key": key or uuid4().hex}
        return self.citizen.client.post(
            self.path, files={"file": (name, content, "text/html")}, data=fields, headers=headers
        )

    def attach(self, content: bytes, **fields: str) -> Json:
        answer = self.send(content, **fields)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def ask(self, method: str, path: str = "", **sent: Any) -> Any:
        return self.citizen.client.request(method, self.path + path, headers=self.citizen.headers, **sent)

    def listed(self) -> Json:
        answer = self.ask("GET")
        assert answer.status_code == 200
        return dict(answer.json())


@pytest.fixture
def attaching(citizen: Citizen) -> Attaching:
    return Attaching(citizen)


@pytest.fixture
def with_form(
    attaching: Attaching, service: Service, fill: Callable[[Service, str, str], TurnResult]
) -> Attaching:
    fill(service, attaching.citizen.id, "mahr-claim")
    return attaching


def test_a_photo_is_attached_whatever_it_claims_to_be(attaching: Attaching) -> None:
    made = attaching.attach(telling_photo(), name="../../evil.html", title="تصویر سند")
    assert (made["number"], made["title"], made["kind"], made["pages"]) == (1, "تصویر سند", "image", 1)
    answer = attaching.ask("GET", f"/{made['id']}")
    assert dict(Image.open(io.BytesIO(answer.content)).getexif()) == {}
    assert made["href"].endswith(f"/exhibits/{made['id']}")


def test_the_content_goes_out_under_headers_that_let_it_do_nothing(attaching: Attaching) -> None:
    made = attaching.attach(acting_pdf(), name="report.pdf")
    answer = attaching.ask("GET", f"/{made['id']}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="exhibit-1.pdf"'
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert b"JavaScript" not in answer.content


def test_the_list_says_what_the_form_asks_for_and_what_is_missing(with_form: Attaching) -> None:
    before = with_form.listed()
    assert before["missing"] == [CERTIFICATE, CARD]
    assert {"text": CARD, "required": True} in before["asked_for"]
    with_form.attach(photo(), asked_for=CARD)
    after = with_form.listed()
    assert after["missing"] == [CERTIFICATE]
    assert after["exhibits"][0]["title"] == CARD
    assert after["open"]
    assert after["limits"]["file_bytes"] == limits().file_bytes


def test_the_same_upload_sent_twice_is_attached_once(attaching: Attaching) -> None:
    key = uuid4().hex
    first, again = attaching.send(photo(), key=key), attaching.send(photo(), key=key)
    assert first.json() == again.json()
    assert len(attaching.listed()["exhibits"]) == 1


def test_an_exhibit_is_renamed_moved_and_removed(with_form: Attaching) -> None:
    first, second = with_form.attach(photo(), title="الف"), with_form.attach(pdf(), title="ب")
    answer = with_form.ask(
        "PATCH", f"/{second['id']}", json={"title": "نام تازه", "number": 1, "asked_for": CARD}
    )
    assert [(e["number"], e["title"]) for e in answer.json()["exhibits"]] == [(1, "نام تازه"), (2, "الف")]
    assert answer.json()["missing"] == [CERTIFICATE]
    answer = with_form.ask("DELETE", f"/{second['id']}")
    assert [(e["number"], e["id"]) for e in answer.json()["exhibits"]] == [(1, first["id"])]
    assert_problem(with_form.ask("GET", f"/{second['id']}"), 404, "unknown-exhibit")
    assert_problem(with_form.ask("DELETE", f"/{second['id']}"), 404, "unknown-exhibit")


def test_the_bundle_is_one_pdf(with_form: Attaching) -> None:
    assert_problem(with_form.ask("GET", "/bundle"), 404, "unknown-exhibit")
    with_form.attach(photo(), title="تصویر سند ازدواج")
    answer = with_form.ask("GET", "/bundle")
    assert answer.headers["content-disposition"] == 'attachment; filename="exhibits.pdf"'
    assert len(pypdfium2.PdfDocument(answer.content)) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<script>alert(1)</script>", "unknown-kind"),
        (b"PK\x03\x04 a word document", "office"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (photo()[:500], "broken-image"),
        (b"", "empty"),
    ],
)
def test_a_file_that_is_not_taken_is_told_with_what_to_do(
    attaching: Attaching, content: bytes, reason: str
) -> None:
    problem = assert_problem(attaching.send(content, name="photo.jpg"), 422, "exhibit-refused")
    assert problem["errors"][0]["code"] == reason
    assert problem["detail"] == problem["errors"][0]["message"]
    assert attaching.listed()["exhibits"] == []


def test_a_file_over_the_limit_is_refused(attaching: Attaching) -> None:
    too_large = b"\xff\xd8\xff" + bytes(limits().file_bytes)
    assert_problem(attaching.send(too_large), 413, "exhibit-too-large")


def test_a_body_is_cut_off_before_all_of_it_was_sent(attaching: Attaching) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        while taken < 4 * limits().file_bytes:
            taken += 1 << 20
            yield bytes(1 << 20)

    headers = {**attaching.citizen.headers, "Content-Type": "multipart/form-data; boundary=cut"}
    answer = attaching.citizen.client.post(attaching.path, content=endless(), headers=headers)
    assert_problem(answer, 413, "exhibit-too-large")


def test_a_body_announced_as_too_large_is_not_read_at_all(attaching: Attaching) -> None:
    headers = {**attaching.citizen.headers, "Content-Length": str(100 * 1024 * 1024)}
    answer = attaching.citizen.client.post(attaching.path, content=iter([b"x"]), headers=headers)
    assert_problem(answer, 413, "exhibit-too-large")


def test_other_bodies_stay_as_small_as_they_were(attaching: Attaching) -> None:
    citizen = attaching.citizen
    big = {"text": "ا" * 300_000}
    answer = citizen.client.post(f"{API}/conversations/{citizen.id}/turns", json=big, headers=citizen.headers)
    assert_problem(answer, 413, "too-large")


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"json": {"file": "x"}}, 415, "unsupported-media"),
        ({"data": {"title": "x"}, "files": {"other": ("a.jpg", b"x")}}, 422, "invalid-request"),
        ({"files": {"file": ("a.jpg", b"x")}, "data": {"title": "x" * 5000}}, 400, "unreadable"),
        (
            {"content": b"not multipart", "headers": {"Content-Type": "multipart/form-data; boundary=b"}},
            400,
            "unreadable",
        ),
    ],
)
def test_what_is_no_upload_is_told_so(attaching: Attaching, sent: Json, status: int, code: str) -> None:
    headers = {**attaching.citizen.headers, **sent.pop("headers", {})}
    answer = attaching.citizen.client.post(attaching.path, headers=headers, **sent)
    assert_problem(answer, status, code)


def test_strangers_find_nothing(attaching: Attaching, client: TestClient) -> None:
    made = attaching.attach(photo())
    stranger = Attaching(Citizen(client))
    of_mine = {"headers": stranger.citizen.headers}
    for method, path in (
        ("GET", ""),
        ("GET", f"/{made['id']}"),
        ("DELETE", f"/{made['id']}"),
        ("GET", "/bundle"),
    ):
        assert_problem(client.request(method, attaching.path + path), 401, "credentials-needed")
        assert_problem(client.request(method, attaching.path + path, **of_mine), 404, "unknown-conversation")
    assert_problem(stranger.ask("GET", f"/{made['id']}"), 404, "unknown-exhibit")
    assert_problem(stranger.ask("DELETE", f"/{made['id']}"), 404, "unknown-exhibit")
    upload = {"files": {"file": ("a.jpg", photo())}}
    assert_problem(client.post(attaching.path, **upload), 401, "credentials-needed")
    assert_problem(client.post(attaching.path, **upload, **of_mine), 404, "unknown-conversation")


def test_the_number_of_exhibits_is_limited(attaching: Attaching, monkeypatch: pytest.MonkeyPatch) -> None:
    few = limits().model_copy(update={"exhibits": 1})
    monkeypatch.setattr("assistant.service.attached.limits", lambda: few)
    attaching.attach(photo())
    problem = assert_problem(attaching.send(photo()), 409, "exhibits-full")
    assert "۱ پیوست" in problem["detail"]


def test_uploads_count_as_turns_do(make_service: Callable[..., Service]) -> None:
    from assistant.web.app import create_app

    with TestClient(create_app(make_service(requests_per_minute=2))) as client:
        attaching = Attaching(Citizen(client))
        for _ in range(2):
            attaching.attach(photo())
        assert_problem(attaching.send(photo()), 429, "too-many-requests")


def test_staff_see_what_was_attached_and_then_it_is_closed(
    with_form: Attaching, service: Service, staff: dict[str, str]
) -> None:
    made = with_form.attach(photo(), title="تصویر سند")
    answer = with_form.citizen.picks("confirm")
    draft_id = answer["documents"][0]["draft_id"]
    assert "exhibits.pdf" in {link["name"] for link in answer["documents"]}
    client = with_form.citizen.client
    folder = client.get(f"{API}/review/drafts/{draft_id}", headers=staff).json()
    assert [exhibit["title"] for exhibit in folder["exhibits"]] == ["تصویر سند"]
    content = client.get(folder["exhibits"][0]["href"], headers=staff)
    assert content.content.startswith(b"\xff\xd8\xff")
    assert_problem(client.get(folder["exhibits"][0]["href"]), 401, "credentials-needed")
    other = f"{API}/review/drafts/{draft_id}/exhibits/{'0' * 32}"
    assert_problem(client.get(other, headers=staff), 404, "unknown-exhibit")
    Desk(service).approve(draft_id, "sara")
    assert_problem(with_form.send(photo()), 409, "exhibits-closed")
    assert_problem(with_form.ask("DELETE", f"/{made['id']}"), 409, "exhibits-closed")
    assert not with_form.listed()["open"]
