"""What several packages' tests share: the real rooms, opened once; a database and a service of each test's own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.dialogue import Said
from assistant.filing import FolderGateway, Signer
from assistant.service import Rooms, Service, TurnResult, open_rooms
from assistant.settings import PROJECT, Settings, settings
from assistant.storage import Cipher, Database


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests last: their driver keeps an event loop running in which no asynchronous test can run."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def small_corpus_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus with a part of its scope texts: enough to learn from, embedded in seconds."""
    whole, small = PROJECT / "corpus", tmp_path_factory.mktemp("small") / "corpus"
    (small / "scope").mkdir(parents=True)
    for entry in whole.iterdir():
        if entry.name != "scope":
            (small / entry.name).symlink_to(entry)
    for file in (whole / "scope").iterdir():
        texts = yaml.safe_load(file.read_text(encoding="utf-8"))
        part = _thinned(texts, 2 if file.stem == "in_scope" else 8)
        (small / "scope" / file.name).write_text(yaml.safe_dump(part, allow_unicode=True), encoding="utf-8")
    return small


def _thinned(texts: Any, step: int) -> Any:
    """Each n-th text of each list; the forms that urgency names stay."""
    if isinstance(texts, list):
        return texts[::step]
    return {key: value if key == "unclear" else value[::step] for key, value in texts.items()}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'dadkhah.db'}", Cipher(bytes(32)))
    database.upgrade()
    yield database
    database.close()


@pytest.fixture(scope="session")
def rooms() -> Rooms:
    """The real corpus, index and guide, as `dadkhah prepare` made them."""
    return open_rooms(settings())


@pytest.fixture
def make_service(tmp_path: Path, rooms: Rooms, database: Database) -> Callable[..., Service]:
    """Make a service over the real rooms with settings of its own; nothing is written outside the test's folder."""

    def make(**changes: Any) -> Service:
        own = Settings(data_dir=tmp_path, **{"today": "2026-11-24", **changes})
        signer = Signer.open(tmp_path / "filing.pem")
        return Service(
            dataclasses.replace(rooms, settings=own), database, FolderGateway(tmp_path / "outgoing"), signer
        )

    return make


@pytest.fixture
def service(make_service: Callable[..., Service]) -> Service:
    return make_service()


@pytest.fixture
def fill(rooms: Rooms) -> Callable[[Service, str, str], TurnResult]:
    """Lead a conversation through a form's interview with the facts of its example, up to the preview."""

    def lead(service: Service, conversation: str, slug: str) -> TurnResult:
        form = rooms.corpus.forms[slug]
        facts = yaml.safe_load((rooms.corpus.form_dir(slug) / "example.yaml").read_text(encoding="utf-8"))
        result = service.turn(conversation, Said(text=f"{form.kind} {form.title} می‌خواهم"))
        for _ in range(3 * len(form.fields)):
            line = result.line
            if line["state"] == "preview":
                return result
            asking = line["asking"]
            if asking is None:  # not in the interview yet: the form is among the choices
                result = service.turn(conversation, Said(text=form.title))
                continue
            result = service.turn(conversation, Said(text=_typed(facts.get(asking))))
        raise AssertionError(f"no preview of {slug}: {result.line}")

    return lead


def _typed(value: object) -> str:
    if value is None:
        return "/skip"
    if isinstance(value, bool):
        return "بله" if value else "خیر"
    return f"{value} ریال" if isinstance(value, int) else str(value)
