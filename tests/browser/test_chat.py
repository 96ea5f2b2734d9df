"""From the story to the documents, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, Route, expect

from assistant.service import Desk, Rooms, Service, TurnResult
from tests.browser.chat import Chat

STORY = "شوهرم مهریه‌ام را نمی‌دهد"
FORM = "دادخواست مطالبه مهریه"
Fill = Callable[[Service, str, str], TurnResult]


def answer_all(chat: Chat, service: Service, facts: dict[str, Any]) -> None:
    """Answer whatever is asked until the petition is shown."""
    for _ in range(40):
        line = service.standing(chat.conversation).line
        if line["state"] == "preview":
            return
        value = facts.get(line["asking"])
        match value:
            case None:
                chat.pick("رد کن")
            case bool():
                chat.pick("بله" if value else "خیر")
            case int():
                chat.say(f"{value} ریال")
            case _:
                chat.say(str(value))
    raise AssertionError("no preview")


def test_from_the_story_to_the_documents(chat: Chat, service: Service, rooms: Rooms, tmp_path: Path) -> None:
    example = rooms.corpus.form_dir("mahr-claim") / "example.yaml"
    facts = yaml.safe_load(example.read_text(encoding="utf-8"))
    complaints: list[str] = []
    chat.page.on("console", lambda said: complaints.append(said.text))
    chat.say(STORY)
    expect(chat.log).to_contain_text("قانون مدنی")
    chat.pick(FORM)
    answer_all(chat, service, facts)

    paper = chat.page.get_by_role("article", name="پیش‌نمایش نوشته")
    expect(paper).to_contain_text(facts["applicant_name"])
    expect(chat.page.get_by_text("همهٔ چیزهای لازم گفته شده است.")).to_be_visible()
    chat.pick("تأیید می‌کنم")

    for name, start in (("نسخهٔ چاپ و امضا", b"%PDF"), ("نسخهٔ قابل ویرایش", b"PK")):
        with chat.page.expect_download() as download:
            chat.page.get_by_role("button", name=name).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.read_bytes().startswith(start)
    assert not complaints  # nothing against the content security policy, nothing missing


def test_a_reload_goes_on_where_one_was(chat: Chat) -> None:
    chat.say(STORY)
    chat.pick(FORM)
    chat.say("مریم نمونه")
    before = chat.log.inner_text()
    chat.page.reload()
    chat.waits()
    assert chat.log.inner_text() == before
    expect(chat.page.get_by_label("پیشرفت نوشته").first).to_contain_text("مریم نمونه")


def test_what_was_being_typed_is_there_after_a_reload(chat: Chat) -> None:
    chat.field.fill("سال گذشته ازدواج کردم و")
    chat.page.reload()
    chat.waits()
    expect(chat.field).to_have_value("سال گذشته ازدواج کردم و")


def test_a_turn_that_failed_is_sent_again_as_the_same_turn(chat: Chat) -> None:
    keys: list[str] = []

    def refuse_once(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    chat.page.route("**/turns", refuse_once)
    chat.say(STORY)
    expect(chat.failure).to_contain_text("فرستاده نشد")
    chat.pick("دوباره بفرست")
    expect(chat.button(FORM)).to_be_visible()
    expect(chat.failure).to_have_count(0)
    assert keys[0] == keys[1]
    assert chat.said_by_me() == [STORY]


def test_an_answer_lost_on_the_way_is_fetched_after_a_reload(chat: Chat) -> None:
    def lose(route: Route) -> None:
        route.fetch()  # the server has run the turn
        route.abort("connectionreset")

    chat.page.route("**/turns", lose)
    chat.say(STORY)
    expect(chat.failure).to_be_visible()
    chat.page.unroute("**/turns")
    chat.page.reload()
    chat.waits()
    expect(chat.button(FORM)).to_be_visible()
    assert chat.said_by_me() == [STORY]
    assert chat.kept()["outbox"] == []


def test_what_is_written_after_a_failure_follows_what_failed(chat: Chat) -> None:
    chat.page.route("**/turns", lambda route: route.abort())
    chat.say("سلام")
    chat.page.unroute("**/turns")
    chat.say(STORY)
    expect(chat.button(FORM)).to_be_visible()
    assert chat.said_by_me() == ["سلام", STORY]
    chat.page.reload()
    chat.waits()
    assert chat.said_by_me() == ["سلام", STORY]


def test_what_the_server_will_never_take_goes_back_to_the_field(chat: Chat) -> None:
    refusal = {"code": "invalid-request", "title": "نادرست", "detail": "این متن خیلی بلند است."}
    chat.page.route("**/turns", lambda route: route.fulfill(status=422, json=refusal))
    chat.field.fill(STORY)
    chat.button("فرستادن").click()
    expect(chat.failure).to_contain_text("این متن خیلی بلند است.")
    expect(chat.field).to_have_value(STORY)
    assert chat.kept()["outbox"] == []


def test_an_error_of_the_server_is_told_in_its_words(chat: Chat) -> None:
    problem = {"code": "too-many-requests", "title": "زیاد", "detail": "کمی صبر کنید و دوباره بفرستید."}
    chat.page.route(
        "**/turns",
        lambda route: route.fulfill(status=429, json=problem, content_type="application/problem+json"),
    )
    chat.say(STORY)
    expect(chat.failure).to_contain_text("کمی صبر کنید")


def test_news_of_staff_appear_by_themselves(chat: Chat, service: Service, fill: Fill) -> None:
    fill(service, chat.conversation, "mahr-claim")
    chat.page.reload()
    chat.waits()
    chat.pick("تأیید می‌کنم")
    [draft] = Desk(service).queue()
    Desk(service).give_back(draft.id, "sara", "سند ازدواج لازم است")
    expect(chat.log).to_contain_text("سند ازدواج لازم است")


def test_only_the_last_choices_can_be_picked(chat: Chat) -> None:
    chat.say(STORY)
    expect(chat.page.get_by_role("group", name="گزینه‌های پاسخ")).to_have_count(1)
    chat.pick(FORM)
    expect(chat.button(FORM)).to_have_count(0)


def test_a_new_conversation_forgets_the_old_one_on_this_device(chat: Chat) -> None:
    chat.say(STORY)
    old = chat.conversation
    chat.button("گفت‌وگوی تازه").click()
    chat.button("نه، همین را ادامه می‌دهم").click()
    assert chat.conversation == old
    chat.button("گفت‌وگوی تازه").click()
    chat.button("بله، شروع کن").click()
    expect(chat.button("از من دزدی شده است")).to_be_visible()
    assert chat.conversation != old
    assert chat.said_by_me() == []


def test_a_conversation_that_is_gone_begins_anew(chat: Chat) -> None:
    chat.page.evaluate(
        """() => { const name = Object.keys(localStorage).find((each) => each.startsWith('dadkhah:'));
        localStorage[name] = JSON.stringify({ conversation: { id: '0'.repeat(32), token: 'gone' } }); }"""
    )
    chat.page.reload()
    chat.waits()
    expect(chat.button("از من دزدی شده است")).to_be_visible()
    assert chat.conversation != "0" * 32


def test_nothing_in_a_petition_can_run_or_load(chat: Chat) -> None:
    built = chat.page.evaluate(
        """async () => {
          const { paper } = await import('/widget/paper.js');
          const evil = '<main><p onclick="x()" style="color:red" class="fresh">متن<script>x()</scr' + 'ipt>'
            + '<img src=x onerror="x()"><a href="javascript:x()">پیوند</a><svg onload="x()"></svg></p>'
            + '<iframe srcdoc="x"></iframe><style>*{}</style><table><tr><th scope="row">الف</th></tr></table></main>';
          return paper(evil).innerHTML;
        }"""
    )
    assert built == '<p>متن</p><table><tbody><tr><th scope="row">الف</th></tr></tbody></table>'


def test_what_people_type_is_shown_as_text(chat: Chat) -> None:
    chat.say("<img src=x onerror=alert(1)>")
    assert chat.said_by_me() == ["<img src=x onerror=alert(1)>"]
    assert chat.page.locator(".entry img").count() == 0


def test_the_chat_works_inside_a_foreign_page(page: Page, foreign: str) -> None:
    page.goto(foreign)
    chat = Chat(page)
    chat.waits()
    chat.say(STORY)
    expect(chat.button(FORM)).to_be_visible()
    page.reload()
    chat.waits()
    assert chat.said_by_me() == [STORY]
    font = page.evaluate("() => document.fonts.check('16px Vazirmatn', 'س')")
    assert font


def test_a_foreign_page_that_is_not_allowed_gets_a_clear_word(page: Page, stranger: str) -> None:
    page.goto(stranger)
    expect(page.get_by_role("alert")).to_contain_text("نمی‌شود گفت‌وگو را باز کرد")
