"""What several packages' tests share: a real database and a real cipher, in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.storage import Cipher, Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'dadkhah.db'}", Cipher(bytes(32)))
    database.upgrade()
    yield database
    database.close()
