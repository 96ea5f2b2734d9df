"""For everyone: by keyboard, on a phone, with a screen reader, in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from assistant.service import Service, TurnResult
from tests.browser.chat import Chat

STORY = "شوهرم مهریه‌ام را نمی‌دهد"
FORM = "دادخواست مطالبه مهریه"


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, page: Page, address: str) -> Chat:
    page.emulate_media(color_scheme=request.param)
    page.goto(address)
    chat = Chat(page)
    chat.waits()
    return chat


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Chat]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="fa-IR"
    )
    page = context.new_page()
    page.goto(address)
    chat = Chat(page)
    chat.waits()
    yield chat
    context.close()


def assert_accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    serious = [
        f"{rule['id']}: {node['html']} ({node['failureSummary']})"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
    assert not serious, "\n".join(serious)


def test_axe_finds_nothing_serious_from_the_welcome_to_the_preview(
    themed: Chat, service: Service, fill: Callable[[Service, str, str], TurnResult]
) -> None:
    assert_accessible(themed.page)
    themed.say(STORY)
    assert_accessible(themed.page)
    fill(service, themed.conversation, "mahr-claim")
    themed.page.reload()
    themed.waits()
    expect(themed.page.get_by_role("article")).to_be_visible()
    assert_accessible(themed.page)
    themed.pick("تأیید می‌کنم")
    expect(themed.page.get_by_role("group", name="نوشته‌های آماده")).to_be_visible()
    assert_accessible(themed.page)


def test_axe_finds_nothing_serious_in_a_failure_and_in_the_dialog(themed: Chat) -> None:
    themed.page.route("**/turns", lambda route: route.abort())
    themed.say(STORY)
    expect(themed.failure).to_be_visible()
    themed.button("گفت‌وگوی تازه").click()
    assert_accessible(themed.page)


def test_everything_works_from_the_keyboard(chat: Chat) -> None:
    page = chat.page
    for _ in range(12):
        page.keyboard.press("Tab")
        if chat.field.evaluate("field => field === field.getRootNode().activeElement"):
            break
    page.keyboard.type(STORY)
    page.keyboard.press("Enter")
    expect(chat.button(FORM)).to_be_visible()
    chat.waits()
    expect(chat.field).to_be_focused()

    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if chat.button(FORM).evaluate("button => button === button.getRootNode().activeElement"):
            break
    page.keyboard.press("Enter")
    chat.waits()
    expect(chat.button(FORM)).to_have_count(0)
    expect(chat.field).to_be_focused()


def test_shift_and_enter_make_a_new_line(chat: Chat) -> None:
    chat.field.fill("خط اول")
    chat.field.press("Shift+Enter")
    chat.page.keyboard.type("خط دوم")
    expect(chat.field).to_have_value("خط اول\nخط دوم")
    assert chat.said_by_me() == []


def test_the_focus_is_visible(chat: Chat) -> None:
    chat.page.keyboard.press("Tab")
    outline = chat.page.evaluate(
        "() => { let at = document.activeElement; while (at.shadowRoot) at = at.shadowRoot.activeElement;"
        " return getComputedStyle(at).outlineStyle }"
    )
    assert outline != "none"


def test_a_screen_reader_hears_answers_and_who_speaks(chat: Chat) -> None:
    expect(chat.log).to_have_attribute("aria-live", "polite")
    chat.say(STORY)
    texts = chat.page.locator(".entry").all_text_contents()
    assert any(text.startswith("شما: ") for text in texts)
    assert texts[-1].startswith("دادخواه: ")


def test_on_a_phone_everything_fits_and_can_be_touched(
    phone: Chat, service: Service, fill: Callable[[Service, str, str], TurnResult]
) -> None:
    fill(service, phone.conversation, "mahr-claim")
    phone.page.reload()
    phone.waits()
    width, height = 390, 844
    assert phone.page.evaluate("() => document.documentElement.scrollWidth") <= width
    box = phone.field.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < height
    for button in phone.page.get_by_role("button").all():
        if button.is_visible():
            size = button.bounding_box()
            assert size is not None
            assert size["height"] >= 44, button.inner_text()


def test_on_a_phone_the_progress_opens_from_a_strip(phone: Chat) -> None:
    phone.say(STORY)
    phone.pick(FORM)
    strip = phone.page.locator(".strip")
    panel = phone.page.get_by_role("complementary", name="پیشرفت نوشته")
    expect(panel).to_be_hidden()
    strip.click()
    expect(strip).to_have_attribute("aria-expanded", "true")
    expect(panel).to_contain_text("مانده")


def test_with_the_keyboard_open_the_conversation_keeps_the_room(phone: Chat) -> None:
    phone.page.set_viewport_size({"width": 390, "height": 420})
    box = phone.field.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 420
    assert phone.log.bounding_box()["height"] > 150  # type: ignore[index]
