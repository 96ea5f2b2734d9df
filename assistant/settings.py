"""All settings of the service, each ``DADKHAH_…`` in the environment; defaults work offline."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
PACKAGED = Path(__file__).resolve().parent / "_data"  # where a built wheel carries corpus and templates
ROOT = PACKAGED if PACKAGED.is_dir() else PROJECT


class Settings(BaseSettings):
    """Settings of one process; read once by :func:`settings`."""

    model_config = SettingsConfigDict(env_prefix="DADKHAH_", extra="forbid", frozen=True)

    # law
    today: dt.date | None = Field(None, description="fixes the clock for tests and replays (Gregorian)")
    corpus_dir: Path = Field(ROOT / "corpus", description="the law as data")
    templates_dir: Path = Field(ROOT / "templates", description="forms and page layouts")
    data_dir: Path = Field(PROJECT / "var", description="database, index, imported texts, weights, packages")

    # retrieval
    embedding_model: str | None = Field(
        None, description="a SentenceTransformer folder or name; default: bundled"
    )
    threads: int = Field(2, ge=1, description="CPU threads for embedding")

    # chat model, off by default
    chat_model: str | None = Field(
        None, description="a LangChain model such as 'openai:gpt-4o-mini'; off when unset"
    )
    chat_base_url: str | None = Field(None, description="address of an OpenAI-compatible server")
    chat_api_key: SecretStr | None = Field(None, description="key of the chat model")
    chat_timeout: float = Field(20.0, gt=0, description="seconds to wait for the chat model")

    # storage
    database_url: str | None = Field(None, description="SQLAlchemy address; default: SQLite in data_dir")
    encryption_key: SecretStr | None = Field(
        None, description="key of encrypted fields; default: made in data_dir"
    )

    # filing
    gateway: Literal["folder", "office"] = Field("folder", description="where approved drafts are handed")
    review_required: bool = Field(True, description="file only what legal staff approved")

    # web
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=1, le=65535, description="port to listen on")
    allowed_origins: tuple[str, ...] = Field((), description="pages that may embed the chat widget")
    session_secret: SecretStr | None = Field(
        None, description="signs staff sessions; default: made in data_dir"
    )
    callback_secret: SecretStr | None = Field(
        None, description="key of the signatures under reports of gateways; default: made in data_dir"
    )
    requests_per_minute: int = Field(
        60, ge=1, description="turns of one conversation, and other requests of one address, in a minute"
    )

    # bots
    bot_token: SecretStr | None = Field(None, description="token of the bot")
    bot_platform: Literal["telegram", "bale"] = Field(
        "telegram", description="which messenger the bot talks to"
    )
    bot_base_url: str | None = Field(
        None, description="address of the bot interface; default: the platform's own"
    )
    bot_base_file_url: str | None = Field(
        None, description="address of its files; default: the platform's own"
    )
    bot_webhook_url: str | None = Field(None, description="public address of the webhook; polling when unset")
    bot_webhook_port: int = Field(8443, ge=1, le=65535, description="local port of the webhook")
    bot_webhook_secret: SecretStr | None = Field(None, description="secret token of the webhook")

    @property
    def database_address(self) -> str:
        """The SQLAlchemy address in use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'dadkhah.db'}"

    def current_date(self) -> dt.date:
        """Today, or the fixed day of ``DADKHAH_TODAY``."""
        return self.today or dt.date.today()


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
