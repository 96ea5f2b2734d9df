import json
from pathlib import Path

import numpy as np

from assistant.retrieval.adapter import file_hash, read_changes, write_factors
from assistant.retrieval.weights import ADAPTER, WEIGHTS

CARD = json.loads(ADAPTER.with_suffix(".json").read_text("utf-8"))


def test_factors_come_back_as_the_change_of_a_weight(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    up, down = rng.normal(size=(6, 2)).astype(np.float32), rng.normal(size=(2, 5)).astype(np.float32)
    write_factors({"encoder.layer.0.output.dense": (up, down)}, tmp_path / "adapter")
    changes = read_changes(tmp_path / "adapter")
    assert list(changes) == ["encoder.layer.0.output.dense.weight"]
    np.testing.assert_allclose(changes["encoder.layer.0.output.dense.weight"], up @ down, atol=0.02)


def test_the_card_is_that_of_the_adapter_and_of_the_weights_that_it_changes() -> None:
    assert CARD["adapter"] == file_hash(ADAPTER)
    assert CARD["base"] == WEIGHTS[-1]


def test_the_card_tells_what_it_was_trained_on_and_that_it_won() -> None:
    assert sum(CARD["pairs"].values()) >= 15_000
    assert len(CARD["data"]) == 64
    assert CARD["plan"]["seed"] >= 0
    assert "Apache-2.0" in CARD["licence"]
    assert CARD["dev"]["after"]["hit@5"] > CARD["dev"]["before"]["hit@5"] + 0.1


def test_the_adapter_is_small_and_of_half_precision() -> None:
    assert ADAPTER.stat().st_size < 40e6
    assert {change.dtype for change in read_changes(ADAPTER).values()} == {np.dtype(np.float32)}
    assert ADAPTER.read_bytes()[:100_000].count(b'"F16"') == 2 * len(read_changes(ADAPTER))
