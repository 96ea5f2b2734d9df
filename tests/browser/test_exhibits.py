"""Attaching files in the chat: by button, by drop, by paste; renaming, and thinking better of removing."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from assistant.service import Evidence, Service, TurnResult
from tests.browser.chat import Chat
from tests.browser.test_access import assert_accessible
from tests.evidence.files import pdf, photo

Fill = Callable[[Service, str, str], TurnResult]
CERTIFICATE = "تصویر مصدق سند ازدواج"
ATTACH = "پیوست کردن عکس یا PDF"


@pytest.fixture
def papers(tmp_path: Path) -> dict[str, Path]:
    files = {"IMG_2034.jpg": photo(), "گردش حساب.pdf": pdf(), "photo.jpg": b"<script>alert(1)</script>"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in files}


def tray(chat: Chat) -> Locator:
    return chat.page.get_by_role("region", name="پیوست‌ها")


def pick(chat: Chat, *paths: Path) -> None:
    with chat.page.expect_file_chooser() as chooser:
        chat.button(ATTACH).click()
    chooser.value.set_files(list(paths))


def titles(service: Service, chat: Chat) -> list[str]:
    return [exhibit.title for exhibit in Evidence(service).attached(chat.conversation).exhibits]


def test_files_are_attached_and_still_there_after_a_reload(
    chat: Chat, service: Service, papers: dict[str, Path], tmp_path: Path
) -> None:
    complaints: list[str] = []
    chat.page.on("console", lambda said: complaints.append(said.text))
    for name, title in (("IMG_2034.jpg", "تصویر سند"), ("گردش حساب.pdf", "گردش حساب")):
        pick(chat, papers[name])
        expect(chat.button(f"حذف: {title}")).to_be_visible()
    assert titles(service, chat) == ["تصویر سند", "گردش حساب"]
    chat.page.reload()
    chat.waits()
    expect(tray(chat)).to_contain_text("پیوست‌ها: ۲")
    with chat.page.expect_download() as download:
        chat.button("دریافت همه در یک PDF").click()
    saved = tmp_path / "bundle.pdf"
    download.value.save_as(saved)
    assert len(pypdfium2.PdfDocument(saved.read_bytes())) == 5
    assert not complaints


def test_it_says_what_is_missing_and_takes_for_which_paper_a_file_is(
    chat: Chat, service: Service, fill: Fill, papers: dict[str, Path]
) -> None:
    fill(service, chat.conversation, "mahr-claim")
    chat.page.reload()
    chat.waits()
    pick(chat, papers["IMG_2034.jpg"])
    expect(tray(chat)).to_contain_text(f"هنوز مانده: {CERTIFICATE}")
    tray(chat).get_by_role("combobox").select_option(CERTIFICATE)
    expect(tray(chat).get_by_role("button", name=CERTIFICATE, exact=True)).to_be_visible()
    expect(tray(chat)).to_contain_text("هنوز مانده: تصویر کارت ملی خواهان")
    assert_accessible(chat.page)


def test_an_exhibit_is_renamed_and_moved_from_the_keyboard(
    chat: Chat, service: Service, papers: dict[str, Path]
) -> None:
    pick(chat, papers["IMG_2034.jpg"])
    expect(chat.button("تغییر نام: تصویر سند")).to_be_visible()
    pick(chat, papers["گردش حساب.pdf"])  # arrives while the name is being typed
    chat.button("تغییر نام: تصویر سند").press("Enter")
    field = chat.page.get_by_label("نام پیوست")
    field.fill("سند خانه")
    field.press("Enter")
    expect(chat.button("تغییر نام: سند خانه")).to_be_visible()
    chat.button("یکی بالاتر: گردش حساب").press("Enter")
    expect(tray(chat).get_by_role("listitem").first).to_contain_text("گردش حساب")
    assert titles(service, chat) == ["گردش حساب", "سند خانه"]


def test_a_removed_exhibit_can_be_brought_back_and_otherwise_is_erased(
    chat: Chat, service: Service, papers: dict[str, Path]
) -> None:
    pick(chat, papers["IMG_2034.jpg"])
    chat.button("حذف: تصویر سند").click()
    expect(tray(chat)).to_contain_text("«تصویر سند» حذف شد.")
    chat.button("برگردان").click()
    expect(chat.button("حذف: تصویر سند")).to_be_visible()
    assert titles(service, chat) == ["تصویر سند"]
    chat.button("حذف: تصویر سند").click()
    chat.page.reload()  # leaving the page doesn't wait for the time to think better of it
    chat.waits()
    expect(tray(chat)).to_be_hidden()
    assert titles(service, chat) == []


def test_a_file_that_is_not_taken_is_told_in_words(chat: Chat, papers: dict[str, Path]) -> None:
    pick(chat, papers["photo.jpg"])
    expect(chat.failure).to_contain_text("عکس (JPEG، PNG یا WEBP) یا PDF بفرستید")
    expect(chat.failure).to_contain_text("photo.jpg")
    assert_accessible(chat.page)
    chat.button("بستن این پیام: photo.jpg").click()
    expect(tray(chat)).to_be_hidden()


def test_an_upload_that_failed_is_sent_again_with_the_same_key(
    chat: Chat, service: Service, papers: dict[str, Path]
) -> None:
    keys: list[str] = []

    def lose_once(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            route.fetch()  # the server has taken it
            route.abort("connectionreset")
        else:
            route.continue_()

    chat.page.route("**/exhibits", lose_once)
    pick(chat, papers["IMG_2034.jpg"])
    expect(chat.failure).to_contain_text("فایل فرستاده نشد")
    chat.failure.get_by_role("button", name="دوباره بفرست").click()
    expect(chat.button("حذف: تصویر سند")).to_be_visible()
    expect(chat.failure).to_have_count(0)
    assert keys[0] == keys[1]
    assert titles(service, chat) == ["تصویر سند"]


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_files_can_be_dropped_and_pasted(chat: Chat, service: Service, way: str) -> None:
    give = """([way, content]) => {
      const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], "shot.jpg", { type: "image/jpeg" }));
      const root = document.querySelector("dadkhah-chat").shadowRoot;
      const fire = (target, event) => target.dispatchEvent(event);
      if (way === "paste") {
        const pasted = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true });
        fire(root.querySelector("textarea"), pasted);
      } else {
        const options = { dataTransfer: carried, bubbles: true, cancelable: true };
        for (const name of ["dragenter", "dragover", "drop"])
          fire(root.querySelector(".log"), new DragEvent(name, options));
      }
      return root.querySelector(".chat").classList.contains("dropping");
    }"""
    left_open = chat.page.evaluate(give, [way, base64.b64encode(photo()).decode()])
    assert not left_open
    expect(chat.button("حذف: تصویر سند")).to_be_visible()
    assert titles(service, chat) == ["تصویر سند"]


def test_on_a_narrow_phone_the_tray_fits_and_can_be_touched(
    browser: Browser, address: str, service: Service, fill: Fill, papers: dict[str, Path], tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page: Page = context.new_page()
    page.goto(address)
    chat = Chat(page)
    chat.waits()
    fill(service, chat.conversation, "mahr-claim")
    page.reload()
    chat.waits()
    pick(chat, papers["IMG_2034.jpg"], papers["گردش حساب.pdf"])
    expect(tray(chat)).to_contain_text("پیوست‌ها: ۲")
    expect(tray(chat).get_by_role("progressbar")).to_have_count(0)  # none is on its way any more
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    for button in tray(chat).get_by_role("button").filter(visible=True).all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44, button.inner_text()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    field = chat.field.bounding_box()
    assert field is not None
    assert field["y"] + field["height"] < 740
    page.screenshot(path=str(tmp_path / "phone.png"))
    context.close()
