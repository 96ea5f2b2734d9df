"""Whole conversations over the real HTTP of a bot interface."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import yaml
from pydantic import SecretStr

from assistant.service import Desk, Service
from bots.run import build
from tests.bots.bot_api import CHAT, TOKEN, BotApi, serve_bot_api

PATIENCE = 60.0  # seconds


@pytest.fixture
def api() -> Iterator[BotApi]:
    with serve_bot_api() as api:
        yield api


@asynccontextmanager
async def polling(service: Service, api: BotApi) -> AsyncIterator[None]:
    settings = service.rooms.settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "bot_base_url": f"{api.address}/bot",
            "bot_base_file_url": f"{api.address}/file/bot",
        }
    )
    application = build(service, settings)
    await application.initialize()
    assert application.post_init is not None
    await application.post_init(application)
    await application.start()
    assert application.updater is not None
    await application.updater.start_polling(poll_interval=0.01)
    try:
        yield
    finally:
        await application.updater.stop()
        await application.stop()
        assert application.post_shutdown is not None
        await application.post_shutdown(application)
        await application.shutdown()


async def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "the bot did not do it in time"
        await asyncio.sleep(0.02)


async def told(api: BotApi, text: str) -> list[str]:
    """Say something and wait for what the bot says to it."""
    before = len(api.texts())
    update = api.say(text)
    await until(lambda: api.acknowledged >= update["update_id"] and len(api.texts()) > before)
    await asyncio.sleep(0.1)
    return api.texts()[before:]


def asking(service: Service) -> str | None:
    conversation = service.conversation_of("telegram", str(CHAT))
    assert conversation is not None
    with service.database.transaction() as unit:
        record = unit.conversations.get(conversation)
    assert record is not None
    return record.state["asking"]


async def answer_everything(service: Service, api: BotApi, slug: str) -> None:
    facts = yaml.safe_load((service.rooms.corpus.form_dir(slug) / "example.yaml").read_text("utf-8"))
    for _ in range(60):
        field = asking(service)
        if field is None:
            return
        value = facts.get(field)
        if isinstance(value, bool):
            value = "بله" if value else "خیر"
        await told(api, "/skip" if value is None else str(value))
    raise AssertionError("the interview has no end")


async def test_start_is_answered_with_the_welcome(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        (welcome,) = await told(api, "/start")
    assert "دادخواه" in welcome


async def test_from_the_story_to_the_documents_and_the_receipt(service: Service, api: BotApi) -> None:
    slug = "mahr-claim"
    async with polling(service, api):
        await told(api, "می‌خوام مهریه‌ام رو بگیرم شوهرم نمیده")
        buttons = [button for sent in api.sent for button in sent.buttons]
        wanted = next(button for button in buttons if slug in button["callback_data"])
        before = len(api.texts())
        api.press(wanted["callback_data"])
        await until(lambda: len(api.texts()) > before)
        await until(lambda: asking(service) is not None)
        await answer_everything(service, api, slug)
        await told(api, "تأیید می‌کنم")
        await until(lambda: len(api.files()) == 2)
        assert api.files()["petition.pdf"].startswith(b"%PDF")
        assert api.files()["petition.docx"].startswith(b"PK")
        (draft,) = Desk(service).queue()
        await asyncio.to_thread(Desk(service).approve, draft.id, "reviewer")
        await until(lambda: any(draft.tracking_code in text for text in api.texts()))


async def test_a_question_of_staff_reaches_the_chat(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        await told(api, "دادخواست مطالبه مهریه می‌خواهم")
        for _ in range(3):
            if asking(service) is None:
                await told(api, "مطالبه مهریه")
        await answer_everything(service, api, "mahr-claim")
        await told(api, "تأیید می‌کنم")
        (draft,) = Desk(service).queue()
        await asyncio.to_thread(Desk(service).ask, draft.id, "reviewer", "شماره سند ازدواج درست است؟", None)
        await until(lambda: any("شماره سند ازدواج درست است؟" in text for text in api.texts()))


async def test_the_same_update_twice_is_answered_once(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        await told(api, "/start")
        update = api.say("سلام")
        api.updates.append(update)
        await until(lambda: api.acknowledged >= update["update_id"])
        await asyncio.sleep(0.5)
        greetings = len(api.texts())
        api.updates.append(update)
        await asyncio.sleep(0.5)
    assert len(api.texts()) == greetings


def test_a_wrong_token_is_said_plainly(api: BotApi, tmp_path: Path) -> None:
    own = {
        "DADKHAH_BOT_TOKEN": "1:wrong",
        "DADKHAH_BOT_BASE_URL": f"{api.address}/bot",
        "DADKHAH_DATABASE_URL": f"sqlite:///{tmp_path / 'dadkhah.db'}",
    }
    command = [sys.executable, "-m", "assistant", "bot"]
    ended = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "DADKHAH_BOT_TOKEN" in ended.stderr


async def test_behind_a_webhook_updates_are_answered_and_only_with_the_secret(
    api: BotApi, tmp_path: Path
) -> None:
    port = _free_port()
    own = {
        "DADKHAH_BOT_TOKEN": TOKEN,
        "DADKHAH_BOT_BASE_URL": f"{api.address}/bot",
        "DADKHAH_BOT_WEBHOOK_URL": "https://bot.example.ir",
        "DADKHAH_BOT_WEBHOOK_PORT": str(port),
        "DADKHAH_BOT_WEBHOOK_SECRET": "a-secret",
        "DADKHAH_DATABASE_URL": f"sqlite:///{tmp_path / 'dadkhah.db'}",
    }
    bot = subprocess.Popen([sys.executable, "-m", "assistant", "bot"], env={**os.environ, **own})
    try:
        await until(lambda: api.webhook == "https://bot.example.ir/updates")
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as messenger:
            header = {"X-Telegram-Bot-Api-Secret-Token": "a-secret"}
            forged = await messenger.post("/updates", json=api.say("/start"))
            taken = await messenger.post("/updates", json=api.say("/start"), headers=header)
        assert (forged.status_code, taken.status_code) == (403, 200)
        await until(lambda: bool(api.texts()))
        assert "دادخواه" in api.texts()[0]
    finally:
        bot.terminate()
        bot.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


async def test_the_server_refuses_what_the_real_one_refuses(api: BotApi) -> None:
    async with httpx.AsyncClient(base_url=f"{api.address}/bot{TOKEN}") as client:
        too_long = await client.post("/sendMessage", data={"chat_id": CHAT, "text": "ب" * 4097})
        unknown = await client.post("/sendTelepathy")
    assert (too_long.status_code, unknown.status_code) == (400, 404)
