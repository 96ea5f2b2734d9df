"""News for people whose page is open: one look into the outbox for all of them, then each gets their own."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager

import anyio

from assistant.service import Service
from assistant.storage import WaitingMessage

log = logging.getLogger(__name__)
_EVERY = 1.5  # seconds between looks
_CLOSING_SEEN_WITHIN = 0.5  # seconds


class _Reader:
    """An open page."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[WaitingMessage] = asyncio.Queue()
        self._seen: set[str] = set()

    def put(self, item: WaitingMessage) -> None:
        if item.id not in self._seen:
            self._seen.add(item.id)
            self.arrived.put_nowait(item)


class NewsDesk:
    """Carries the messages of staff and filing to the pages that are open."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._readers: defaultdict[str, set[_Reader]] = defaultdict(set)

    async def of(self, conversation_id: str, closing: anyio.Event) -> AsyncIterator[WaitingMessage]:
        """Yield the messages of a conversation as they come, until the server closes.

        Each counts as delivered once it was sent on.
        """
        with self._reading(conversation_id) as reader:
            while not closing.is_set():
                try:
                    item = await asyncio.wait_for(reader.arrived.get(), _CLOSING_SEEN_WITHIN)
                except TimeoutError:
                    continue
                yield item
                await asyncio.to_thread(self._delivered, item.id)

    async def carry(self) -> None:
        """Look for news again and again, until cancelled."""
        while True:
            if self._readers:
                try:
                    waiting = await asyncio.to_thread(self._waiting, tuple(self._readers))
                except Exception:
                    # A database away for a moment must not silence all that comes after.
                    log.exception("looking for news failed; trying again")
                else:
                    self._hand_out(waiting)
            await asyncio.sleep(_EVERY)

    @contextmanager
    def _reading(self, conversation_id: str) -> Iterator[_Reader]:
        reader = _Reader()
        self._readers[conversation_id].add(reader)
        try:
            yield reader
        finally:
            self._readers[conversation_id].discard(reader)
            if not self._readers[conversation_id]:
                del self._readers[conversation_id]

    def _hand_out(self, waiting: Iterable[WaitingMessage]) -> None:
        for item in waiting:
            for reader in self._readers.get(item.conversation_id, ()):
                reader.put(item)

    def _waiting(self, conversations: tuple[str, ...]) -> list[WaitingMessage]:
        with self._service.database.transaction() as unit:
            return [item for each in conversations for item in unit.messages.waiting_for(each)]

    def _delivered(self, message_id: str) -> None:
        with self._service.database.transaction() as unit:
            unit.messages.delivered(message_id)
