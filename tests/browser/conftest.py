"""A real Chromium on a real server. Marked ``browser``; skipped where there is no Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assistant.service import Service
from assistant.web.app import create_app
from tests.browser.chat import Chat
from tests.web.serving import serving

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_PATIENCE = 20_000  # milliseconds: a small machine may be busy


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    given = os.environ.get("CHROMIUM")
    chromium = given or next(filter(None, map(shutil.which, _NAMES)), None)
    if chromium is None:
        pytest.skip("no Chromium is installed (`apt install chromium`, or name one in CHROMIUM)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="fa-IR", reduced_motion="reduce"
    )
    context.set_default_timeout(_PATIENCE)
    expect.set_options(timeout=_PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose scripts fail no test in silence."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert not wrong


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    with serving(create_app(service)) as address:
        yield address


@pytest.fixture
def chat(page: Page, address: str) -> Chat:
    """The chat on the service's own page, open and waiting."""
    page.goto(address)
    chat = Chat(page)
    chat.waits()
    return chat


@pytest.fixture
def foreign(make_service: Callable[..., Service]) -> Iterator[str]:
    """A page of another origin that embeds the chat and is allowed to."""
    with _host() as host, serving(create_app(make_service(allowed_origins=(host.address,)))) as address:
        host.chat = address
        yield host.address


@pytest.fixture
def stranger(address: str) -> Iterator[str]:
    """A page of another origin that embeds the chat and is not allowed to."""
    with _host() as host:
        host.chat = address
        yield host.address


@dataclass
class _Host:
    address: str = ""
    chat: str = ""


@contextmanager
def _host() -> Iterator[_Host]:
    host = _Host()
    app = FastAPI()

    @app.get("/")
    def embedding() -> HTMLResponse:
        return HTMLResponse(
            f'<!doctype html><html lang="fa"><title>پنجره واحد</title><body><h1>پنجره واحد</h1>'
            f'<script type="module" src="{host.chat}/widget/dadkhah-chat.js"></script>'
            f"<dadkhah-chat></dadkhah-chat></body></html>"
        )

    with serving(app) as host.address:
        yield host
