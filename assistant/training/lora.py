"""Low-rank adapters for the linear layers of a network."""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from assistant.retrieval.adapter import Floats


class Adapted(nn.Module):
    """A frozen linear layer and a trained change of it; the change begins at nothing."""

    def __init__(self, base: nn.Linear, rank: int, scale: float) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        self.scale = scale
        self.down = nn.Parameter(torch.empty(rank, base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=math.sqrt(5))

    def forward(self, rows: Tensor) -> Tensor:
        """Apply the layer as it is changed so far."""
        own: Tensor = self.base(rows)
        return own + self.scale * linear(linear(rows, self.down), self.up)


def adapt(layers: nn.Module, rank: int, scale: float) -> None:
    """Put an adapter on every linear layer inside ``layers``, in place."""
    for parent in list(layers.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Linear) and not isinstance(parent, Adapted):
                setattr(parent, name, Adapted(child, rank, scale))


def factors(network: nn.Module) -> Iterator[tuple[str, tuple[Floats, Floats]]]:
    """Yield the name of each adapted layer and its factors (up, down), the scale taken into the first."""
    for name, module in network.named_modules():
        if isinstance(module, Adapted):
            up = (module.scale * module.up).detach().cpu().float().numpy()
            yield name, (up, module.down.detach().cpu().float().numpy())
