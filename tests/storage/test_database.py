import sqlite3
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from assistant.storage import Database, DraftStatus, StaleConversation
from assistant.storage.tables import Base


def test_migrations_give_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_upgrading_again_changes_nothing(database: Database) -> None:
    database.upgrade()
    assert database.ready()


def test_sqlite_runs_in_wal_mode(database: Database) -> None:
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as unit:
            unit.conversations.begin("web", "someone", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.transaction() as unit:
        assert unit.conversations.latest("web", "someone") is None


def test_a_conversation_comes_back_with_its_events_in_order(database: Database) -> None:
    with database.transaction() as unit:
        key = unit.conversations.begin("web", "someone", {"state": "guidance"})
        unit.conversations.save(key, {"state": "interview"}, {"said": "سلام"}, after=0)
        unit.conversations.save(key, {"state": "preview"}, {"said": "بله"}, after=1)
    with database.transaction() as unit:
        record = unit.conversations.get(key)
        assert record is not None
        assert (record.state, record.turns) == ({"state": "preview"}, 2)
        assert unit.conversations.events(key) == [{"said": "سلام"}, {"said": "بله"}]


def test_what_people_typed_is_not_readable_in_the_file(database: Database) -> None:
    with database.transaction() as unit:
        key = unit.conversations.begin("web", "someone", {"name": "Maryam Nemune"})
        unit.drafts.add(
            key, "mahr-claim", 1, {"applicant_name": "Maryam Nemune"}, DraftStatus.QUEUED, "DK-2345-6789"
        )
    assert database.engine.url.database is not None
    with sqlite3.connect(database.engine.url.database) as raw:
        dump = "\n".join(raw.iterdump())
    raw.close()
    assert "Maryam" not in dump
    assert b"Maryam".hex() not in dump.lower()


def test_turns_at_the_same_time_wait_for_each_other(database: Database) -> None:
    with database.transaction() as unit:
        key = unit.conversations.begin("web", "someone", {"count": 0})

    def add_one() -> None:
        for _ in range(10):
            with database.transaction() as unit:
                record = unit.conversations.get(key)
                assert record is not None
                unit.conversations.save(key, {"count": record.state["count"] + 1}, {}, after=record.turns)

    threads = [threading.Thread(target=add_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as unit:
        record = unit.conversations.get(key)
        assert record is not None
        assert record.state == {"count": 40}


def test_a_turn_made_from_an_old_state_is_refused(database: Database) -> None:
    with database.transaction() as unit:
        key = unit.conversations.begin("web", "someone", {})
        unit.conversations.save(key, {}, {}, after=0)
        with pytest.raises(StaleConversation):
            unit.conversations.save(key, {}, {}, after=0)


def test_an_update_is_taken_once(database: Database) -> None:
    with database.transaction() as unit:
        assert unit.updates.take("bale", 10**15)
    with database.transaction() as unit:
        assert not unit.updates.take("bale", 10**15)
        assert unit.updates.take("telegram", 10**15)
