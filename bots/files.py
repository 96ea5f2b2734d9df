"""Files that citizens send in a messenger: which one it is, and fetching it within the limit."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram import Bot, Message, Update
from telegram.error import TelegramError

from assistant.evidence import Refused, limits, megabytes

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a message; ``id`` is None for what can't be evidence (voice, video, stickers), ``size`` in bytes."""

    id: str | None
    size: int
    title: str = ""


def sent_file(update: Update) -> SentFile | None:
    """Return the file of an update, or None where there is none."""
    message = update.effective_message
    if message is None or update.callback_query is not None:
        return None
    if message.photo:
        largest = message.photo[-1]
        return SentFile(largest.file_id, largest.file_size or 0, _title(message))
    if message.document and message.animation is None:  # an animation comes as a document too
        return SentFile(message.document.file_id, message.document.file_size or 0, _title(message))
    return SentFile(None, 0) if _is_media(message) else None


def told_with(message: Message) -> str | None:
    """Return a caption that is too long for a title: a story, told under the picture."""
    caption = message.caption
    return caption if caption and not _title(message) else None


async def fetched(bot: Bot, sent: SentFile) -> bytes:
    """Return the content of a file.

    Raises:
        Refused: ``media``, ``too-large`` before anything is fetched, ``not-fetched``.
    """
    if sent.id is None:
        raise Refused("media")
    if sent.size > limits().file_bytes:
        raise Refused("too-large", megabytes=megabytes(limits().file_bytes))
    try:
        file = await bot.get_file(sent.id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("a file of a citizen could not be fetched: %s", error)
        raise Refused("not-fetched") from error


def _title(message: Message) -> str:
    caption = " ".join((message.caption or "").split())
    return caption if len(caption) <= limits().title_length else ""


def _is_media(message: Message) -> bool:
    return any(
        (message.voice, message.audio, message.video, message.video_note, message.sticker, message.animation)
    )
