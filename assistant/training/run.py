"""From the corpus to an adapter, its card, and the model with the adapter in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from assistant.law.corpus import Corpus
from assistant.retrieval.adapter import file_hash, write_factors
from assistant.retrieval.embedding import base_embedder
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.weights import WEIGHTS, base_model, unpack
from assistant.settings import Settings
from assistant.training.embedding import Plan, fit
from assistant.training.material import pairs_hash, training_pairs
from assistant.training.near import near_misses

ADAPTER, CARD, MODEL = "adapter.safetensors", "adapter.json", "model"
AVERAGED = 50  # steps at each end whose mean loss is told
LICENCE = "Apache-2.0; a change of multilingual-e5-small (MIT), trained on the corpus of this project (CC BY 4.0) alone"

Judge = Callable[[Path], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Card:
    """What an adapter was made of, and what it is worth."""

    licence: str
    base: str  # SHA-256 of the weights that it changes
    adapter: str  # SHA-256 of the adapter's file
    data: str  # SHA-256 of the pairs
    pairs: Mapping[str, int]  # by kind
    plan: Plan
    loss: tuple[float, float]  # mean of the first steps and of the last
    dev: Mapping[str, Mapping[str, float]]  # meaning alone on the development questions: before, after


def train_embedding(corpus: Corpus, settings: Settings, plan: Plan, out: Path, judge: Judge) -> Card:
    """Train, and write the adapter, its card and the folder of the changed model to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    base = base_model(settings.data_dir)
    pairs = training_pairs(corpus, settings.corpus_dir / "scope", plan.seed)
    cache = VectorCache(base_embedder(settings), settings.data_dir / "index" / "vectors.sqlite")
    network, losses = fit(base, pairs, near_misses(corpus, cache), plan)
    write_factors(network.factors(), out / ADAPTER)
    unpack(out / MODEL, out / ADAPTER)
    card = Card(
        licence=LICENCE,
        base=WEIGHTS[-1],
        adapter=file_hash(out / ADAPTER),
        data=pairs_hash(pairs),
        pairs=dict(Counter(pair.kind for pair in pairs)),
        plan=plan,
        loss=_ends(losses),
        dev={"before": judge(base), "after": judge(out / MODEL)},
    )
    (out / CARD).write_text(json.dumps(asdict(card), ensure_ascii=False, indent=2) + "\n", "utf-8")
    return card


def _ends(losses: Sequence[float]) -> tuple[float, float]:
    return round(fmean(losses[:AVERAGED]), 3), round(fmean(losses[-AVERAGED:]), 3)
