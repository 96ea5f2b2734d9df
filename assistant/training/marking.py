"""The training of the marker: small networks on the frozen rows of the bundled model, seeded, minutes on a CPU."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.numpy import save_file
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, gelu
from torch.nn.utils.rnn import pad_sequence

from assistant.drafting.marking.head import EPSILON, Floats

_UNREAD = -1  # target of what only fills a batch up


@dataclass(frozen=True, slots=True)
class MarkingPlan:
    """How to train."""

    seed: int = 1
    heads: int = 3  # networks, each of its own seed and tellings
    epochs: int = 6
    varied: int = 2  # tellings of each story beside its own
    batch: int = 16  # stories
    rate: float = 2e-3
    warm_up: int = 50  # steps
    decay: float = 0.02
    layers: tuple[int, ...] = (6, 12)
    width: int = 192
    around: tuple[int, ...] = (5, 5)  # pieces of a word that are seen side by side
    size: int = 128  # of what is compared with a label
    dropout: float = 0.35
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """The rows of a story, the label of each (0 tells nothing), and the labels of its form."""

    rows: Floats
    targets: Sequence[int]
    allowed: Sequence[int]


class MarkingNetwork(nn.Module):
    """What :class:`assistant.drafting.marking.Head` computes, while it is learned.

    A label is compared by a row of its own and by what its Persian name means, so that rare labels learn from others.
    """

    def __init__(self, meanings: Tensor, inputs: int, plan: MarkingPlan) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(inputs, eps=EPSILON)
        self.narrow = nn.Linear(inputs, plan.width)
        self.around = nn.ModuleList(
            nn.Conv1d(plan.width, plan.width, size, padding=size // 2) for size in plan.around
        )
        self.out = nn.Linear(plan.width, plan.size)
        self.own = nn.Parameter(torch.randn(len(meanings), plan.size) * 0.05)
        self.meant = nn.Linear(meanings.shape[1], plan.size, bias=False)
        self.nothing = nn.Parameter(torch.zeros(1, plan.size))
        self.bias = nn.Parameter(torch.cat([torch.tensor([2.0]), torch.zeros(len(meanings))]))
        self.dropout = nn.Dropout(plan.dropout)
        self.light_dropout = nn.Dropout(plan.dropout / 2)
        self.register_buffer("meanings", meanings)

    def forward(self, rows: Tensor) -> Tensor:
        """Return the likeness of each row to «tells nothing» and to each label, shape (stories, rows, 1 + labels)."""
        x = gelu(self.narrow(self.light_dropout(self.norm(rows))), approximate="tanh")
        for layer in self.around:
            seen = layer(self.dropout(x).transpose(1, 2)).transpose(1, 2)
            x = x + gelu(seen, approximate="tanh")
        likeness: Tensor = self.out(self.dropout(x)) @ self.labels().T + self.bias
        return likeness

    def labels(self) -> Tensor:
        """What is compared with each row."""
        return torch.cat([self.nothing, self.own + self.meant(self.meanings)])

    def weights(self) -> dict[str, Floats]:
        """The weights by the names under which :class:`assistant.drafting.marking.Head` reads them."""
        parts = {name: weight for name, weight in self.state_dict().items() if name.split(".")[0] in _PLAIN}
        parts |= {"labels": self.labels().detach(), "bias": self.bias.detach()}
        return {name: weight.numpy().astype(np.float32) for name, weight in parts.items()}


_PLAIN = ("norm", "narrow", "around", "out")


def fit(lessons: Sequence[Lesson], meanings: Floats, plan: MarkingPlan) -> MarkingNetwork:
    """Train on the rows of stories; ``meanings`` are the embeddings of what the labels are called."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    rng = Random(plan.seed)
    network = MarkingNetwork(torch.from_numpy(meanings), lessons[0].rows.shape[1], plan)
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    steps = plan.epochs * math.ceil(len(lessons) / plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / plan.warm_up, 1) * (1 + math.cos(math.pi * step / steps)) / 2
    )
    for epoch in range(1, plan.epochs + 1):
        order = rng.sample(range(len(lessons)), len(lessons))
        losses = []
        for start in range(0, len(order), plan.batch):
            loss = _loss(network, [lessons[place] for place in order[start : start + plan.batch]])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        told = f"dadkhah: epoch {epoch}/{plan.epochs}, loss {sum(losses) / len(losses):.3f}"
        print(told, file=sys.stderr, flush=True)
    return network.eval()


def write_marker(
    networks: Sequence[MarkingNetwork], labels: Sequence[str], plan: MarkingPlan, file: Path
) -> None:
    """Write the weights in half precision, with the labels and the layers that they belong to."""
    halves = {
        f"{number}.{name}": np.ascontiguousarray(weight, np.float16)
        for number, network in enumerate(networks)
        for name, weight in network.weights().items()
    }
    told: Mapping[str, str] = {
        "labels": json.dumps(list(labels), ensure_ascii=False),
        "layers": json.dumps(plan.layers),
    }
    save_file(halves, file, metadata=dict(told))


def _loss(network: MarkingNetwork, batch: Sequence[Lesson]) -> Tensor:
    """Among the labels of its form alone each row is to tell its own."""
    rows = pad_sequence([torch.from_numpy(lesson.rows).float() for lesson in batch], batch_first=True)
    targets = pad_sequence(
        [torch.tensor(lesson.targets) for lesson in batch], batch_first=True, padding_value=_UNREAD
    )
    closed = torch.full((len(batch), 1 + len(network.own)), -1e9)
    for number, lesson in enumerate(batch):
        closed[number, [0, *lesson.allowed]] = 0
    likeness = network(rows) + closed[:, None]
    return cross_entropy(likeness.flatten(0, 1), targets.flatten(), ignore_index=_UNREAD)
