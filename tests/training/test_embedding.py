"""A training of a few steps on real pairs and the real weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from assistant.retrieval.adapter import read_changes, write_factors
from assistant.retrieval.bundled import BundledEncoder
from assistant.retrieval.weights import BASE_FOLDER, unpack
from assistant.training.embedding import Plan, fit
from assistant.training.network import Network
from assistant.training.pairs import Pair

PLAN = Plan(steps=4, batch=12, mates=2, rate=5e-3, first_layer=9, rank=4, tokens=24, threads=1)


@pytest.fixture(scope="module")
def few(pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair.main.startswith("family-protection-1391:")][:40]


@pytest.fixture(scope="module")
def trained(base: Path, few: list[Pair]) -> tuple[Network, list[float]]:
    return fit(base, few, {}, PLAN)


@pytest.fixture(scope="module")
def adapter(trained: tuple[Network, list[float]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("adapter") / "adapter.safetensors"
    write_factors(trained[0].factors(), file)
    return file


def test_the_loss_falls(trained: tuple[Network, list[float]]) -> None:
    losses = trained[1]
    assert len(losses) == PLAN.steps
    assert losses[-1] < losses[0]


def test_the_same_seed_trains_the_same_adapter(
    base: Path, few: list[Pair], trained: tuple[Network, list[float]]
) -> None:
    again, losses = fit(base, few, {}, PLAN)
    assert losses == pytest.approx(trained[1], rel=1e-4)
    for name, (up, down) in again.factors().items():
        first_up, first_down = trained[0].factors()[name]
        np.testing.assert_allclose(up @ down, first_up @ first_down, atol=1e-4)


def test_only_the_upper_layers_change_and_the_file_is_small(adapter: Path) -> None:
    changes = read_changes(adapter)
    layers = {int(name.split(".")[2]) for name in changes}
    assert layers == {9, 10, 11}
    assert len(changes) == 3 * 6
    assert all(np.abs(change).max() > 0 for change in changes.values())
    assert adapter.stat().st_size < 200_000


def test_the_model_with_the_adapter_in_it_gives_the_vectors_of_the_training(
    trained: tuple[Network, list[float]], adapter: Path, base: Path, tmp_path: Path
) -> None:
    """The product loads offline in SentenceTransformer, and as the service loads it."""
    texts = ["مهریه‌ام را می‌خواهم", "طلاق توافقی چقدر طول می‌کشد"]
    unpack(tmp_path / "model", adapter)
    with torch.no_grad():
        expected = trained[0].encode([f"query: {text}" for text in texts]).numpy()
    ours = BundledEncoder(tmp_path / "model", 1).encode(texts, "query")
    theirs = SentenceTransformer(str(tmp_path / "model"), device="cpu", local_files_only=True).encode_query(
        texts
    )
    before = BundledEncoder(base, 1).encode(texts, "query")
    np.testing.assert_allclose(ours, expected, atol=2e-3)  # kept in half precision
    np.testing.assert_allclose(theirs, ours, atol=1e-3)
    assert np.abs(ours - before).max() > 0.01


def test_an_adapter_that_changes_nothing_leaves_the_weights(base: Path) -> None:
    assert base.name == BASE_FOLDER
    network = Network(base, first=10, rank=2, scale=1.0, tokens=16, device="cpu")
    with torch.no_grad():
        vectors = network.encode(["query: مهریه", "passage: طلاق و رجوع در عده"]).numpy()
    encoder = BundledEncoder(base, 1)
    np.testing.assert_allclose(vectors[0], encoder.encode(["مهریه"], "query")[0], atol=2e-3)
    np.testing.assert_allclose(vectors[1], encoder.encode(["طلاق و رجوع در عده"], "document")[0], atol=2e-3)
