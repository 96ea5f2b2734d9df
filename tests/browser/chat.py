"""The chat as a person uses it: by labels and names, not by the structure of the page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Chat:
    """The chat on a page."""

    page: Page

    @property
    def field(self) -> Locator:
        return self.page.get_by_label("ماجرا یا پاسخ خود را بنویسید")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def failure(self) -> Locator:
        return self.page.get_by_role("alert")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def said_by_me(self) -> list[str]:
        return [
            text.removeprefix("شما: ") for text in self.page.locator(".entry.citizen").all_text_contents()
        ]

    def waits(self) -> None:
        """Wait until the assistant has answered."""
        expect(self.page.locator("form.composer")).to_have_attribute("aria-busy", "false")
        expect(self.page.locator(".entry").first).to_be_visible()

    def say(self, text: str) -> None:
        self.field.fill(text)
        self.button("فرستادن").click()
        expect(self.field).to_have_value("")
        self.waits()

    def pick(self, name: str) -> None:
        self.button(name).click()
        self.waits()

    def kept(self) -> dict[str, Any]:
        """What the browser keeps."""
        found = self.page.evaluate(
            "() => localStorage[Object.keys(localStorage).find((name) => name.startsWith('dadkhah:'))]"
        )
        return dict(json.loads(found))

    @property
    def conversation(self) -> str:
        return str(self.kept()["conversation"]["id"])
