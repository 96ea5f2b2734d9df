"""Running the bot: by polling, or behind a webhook."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

from telegram import Bot, Update
from telegram.error import Forbidden, InvalidToken
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler

from assistant.service import Service, deliver_due
from assistant.settings import Settings
from bots.adapter import Adapter
from bots.platforms import PLATFORMS

log = logging.getLogger(__name__)
_NEWS_EVERY = 3.0  # seconds between looks for messages of staff and filing
_UPDATES = ("message", "callback_query")

App = Application[Any, Any, Any, Any, Any, Any]


def run(settings: Settings) -> None:
    """Run the bot until it is stopped."""
    if settings.bot_token is None:
        sys.exit("DADKHAH_BOT_TOKEN is not set: ask the messenger's BotFather for a token.")
    with Service.open(settings) as service:
        try:
            _run(build(service, settings), settings)
        except (InvalidToken, Forbidden):
            sys.exit("The messenger refused DADKHAH_BOT_TOKEN: check it, and DADKHAH_BOT_PLATFORM.")


def _run(application: App, settings: Settings) -> None:
    if settings.bot_webhook_url is None:
        application.run_polling(allowed_updates=_UPDATES)
        return
    secret = settings.bot_webhook_secret.get_secret_value() if settings.bot_webhook_secret else None
    application.run_webhook(
        listen=settings.host,
        port=settings.bot_webhook_port,
        url_path="updates",
        webhook_url=f"{settings.bot_webhook_url.rstrip('/')}/updates",
        secret_token=secret,
        allowed_updates=_UPDATES,
    )


def build(service: Service, settings: Settings) -> App:
    """Return the application: one handler for all updates, and a task that carries news."""
    if settings.bot_token is None:
        raise ValueError("a bot needs its token")
    platform = PLATFORMS[settings.bot_platform]
    adapter = Adapter(service, platform)

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await adapter.handle(update, context.bot)

    news: set[asyncio.Task[None]] = set()

    async def begin_news(application: App) -> None:
        news.add(asyncio.create_task(_carry_news(adapter, service, application.bot), name="news"))

    async def end_news(_application: App) -> None:
        for task in news:
            task.cancel()
        await asyncio.gather(*news, return_exceptions=True)

    application = (
        ApplicationBuilder()
        .token(settings.bot_token.get_secret_value())
        .base_url(settings.bot_base_url or platform.base_url)
        .base_file_url(settings.bot_base_file_url or platform.base_file_url)
        .concurrent_updates(True)
        .post_init(begin_news)
        .post_shutdown(end_news)
        .build()
    )
    application.add_handler(TypeHandler(Update, handle))
    return application


async def _carry_news(adapter: Adapter, service: Service, bot: Bot) -> None:
    while True:
        try:
            await asyncio.to_thread(deliver_due, service)
            await adapter.deliver_news(bot)
        except Exception:
            # One bad message or a database away for a moment must not silence all that comes after.
            log.exception("carrying news failed; trying again")
        await asyncio.sleep(_NEWS_EVERY)
