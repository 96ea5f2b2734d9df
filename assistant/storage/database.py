"""The database: one engine, one transaction a unit of work, migrations by Alembic."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import sessionmaker

from assistant.storage.cipher import Cipher
from assistant.storage.unit import Unit

MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """A database of the service; embedded SQLite in WAL mode, or any SQLAlchemy address."""

    def __init__(self, url: str, cipher: Cipher) -> None:
        self.url = url
        self._cipher = cipher
        self.engine = _engine(url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    def upgrade(self) -> None:
        """Bring the tables to the present revision."""
        from alembic import command  # a second to import, and not needed where only the law is asked
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def transaction(self) -> Iterator[Unit]:
        """One unit of work: all of it is committed, or nothing."""
        with self._sessions.begin() as session:
            yield Unit(session, self._cipher)

    def ready(self) -> bool:
        """Say whether the database answers."""
        with self.engine.connect() as connection:
            return bool(connection.scalar(text("SELECT 1")))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 15, "check_same_thread": False})
    event.listen(engine, "connect", _tune_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _tune_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, see _begin_immediate
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_immediate(connection: Connection) -> None:
    # A write lock from the start: two turns of one conversation wait for each other instead of failing at commit.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
