from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.embedding import TextEmbedder, Vectors
from assistant.retrieval.vector_cache import VectorCache


class Counting:
    """The real embedder, and a list of what it was asked."""

    def __init__(self, embedder: TextEmbedder, fingerprint: str = "counting") -> None:
        self.fingerprint = fingerprint
        self.asked: list[str] = []
        self._embedder = embedder

    @property
    def depths(self) -> int:
        return self._embedder.depths

    def encode_depths(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return self._embedder.encode_depths(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return self._embedder.encode_passages(texts)


@pytest.fixture
def counting(embedder: TextEmbedder) -> Counting:
    return Counting(embedder)


def test_only_texts_never_seen_are_computed(counting: Counting, tmp_path: Path) -> None:
    VectorCache(counting, tmp_path / "v.sqlite").passages(["نفقه", "مهریه"])
    counting.asked.clear()
    VectorCache(counting, tmp_path / "v.sqlite").passages(["مهریه", "حضانت", "نفقه"])
    assert counting.asked == ["حضانت"]


def test_rows_come_in_the_order_of_the_texts(counting: Counting, tmp_path: Path) -> None:
    texts = ["یک متن بلندتر از بقیه متن‌ها", "کوتاه", "متن میانه"]
    found = VectorCache(counting, tmp_path / "v.sqlite").passages(texts)
    assert np.allclose(found, counting.encode_passages(texts), atol=1e-5)


def test_a_text_given_twice_is_computed_once(counting: Counting, tmp_path: Path) -> None:
    found = VectorCache(counting, tmp_path / "v.sqlite").questions(["چک", "چک"])
    assert counting.asked == ["چک"]
    assert np.array_equal(found[0], found[1])
    assert found.shape == (2, counting.depths, 384)


def test_questions_passages_and_models_are_kept_apart(
    counting: Counting, embedder: TextEmbedder, tmp_path: Path
) -> None:
    cache = VectorCache(counting, tmp_path / "v.sqlite")
    cache.questions(["چک"])
    cache.passages(["چک"])
    other = Counting(embedder, "another model")
    VectorCache(other, tmp_path / "v.sqlite").questions(["چک"])
    assert counting.asked == ["چک", "چک"]
    assert other.asked == ["چک"]


def test_nothing_gives_nothing(counting: Counting, tmp_path: Path) -> None:
    assert len(VectorCache(counting, tmp_path / "v.sqlite").passages([])) == 0
