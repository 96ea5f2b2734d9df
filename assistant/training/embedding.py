"""The training of an adapter: seeded, on a CPU or a GPU."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from statistics import fmean

import torch
from torch import Tensor

from assistant.retrieval.weights import PROMPTS
from assistant.training.loss import contrast, wrong_for_each_other
from assistant.training.near import NearMisses, batches
from assistant.training.network import Network
from assistant.training.pairs import Pair

TOLD_EVERY = 20  # steps


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. All but the number of steps are those of the adapter that ships."""

    seed: int = 1
    steps: int = 1200
    batch: int = 64
    mates: int = 3  # near misses beside each pair that is drawn
    temperature: float = 0.03
    rate: float = 1e-3
    warm_up: float = 0.1  # of the steps
    first_layer: int = 6  # the layers below stay as they are
    rank: int = 16
    scale: float = 2.0
    tokens: int = 32  # of a text; longer ones are cut
    device: str = "cpu"
    threads: int = 2


def fit(base: Path, pairs: Sequence[Pair], near: NearMisses, plan: Plan) -> tuple[Network, list[float]]:
    """Train an adapter of the model in ``base``; return the network and the loss of each step."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    network = Network(
        base, first=plan.first_layer, rank=plan.rank, scale=plan.scale, tokens=plan.tokens, device=plan.device
    )
    drawn = batches(pairs, near, size=plan.batch, mates=plan.mates, rng=Random(plan.seed))
    optimizer = torch.optim.AdamW(network.parameters, lr=plan.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _warmth(step, plan))
    losses: list[float] = []
    for batch in islice(drawn, plan.steps):
        loss = _loss(network, batch, plan)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters, 1.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss.detach()))
        _tell(losses, plan)
    return network, losses


def _loss(network: Network, batch: Sequence[Pair], plan: Plan) -> Tensor:
    asked = network.encode([PROMPTS["query"] + pair.asked for pair in batch])
    right = network.encode([PROMPTS[pair.prompt] + pair.right for pair in batch])
    wrong = wrong_for_each_other(batch).to(asked.device)
    return contrast(asked, right, wrong, plan.temperature)


def _warmth(step: int, plan: Plan) -> float:
    """The learning rate as a share of the highest: up in a line, down along a cosine."""
    warm = max(1, int(plan.warm_up * plan.steps))
    if step < warm:
        return (step + 1) / warm
    return (1 + math.cos(math.pi * (step - warm) / max(1, plan.steps - warm))) / 2


def _tell(losses: Sequence[float], plan: Plan) -> None:
    if len(losses) % TOLD_EVERY == 0:
        recent = fmean(losses[-TOLD_EVERY:])
        print(f"dadkhah: step {len(losses)}/{plan.steps}, loss {recent:.3f}", file=sys.stderr, flush=True)
