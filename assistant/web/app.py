"""The application: the interface, the chat widget and its own page around one service."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from assistant.service import Service, deliver_due
from assistant.web import console, health, page, problems
from assistant.web.api import PREFIX, router
from assistant.web.api.openapi import describe
from assistant.web.guard import BodyLimit, Envelope
from assistant.web.house import House

log = logging.getLogger(__name__)
_DELIVER_EVERY = 3.0  # seconds between looks into the filing outbox


def create_app(service: Service) -> FastAPI:
    """Return the application of an open service; who opened the service closes it."""
    house = House.of(service)
    app = FastAPI(
        title="Dadkhah",
        version=version("dadkhah"),
        description="Persian legal guidance and petition drafting, from a citizen's story to a filed petition.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_working,
    )
    app.state.house = house
    problems.install(app)
    describe(app)
    _wrap(app, house)
    app.include_router(router)
    app.include_router(health.router)
    console.install(app)
    page.install(app)
    return app


def _wrap(app: FastAPI, house: House) -> None:
    """Put the layers around the routes; the last one added is the outermost."""
    app.add_middleware(BodyLimit)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=house.service.rooms.settings.allowed_origins,
        allow_methods=("GET", "POST", "PATCH", "DELETE"),
        allow_headers=("Authorization", "Content-Type", "Idempotency-Key"),
        expose_headers=("Retry-After", "Content-Disposition"),
        max_age=600,
    )
    app.add_middleware(Envelope, measures=house.measures)


@asynccontextmanager
async def _working(app: FastAPI) -> AsyncIterator[None]:
    house: House = app.state.house
    tasks = [
        asyncio.create_task(_deliver(house.service), name="filing"),
        asyncio.create_task(house.news.carry(), name="news"),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _deliver(service: Service) -> None:
    while True:
        try:
            await asyncio.to_thread(deliver_due, service)
        except Exception:
            # One bad package or a database away for a moment must not stop all that comes after.
            log.exception("handing over to filing failed; trying again")
        await asyncio.sleep(_DELIVER_EVERY)
