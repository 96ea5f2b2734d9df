"""The command as a whole, for one step on a small part of the corpus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from assistant.law import Corpus
from assistant.retrieval.adapter import file_hash
from assistant.retrieval.weights import WEIGHTS
from assistant.settings import Settings
from assistant.training.embedding import Plan
from assistant.training.run import train_embedding


def test_a_training_writes_the_adapter_the_model_and_a_card(
    corpus: Corpus, base: Path, tmp_path: Path
) -> None:
    small = replace(
        corpus,
        articles={key: a for key, a in corpus.articles.items() if a.law == "family-protection-1391"},
        claims={slug: corpus.claims[slug] for slug in ("mahr-claim", "wife-maintenance-claim")},
        questions={},
        services={},
    )
    judged: list[Path] = []

    def judge(model: Path) -> Mapping[str, float]:
        judged.append(model)
        return {"hit@5": 0.5}

    settings = Settings(data_dir=base.parent.parent, threads=1)
    plan = Plan(steps=1, batch=8, first_layer=11, rank=2, tokens=16, threads=1)
    train_embedding(small, settings, plan, tmp_path, judge)
    card = json.loads((tmp_path / "adapter.json").read_text("utf-8"))
    assert card["adapter"] == file_hash(tmp_path / "adapter.safetensors")
    assert card["base"] == WEIGHTS[-1]
    assert card["plan"]["seed"] == plan.seed
    assert sum(card["pairs"].values()) > 300
    assert card["dev"] == {"before": {"hit@5": 0.5}, "after": {"hit@5": 0.5}}
    assert judged == [base, tmp_path / "model"]
    assert (tmp_path / "model" / "modules.json").is_file()
