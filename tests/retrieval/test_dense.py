from pathlib import Path

import numpy as np

from assistant.retrieval.dense import DenseIndex
from assistant.retrieval.embedding import Vectors

SOUTH, EAST, NORTH = [0.0, -1.0], [1.0, 0.0], [0.0, 1.0]


def vectors(*rows: list[float]) -> Vectors:
    return np.array(rows, np.float32)


def test_an_owner_counts_by_its_best_passage_and_stands_once() -> None:
    index = DenseIndex.build(vectors(NORTH, EAST, SOUTH), [7, 7, 3])
    assert index.nearest(vectors(EAST), 10) == [7, 3]


def test_no_more_owners_come_than_asked_for() -> None:
    index = DenseIndex.build(vectors(EAST, SOUTH, NORTH), [0, 1, 2])
    assert index.nearest(vectors(NORTH), 1) == [2]
    assert len(index.nearest(vectors(NORTH), 2)) == 2


def test_a_saved_index_answers_as_before(tmp_path: Path) -> None:
    random = np.random.default_rng(5).normal(size=(40, 8)).astype(np.float32)
    index = DenseIndex.build(random, list(range(40)))
    index.save(tmp_path / "dense")
    assert DenseIndex.open(tmp_path / "dense").nearest(random[3:4], 9) == index.nearest(random[3:4], 9)


def test_one_passage_is_enough() -> None:
    assert DenseIndex.build(vectors(EAST), [4]).nearest(vectors(NORTH), 5) == [4]
