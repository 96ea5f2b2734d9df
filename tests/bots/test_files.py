"""Photos and documents that citizens send become exhibits; everything else gets a clear word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.evidence import limits
from assistant.service import Evidence, Service, TurnResult
from assistant.storage import StoredExhibit
from tests.bots.bot_api import CHAT, BotApi, serve_bot_api
from tests.bots.test_conversations import polling, until
from tests.evidence.files import pdf, photo

CARD = "تصویر کارت ملی خواهان"


@pytest.fixture
def api() -> Iterator[BotApi]:
    with serve_bot_api() as api:
        yield api


def sizes(api: BotApi, content: bytes) -> list[dict[str, Any]]:
    """A photo as messengers send it: several sizes, the largest last."""
    small = api.keep(photo(40, 30))
    return [{**small, "width": 40, "height": 30}, {**api.keep(content), "width": 400, "height": 300}]


async def answered(api: BotApi, **content: Any) -> str:
    """Send something and return what the bot says to it."""
    before = len(api.texts())
    update = api.send(**content)
    await until(lambda: api.acknowledged >= update["update_id"] and len(api.texts()) > before)
    return api.texts()[before]


def exhibits(service: Service) -> tuple[StoredExhibit, ...]:
    conversation = service.conversation_of("telegram", str(CHAT))
    assert conversation is not None
    return Evidence(service).attached(conversation).exhibits


async def test_a_photo_and_a_document_become_exhibits(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        first = await answered(api, photo=sizes(api, photo()), caption="سند ازدواج")
        second = await answered(
            api, document={**api.keep(pdf()), "file_name": "a.pdf", "mime_type": "text/html"}
        )
    assert "پیوست شماره ۱ «سند ازدواج» اضافه شد." in first
    assert "پیوست شماره ۲ «سند» اضافه شد." in second
    assert [(exhibit.kind, exhibit.title) for exhibit in exhibits(service)] == [
        ("image", "سند ازدواج"),
        ("pdf", "سند"),
    ]


async def test_the_answer_says_what_is_still_missing(
    service: Service, api: BotApi, fill: Callable[[Service, str, str], TurnResult]
) -> None:
    conversation, _ = service.begin("telegram", str(CHAT))
    fill(service, conversation, "mahr-claim")
    async with polling(service, api):
        said = await answered(api, photo=sizes(api, photo()), caption=CARD)
    assert said.endswith("هنوز مانده: تصویر مصدق سند ازدواج")


@pytest.mark.parametrize("kind", ["voice", "video", "sticker"])
async def test_voice_video_and_stickers_are_refused_with_what_to_do(
    service: Service, api: BotApi, kind: str
) -> None:
    about = {
        "voice": {"duration": 3},
        "video": {"duration": 3, "width": 10, "height": 10},
        "sticker": {"type": "regular", "width": 10, "height": 10, "is_animated": False, "is_video": False},
    }
    async with polling(service, api):
        said = await answered(api, **{kind: {**api.keep(b"x"), **about[kind]}})
    assert "عکس یا PDF بفرستید" in said
    assert api.fetched == []


async def test_a_file_over_the_limit_is_not_fetched(service: Service, api: BotApi) -> None:
    large = api.keep(b"%PDF-", size=limits().file_bytes + 1)
    async with polling(service, api):
        said = await answered(api, document={**large, "file_name": "a.pdf"})
    assert "۱۰ مگابایت" in said
    assert api.fetched == []


async def test_a_file_that_is_not_taken_or_not_there_is_told(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        refused = await answered(api, document={**api.keep(b"PK\x03\x04"), "file_name": "a.docx"})
        gone = await answered(api, document={"file_id": "gone", "file_unique_id": "gone", "file_size": 10})
    assert "PDF" in refused
    assert "یک بار دیگر بفرستید" in gone


async def test_a_long_caption_is_a_story(service: Service, api: BotApi) -> None:
    story = "شوهرم مهریه‌ام را نمی‌دهد و این هم تصویر سند ازدواج ما است. " * 3
    async with polling(service, api):
        await answered(api, photo=sizes(api, photo()), caption=story)
        await until(lambda: any("مهر" in text for text in api.texts()[1:]))
    assert exhibits(service)[0].title == "تصویر سند"


async def test_the_same_update_twice_attaches_once(service: Service, api: BotApi) -> None:
    async with polling(service, api):
        before = len(api.texts())
        update = api.send(photo=sizes(api, photo()))
        api.updates.append(update)
        await until(lambda: api.acknowledged >= update["update_id"] and len(api.texts()) > before)
    assert len(exhibits(service)) == 1
