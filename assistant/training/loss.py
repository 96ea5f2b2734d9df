"""The contrastive loss: what is right for one is wrong for the others of a batch (InfoNCE; van den Oord, 2018)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from assistant.training.pairs import Pair


def contrast(asked: Tensor, right: Tensor, wrong: Tensor, temperature: float) -> Tensor:
    """Return the loss of a batch, both ways, from rows of length 1.

    ``wrong[i, j]`` says that the right text of ``j`` counts against what ``i`` asks.
    """
    own = torch.eye(len(asked), dtype=torch.bool, device=asked.device)
    scores = (asked @ right.T / temperature).masked_fill(~(wrong | own), float("-inf"))
    places = torch.arange(len(asked), device=asked.device)
    return (cross_entropy(scores, places) + cross_entropy(scores.T, places)) / 2


def wrong_for_each_other(pairs: Sequence[Pair]) -> Tensor:
    """Tell for every two pairs whether the right text of one is a mistake for the other; symmetric."""
    fits = [[other.main in pair.about for other in pairs] for pair in pairs]
    mine = torch.tensor(fits)
    return ~(mine | mine.T)
