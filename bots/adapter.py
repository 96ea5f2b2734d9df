"""One adapter over the dialogue for every messenger that speaks Telegram's bot interface.

Nothing is kept here: state, answers given and messages waiting are the service's. An update that comes twice is run
once; an answer that could not be sent is sent when the update comes again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from typing import Any

from telegram import Bot, InputFile, Update
from telegram.error import BadRequest, TelegramError

from assistant.dialogue import Chose, Event, Said
from assistant.evidence import Refused
from assistant.service import DocumentRef, Evidence, Service, TurnResult
from bots.files import SentFile, fetched, sent_file, told_with
from bots.platforms import Platform
from bots.rendering import keyboard, split_text

log = logging.getLogger(__name__)

START = "/start"
_SENT_AS_FILE = ("petition.pdf", "petition.docx")


class Adapter:
    """Carries updates to the service and its answers back."""

    def __init__(self, service: Service, platform: Platform) -> None:
        self._service = service
        self._platform = platform
        self._in_turn: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def handle(self, update: Update, bot: Bot) -> None:
        """Answer an update; other updates of the same chat wait for it."""
        chat = update.effective_chat
        event, sent = _event(update), sent_file(update)
        if chat is None or (event is None and sent is None):
            return
        async with self._in_turn[chat.id]:
            if await asyncio.to_thread(self._taken, update.update_id):
                return
            if update.callback_query is not None:
                await _stop_spinning(bot, update.callback_query.id)
            if sent is not None:
                await self._attach(bot, chat.id, sent, update.update_id)
            if event is not None:
                result = await asyncio.to_thread(self._turn, chat.id, event, update.update_id)
                await self._send_result(bot, chat.id, result)
            await asyncio.to_thread(self._take, update.update_id)

    async def deliver_news(self, bot: Bot) -> None:
        """Send what staff and filing have for citizens of this messenger."""
        for waiting in await asyncio.to_thread(self._waiting):
            try:
                await self._send(bot, int(waiting.address), waiting.message)
            except TelegramError as error:
                log.warning("a message to a citizen could not be sent yet: %s", error)
                continue
            await asyncio.to_thread(self._delivered, waiting.id)

    async def _attach(self, bot: Bot, chat: int, sent: SentFile, update_id: int) -> None:
        """Make an exhibit of a file; what became of it is said."""
        try:
            content = await fetched(bot, sent)
            said = await asyncio.to_thread(self._attached, chat, sent, content, update_id)
        except Refused as refused:
            said = refused.message
        await self._send(bot, chat, {"text": said, "choices": []})

    def _attached(self, chat: int, sent: SentFile, content: bytes, update_id: int) -> str:
        conversation = self._service.conversation_of(self._platform.name, str(chat))
        if conversation is None:
            conversation, _welcome = self._service.begin(self._platform.name, str(chat))
        evidence = Evidence(self._service)
        stored = evidence.attach(
            conversation, content, title=sent.title, key=f"{self._platform.name}:{update_id}"
        )
        return evidence.said(conversation, stored)

    def _turn(self, chat: int, event: Event, update_id: int) -> TurnResult:
        conversation = self._service.conversation_of(self._platform.name, str(chat))
        if conversation is None:
            conversation, welcome = self._service.begin(self._platform.name, str(chat))
            if isinstance(event, Said) and event.text.startswith(START):
                return welcome
        return self._service.turn(conversation, event, key=f"{self._platform.name}:{update_id}")

    async def _send_result(self, bot: Bot, chat: int, result: TurnResult) -> None:
        for message in result.messages:
            await self._send(bot, chat, message)
        for document in result.documents:
            if document.name in _SENT_AS_FILE:
                await self._send_document(bot, chat, document)

    async def _send(self, bot: Bot, chat: int, message: dict[str, Any]) -> None:
        pieces = split_text(self._platform.plain(message["text"]), self._platform.longest_text)
        for piece in pieces[:-1]:
            await bot.send_message(chat, piece)
        if pieces:
            await bot.send_message(chat, pieces[-1], reply_markup=keyboard(message["choices"]))

    async def _send_document(self, bot: Bot, chat: int, document: DocumentRef) -> None:
        stored = await asyncio.to_thread(self._service.document, document.draft_id, document.name)
        await bot.send_document(chat, InputFile(stored.content, filename=document.name))

    def _taken(self, update_id: int) -> bool:
        with self._service.database.transaction() as unit:
            return unit.updates.taken(self._platform.name, update_id)

    def _take(self, update_id: int) -> None:
        with self._service.database.transaction() as unit:
            unit.updates.take(self._platform.name, update_id)

    def _waiting(self) -> list[Any]:
        with self._service.database.transaction() as unit:
            return unit.messages.waiting(self._platform.name)

    def _delivered(self, message_id: str) -> None:
        with self._service.database.transaction() as unit:
            unit.messages.delivered(message_id)


def _event(update: Update) -> Event | None:
    if update.callback_query is not None and update.callback_query.data:
        return Chose(choice_id=update.callback_query.data)
    message = update.effective_message
    if message is None:
        return None
    told = message.text or told_with(message)
    return Said(text=told) if told else None


async def _stop_spinning(bot: Bot, query_id: str) -> None:
    try:
        await bot.answer_callback_query(query_id)
    except BadRequest as error:  # pressed too long ago: the answer itself still goes out
        log.info("a button's answer came too late: %s", error)
