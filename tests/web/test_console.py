"""The staff pages, as a browser would use them: cookies, forms, redirects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from assistant.dialogue import Said
from assistant.review import add_staff
from assistant.service import Desk, Evidence, Service, TurnResult
from assistant.storage import DraftStatus, Role
from assistant.web.app import create_app
from tests.evidence.files import pdf, photo

PASSWORD = "a long enough password"


@pytest.fixture
def browser(service: Service) -> Iterator[TestClient]:
    with service.database.transaction() as unit:
        add_staff(unit, "reviewer", Role.REVIEWER, PASSWORD, "test")
        add_staff(unit, "chief", Role.ADMINISTRATOR, PASSWORD, "test")
    with TestClient(create_app(service)) as client:
        yield client


@pytest.fixture
def draft_id(service: Service, fill: Callable[[Service, str, str], TurnResult]) -> str:
    conversation, _ = service.begin("web", "someone")
    fill(service, conversation, "mahr-claim")
    service.turn(conversation, Said(text="تأیید می‌کنم"))
    return Desk(service).queue()[0].id


def log_in(browser: TestClient, name: str = "reviewer") -> None:
    page = browser.post("/staff/login", data={"name": name, "password": PASSWORD})
    assert page.status_code == 200
    assert name in page.text


def csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def decide(browser: TestClient, draft_id: str, what: str, **fields: str) -> str:
    token = csrf(browser.get(f"/staff/drafts/{draft_id}").text)
    return browser.post(f"/staff/drafts/{draft_id}/{what}", data={"csrf": token, **fields}).text


def test_without_a_session_every_page_leads_to_the_login(browser: TestClient) -> None:
    for address in ("/staff", "/staff/queue", "/staff/accounts", f"/staff/drafts/{'0' * 32}"):
        assert browser.get(address).url.path == "/staff/login"


def test_a_wrong_password_is_refused_without_saying_which_part_is_wrong(browser: TestClient) -> None:
    page = browser.post("/staff/login", data={"name": "reviewer", "password": "wrong"})
    assert page.status_code == 401
    assert "گذرواژه درست نیست" in page.text


def test_the_draft_stands_beside_its_facts_and_its_law(browser: TestClient, draft_id: str) -> None:
    log_in(browser)
    assert f"/staff/drafts/{draft_id}" in browser.get("/staff").text
    page = browser.get(f"/staff/drafts/{draft_id}").text
    assert "۱۱۴ سکه تمام بهار آزادی" in page
    assert "ماده ۱۰۸۲ قانون مدنی" in page
    assert "petition.pdf" in page


def test_exhibits_are_listed_and_can_be_opened(browser: TestClient, service: Service, draft_id: str) -> None:
    conversation = Desk(service).queue()[0].conversation_id
    evidence = Evidence(service)
    stored = evidence.attach(conversation, photo(), title="تصویر <b>سند")
    evidence.attach(conversation, pdf(), title="گردش حساب")
    address = f"/staff/drafts/{draft_id}/exhibits/{stored.id}"
    assert browser.get(address).url.path == "/staff/login"
    log_in(browser)
    page = browser.get(f"/staff/drafts/{draft_id}").text
    assert "تصویر &lt;b&gt;سند" in page
    assert "گردش حساب" in page
    assert "هنوز مانده: تصویر مصدق سند ازدواج" in page
    assert "پیوست تازه" in page  # in the trail
    shown = browser.get(address)
    assert shown.headers["content-disposition"].startswith("inline")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert browser.get(f"/staff/drafts/{draft_id}/documents/exhibits.pdf").content.startswith(b"%PDF")
    assert browser.get(f"/staff/drafts/{draft_id}/exhibits/{'0' * 32}").status_code == 404


def test_an_approval_takes_the_draft_out_of_the_queue(
    browser: TestClient, service: Service, draft_id: str
) -> None:
    log_in(browser)
    assert "تأیید شد" in decide(browser, draft_id, "approve")
    with service.database.transaction() as unit:
        draft = unit.drafts.get(draft_id)
    assert draft is not None
    assert draft.status is DraftStatus.APPROVED


def test_a_form_of_another_page_changes_nothing(browser: TestClient, service: Service, draft_id: str) -> None:
    log_in(browser)
    assert browser.post(f"/staff/drafts/{draft_id}/approve", data={"csrf": "0" * 64}).status_code == 403
    assert Desk(service).queue()


def test_wrong_facts_are_shown_where_they_were_typed_and_nothing_is_stored(
    browser: TestClient, service: Service, draft_id: str
) -> None:
    log_in(browser)
    facts = {name: str(value) for name, value in Desk(service).queue()[0].facts.items()}
    page = decide(browser, draft_id, "edit", **{**facts, "applicant_mobile": "12345"})
    assert "12345" in page
    assert 'class="wrong"' in page
    assert [draft.id for draft in Desk(service).queue()] == [draft_id]


def test_an_edit_leads_to_the_new_revision(browser: TestClient, service: Service, draft_id: str) -> None:
    log_in(browser)
    facts = {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in Desk(service).queue()[0].facts.items()
    }
    page = decide(browser, draft_id, "edit", **{**facts, "mahr_description": "۳۰۰ سکه تمام بهار آزادی"})
    assert "نسخه ویرایش‌شده ساخته شد" in page
    assert "۳۰۰ سکه تمام بهار آزادی" in page


def test_a_question_waits_for_the_citizen(browser: TestClient, service: Service, draft_id: str) -> None:
    log_in(browser)
    decide(browser, draft_id, "ask", text="مهریه چند سکه است؟", field="mahr_description")
    draft = Desk(service).queue()[0]
    assert draft.status is DraftStatus.ASKED
    assert any("چند سکه" in item["text"] for item in service.news(draft.conversation_id))


def test_an_empty_reason_is_refused(browser: TestClient, draft_id: str) -> None:
    log_in(browser)
    assert "چیزی ننوشته‌اید" in decide(browser, draft_id, "return", text="  ")


def test_only_administrators_see_accounts(browser: TestClient) -> None:
    log_in(browser)
    assert browser.get("/staff/accounts").status_code == 403


def test_an_administrator_makes_and_closes_accounts(browser: TestClient, service: Service) -> None:
    log_in(browser, "chief")
    page = browser.get("/staff/accounts")
    assert "دست‌نخورده" in page.text
    token = csrf(page.text)
    new = {"csrf": token, "name": "second", "role": "reviewer", "password": PASSWORD}
    assert "حساب ساخته شد" in browser.post("/staff/accounts", data=new).text
    browser.post("/staff/accounts/state", data={"csrf": token, "name": "second", "active": "false"})
    with service.database.transaction() as unit:
        member = unit.staff.get("second")
    assert member is not None
    assert not member.active


def test_logging_out_ends_the_session(browser: TestClient) -> None:
    log_in(browser)
    browser.post("/staff/logout", data={"csrf": csrf(browser.get("/staff").text)})
    assert browser.get("/staff").url.path == "/staff/login"
