import threading
from pathlib import Path

import pytest

from assistant.retrieval.versions import KEPT, digest, versioned


def write(folder: Path) -> None:
    (folder / "content").write_text("built", "utf-8")


def test_a_version_is_built_once(tmp_path: Path) -> None:
    built: list[Path] = []

    def build(folder: Path) -> None:
        built.append(folder)
        write(folder)

    folders = [versioned(tmp_path, "articles", "a1", build) for _ in range(2)]
    assert len(built) == 1
    assert (folders[1] / "content").read_text("utf-8") == "built"


def test_of_a_build_that_fails_nothing_is_left_and_the_next_one_can_succeed(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        write(folder)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        versioned(tmp_path, "articles", "a1", fail)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
    assert versioned(tmp_path, "articles", "a1", write).is_dir()


def test_of_many_who_come_at_once_one_builds(tmp_path: Path) -> None:
    built: list[Path] = []
    start = threading.Barrier(4)

    def open_it() -> None:
        start.wait()
        versioned(tmp_path, "articles", "a1", built.append)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(built) == 1


def test_old_versions_are_forgotten_and_other_kinds_kept(tmp_path: Path) -> None:
    other = versioned(tmp_path, "problems", "p1", write)
    folders = [versioned(tmp_path, "articles", f"a{number}", write) for number in range(KEPT + 2)]
    assert [folder.is_dir() for folder in folders] == [False, False] + [True] * KEPT
    assert other.is_dir()


def test_the_digest_sees_where_one_part_ends() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest(["ab", "c"]) == digest(iter(["ab", "c"]))
