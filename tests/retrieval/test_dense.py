from pathlib import Path

import numpy as np

from assistant.retrieval.dense import DenseIndex

EAST, NORTH = [1.0, 0.0], [0.0, 1.0]
NORTHEAST = [2**-0.5, 2**-0.5]


def vectors(*rows: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array(rows, np.float32)


def test_an_owner_counts_by_its_best_passage_and_stands_once() -> None:
    index = DenseIndex.build(vectors(NORTH, EAST, NORTHEAST), [7, 7, 3])
    assert [owner for owner, _ in index.nearest(vectors(EAST), 10)] == [7, 3]
    assert index.nearest(vectors(EAST), 10)[0] == (7, 1.0)


def test_no_more_owners_come_than_asked_for() -> None:
    index = DenseIndex.build(vectors(EAST, NORTHEAST, NORTH), [0, 1, 2])
    assert [owner for owner, _ in index.nearest(vectors(NORTH), 2)] == [2, 1]


def test_a_saved_index_answers_as_before(tmp_path: Path) -> None:
    index = DenseIndex.build(vectors(EAST, NORTH), [4, 5])
    index.save(tmp_path / "dense")
    query = vectors(NORTHEAST)
    assert DenseIndex.open(tmp_path / "dense").nearest(query, 2) == index.nearest(query, 2)


def test_an_empty_index_finds_nothing_and_can_be_kept(tmp_path: Path) -> None:
    DenseIndex.build(np.empty((0, 0), np.float32), []).save(tmp_path / "empty")
    assert DenseIndex.open(tmp_path / "empty").nearest(vectors(EAST), 5) == []
