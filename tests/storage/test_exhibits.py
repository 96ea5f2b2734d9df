import hashlib
import sqlite3
import threading
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from assistant.storage import Database, StoredExhibit, Unit
from assistant.storage.database import MIGRATIONS

CONTENT = b"\xff\xd8\xff the picture of a marriage certificate"


@pytest.fixture
def conversation(database: Database) -> str:
    with database.transaction() as unit:
        return unit.conversations.begin("web", "someone", {})


def add(unit: Unit, conversation: str, title: str, form: str = "theft", **changes: Any) -> StoredExhibit:
    given: dict[str, Any] = {
        "number": len(unit.exhibits.of(conversation, form)) + 1,
        "title": title,
        "kind": "image",
        "pages": 1,
        "content": CONTENT,
        "sha256": hashlib.sha256(CONTENT).hexdigest(),
        "asked_for": None,
        "key": None,
    }
    return unit.exhibits.add(conversation, form, **(given | changes))


def titles(database: Database, conversation: str, form: str = "theft") -> list[str]:
    with database.transaction() as unit:
        return [exhibit.title for exhibit in unit.exhibits.of(conversation, form)]


def test_an_exhibit_comes_back_as_it_went_in(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        stored = add(unit, conversation, "تصویر سند", asked_for="تصویر مصدق سند")
    with database.transaction() as unit:
        assert unit.exhibits.get(conversation, stored.id) == stored
        assert unit.exhibits.content(stored.id) == CONTENT
    assert (stored.size, stored.asked_for, stored.number) == (len(CONTENT), "تصویر مصدق سند", 1)


def test_neither_title_nor_content_can_be_read_in_the_file(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        add(unit, conversation, "certificate of Maryam")
    assert database.engine.url.database is not None
    with sqlite3.connect(database.engine.url.database) as raw:
        dump = "\n".join(raw.iterdump())
    raw.close()
    for secret in (b"Maryam", b"marriage"):
        assert secret.decode() not in dump
        assert secret.hex() not in dump.lower()


def test_exhibits_belong_to_the_petition_of_a_form_and_what_has_none_waits_for_one(
    database: Database, conversation: str
) -> None:
    with database.transaction() as unit:
        add(unit, conversation, "first", form="")
        add(unit, conversation, "second", form="theft")
        add(unit, conversation, "of another", form="mahr-claim")
    assert titles(database, conversation) == ["first", "second"]
    with database.transaction() as unit:
        unit.exhibits.claim(conversation, "theft")
    assert titles(database, conversation, "mahr-claim") == ["of another"]
    assert titles(database, conversation) == ["first", "second"]


def test_exhibits_are_put_in_another_order(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        ids = [add(unit, conversation, title).id for title in ("a", "b", "c")]
        unit.exhibits.order([ids[2], ids[0], ids[1]])
    assert titles(database, conversation) == ["c", "a", "b"]


def test_an_exhibit_is_described_anew(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        stored = add(unit, conversation, "a")
        unit.exhibits.describe(stored.id, "b", "کارت ملی")
        found = unit.exhibits.get(conversation, stored.id)
    assert found is not None
    assert (found.title, found.asked_for) == ("b", "کارت ملی")


def test_a_removed_exhibit_is_erased(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        unit.exhibits.remove(add(unit, conversation, "a").id)
    assert titles(database, conversation) == []
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM exhibits").scalar() == 0


def test_an_exhibit_is_found_by_the_key_of_its_request(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        stored = add(unit, conversation, "a", key="k" * 32)
        other = unit.conversations.begin("web", "someone else", {})
        assert unit.exhibits.of_key(conversation, "k" * 32) == stored
        assert unit.exhibits.of_key(other, "k" * 32) is None
        assert unit.exhibits.get(other, stored.id) is None


def test_changes_at_the_same_time_wait_for_each_other(database: Database, conversation: str) -> None:
    def attach() -> None:
        with database.transaction() as unit:
            unit.exhibits.lock(conversation)
            add(unit, conversation, "a")

    threads = [threading.Thread(target=attach) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as unit:
        assert [exhibit.number for exhibit in unit.exhibits.of(conversation, "theft")] == [1, 2, 3, 4, 5]


def test_the_migration_goes_both_ways(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    for revision, there in (("0001", False), ("head", True)):
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            (command.upgrade if there else command.downgrade)(config, revision)
        assert inspect(database.engine).has_table("exhibits") is there
