"""The training of the marker: what it learns is what the product computes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from assistant.drafting.marking import Heads
from assistant.training.marking import Lesson, MarkingNetwork, MarkingPlan, fit, write_marker

LABELS = ("amount", "opponent_name", "wants_stay=true")
PLAN = MarkingPlan(epochs=30, batch=4, layers=(6,), width=16, size=8, around=(3,), warm_up=5, threads=1)


@pytest.fixture(scope="module")
def lessons() -> list[Lesson]:
    """Rows whose direction says what they tell; the second form has no ``wants_stay``."""
    rng = np.random.default_rng(1)
    ways = rng.normal(size=(4, 24))
    made = []
    for number in range(40):
        allowed = [1, 2, 3] if number % 2 else [1, 2]
        targets = rng.choice([0, 0, 0, *allowed], size=12).tolist()
        rows = ways[targets] + rng.normal(size=(12, 24)) * 0.3
        made.append(Lesson(rows.astype(np.float16), targets, allowed))
    return made


@pytest.fixture(scope="module")
def network(lessons: list[Lesson]) -> MarkingNetwork:
    meanings = np.random.default_rng(2).normal(size=(3, 8)).astype(np.float32)
    return fit(lessons, meanings, PLAN)


@pytest.fixture(scope="module")
def heads(network: MarkingNetwork, tmp_path_factory: pytest.TempPathFactory) -> Heads:
    file = tmp_path_factory.mktemp("marker") / "marker.safetensors"
    write_marker([network], LABELS, PLAN, file)
    return Heads.open(file)


def test_it_learns_what_the_rows_tell(heads: Heads, lessons: list[Lesson]) -> None:
    right = [
        (heads.chances(lesson.rows.astype(np.float32), LABELS).argmax(1) == lesson.targets).mean()
        for lesson in lessons
    ]
    assert np.mean(right) > 0.9


def test_the_product_computes_what_was_trained(network: MarkingNetwork, heads: Heads) -> None:
    rows = np.random.default_rng(3).normal(size=(9, 24)).astype(np.float32)
    with torch.no_grad():
        trained = torch.softmax(network(torch.from_numpy(rows)[None])[0], -1).numpy()
    np.testing.assert_allclose(heads.chances(rows, LABELS), trained, atol=0.02)


def test_networks_together_give_the_mean_of_their_probabilities(
    network: MarkingNetwork, heads: Heads, lessons: list[Lesson], tmp_path: Path
) -> None:
    meanings = np.random.default_rng(2).normal(size=(3, 8)).astype(np.float32)
    other = fit(lessons, meanings, replace(PLAN, seed=5, epochs=3))
    for name, networks in {"other": [other], "both": [network, other]}.items():
        write_marker(networks, LABELS, PLAN, tmp_path / name)
    rows = lessons[0].rows.astype(np.float32)
    alone = Heads.open(tmp_path / "other").chances(rows, LABELS)
    both = Heads.open(tmp_path / "both").chances(rows, LABELS)
    np.testing.assert_allclose(both, (alone + heads.chances(rows, LABELS)) / 2, atol=1e-5)
    assert not np.allclose(alone, heads.chances(rows, LABELS), atol=0.01)


def test_only_labels_of_the_form_share_the_probability(heads: Heads, lessons: list[Lesson]) -> None:
    chances = heads.chances(lessons[0].rows.astype(np.float32), LABELS[:2])
    assert chances.shape == (12, 3)
    np.testing.assert_allclose(chances.sum(1), 1, rtol=1e-5)


def test_the_same_seed_trains_the_same_marker(network: MarkingNetwork, lessons: list[Lesson]) -> None:
    meanings = np.random.default_rng(2).normal(size=(3, 8)).astype(np.float32)
    again = fit(lessons, meanings, PLAN)
    for name, weight in again.weights().items():
        np.testing.assert_allclose(weight, network.weights()[name], atol=1e-4)


def test_the_file_names_its_labels_and_layers(heads: Heads) -> None:
    assert tuple(heads.labels) == LABELS
    assert heads.layers == PLAN.layers


def test_the_shipped_marker_is_that_of_its_card() -> None:
    import json

    from assistant.drafting.marking.marker import TRAINED
    from assistant.retrieval.adapter import file_hash

    card = json.loads(TRAINED.with_suffix(".json").read_text("utf-8"))
    assert card["marker"] == file_hash(TRAINED)
    assert TRAINED.stat().st_size < 4_000_000
    assert Path(card["model"]).name == card["model"]
