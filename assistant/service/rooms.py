"""The rooms a process needs, each opened once: corpus, index, guide, database."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.drafting import ChatPolisher, Marker, Polisher
from assistant.guidance import ChatRephraser, Guide
from assistant.law import Corpus, load_corpus
from assistant.persian.dates import JalaliDate
from assistant.retrieval import Index, open_index
from assistant.settings import Settings
from assistant.storage import Cipher, Database, secret

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What answering needs: no database, no state."""

    settings: Settings
    corpus: Corpus
    index: Index
    guide: Guide
    polisher: Polisher | None = None
    marker: Marker | None = None

    def today(self) -> JalaliDate:
        """Today in the Jalali calendar, or the day the clock is fixed to."""
        return JalaliDate.from_gregorian(self.settings.current_date())


def open_corpus(settings: Settings) -> Corpus:
    """Load the law, with the official texts where they were imported."""
    return load_corpus(settings.corpus_dir, settings.templates_dir, settings.data_dir)


def open_rooms(settings: Settings) -> Rooms:
    """Open corpus, index and guide; the index is built when it isn't there yet."""
    corpus = open_corpus(settings)
    index = open_index(corpus, settings)
    # It has learned from the bundled weights, and another model's layers mean something else.
    marker = None if settings.embedding_model else Marker.open(index.word_rows)
    model = _chat_model(settings)
    if model is None:
        return Rooms(settings, corpus, index, Guide.open(corpus, index, settings), None, marker)
    rephraser = ChatRephraser.open(model, settings.templates_dir)
    guide = Guide.open(corpus, index, settings, rephraser)
    return Rooms(settings, corpus, index, guide, ChatPolisher.open(model, settings.templates_dir), marker)


def open_database(settings: Settings) -> Database:
    """Open the database and bring its tables up to date."""
    given = settings.encryption_key.get_secret_value() if settings.encryption_key else None
    key = secret(given, settings.data_dir / "keys" / "fields.key")
    database = Database(settings.database_address, Cipher(key))
    database.upgrade()
    return database


def _chat_model(settings: Settings) -> BaseChatModel | None:
    if settings.chat_model is None:
        return None
    from langchain.chat_models import init_chat_model  # seconds to import, and off by default

    options: dict[str, Any] = {"timeout": settings.chat_timeout, "temperature": 0}
    if settings.chat_base_url:
        options["base_url"] = settings.chat_base_url
    if settings.chat_api_key:
        options["api_key"] = settings.chat_api_key.get_secret_value()
    log.info("answers and accounts are reworded by %s", settings.chat_model)
    model: BaseChatModel = init_chat_model(settings.chat_model, **options)
    return model
