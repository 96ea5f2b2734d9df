"""The small networks on top of a language model: from what it makes of each piece of a word to a label."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

EPSILON = 1e-5  # of the normalisation, as in torch


@dataclass(frozen=True)
class Heads:
    """Several networks that differ in the seed of their training: together they err less than each."""

    heads: tuple[Head, ...]
    layers: tuple[int, ...]  # of the language model, whose rows are seen side by side
    labels: Mapping[str, int]  # place of each; 0 is that of «tells nothing»

    @classmethod
    def open(cls, file: Path) -> Self:
        """Read what ``dadkhah train marking`` wrote."""
        from safetensors import safe_open

        with safe_open(str(file), "numpy") as content:
            told = content.metadata()
            weights = {name: content.get_tensor(name).astype(np.float32) for name in content.keys()}  # noqa: SIM118
        labels = {label: place for place, label in enumerate(json.loads(told["labels"]), start=1)}
        return cls(tuple(_heads(weights)), tuple(json.loads(told["layers"])), labels)

    def chances(self, rows: Floats, labels: Sequence[str]) -> Floats:
        """Return for each row the probability that it tells nothing, and of each label, shape (n, 1 + labels)."""
        places = [0, *(self.labels[label] for label in labels)]
        chances: Floats = np.mean([head.chances(rows, places) for head in self.heads], axis=0)
        return chances


@dataclass(frozen=True)
class Head:
    """Rows of a language model, normalised, narrowed, seen with their neighbours, and compared with each label."""

    weights: Mapping[str, Floats]

    def chances(self, rows: Floats, places: Sequence[int]) -> Floats:
        """Return for each row the probability of each label, given by its place, shape (n, places)."""
        x = rows - rows.mean(-1, keepdims=True)
        x /= np.sqrt(np.square(x).mean(-1, keepdims=True) + EPSILON)
        x = _gelu(self._dense("narrow", x * self.weights["norm.weight"] + self.weights["norm.bias"]))
        number = 0
        while f"around.{number}.weight" in self.weights:
            x = x + _gelu(self._around(f"around.{number}", x))
            number += 1
        likeness = self._dense("out", x) @ self.weights["labels"][places].T + self.weights["bias"][places]
        likeness -= likeness.max(-1, keepdims=True)
        chances: Floats = np.exp(likeness)
        chances /= chances.sum(-1, keepdims=True)
        return chances

    def _dense(self, name: str, x: Floats) -> Floats:
        y: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return y

    def _around(self, name: str, x: Floats) -> Floats:
        """A convolution over the rows; its weight has the shape (out, in, width)."""
        weight = self.weights[f"{name}.weight"]
        width = weight.shape[2]
        padded = np.pad(x, ((width // 2, width // 2), (0, 0)))
        seen = [padded[at : at + len(x)] @ weight[:, :, at].T for at in range(width)]
        y: Floats = np.sum(seen, axis=0) + self.weights[f"{name}.bias"]
        return y


def _heads(weights: Mapping[str, Floats]) -> Iterator[Head]:
    """The weights of each network: their names begin with its number."""
    numbers = sorted({int(name.split(".")[0]) for name in weights})
    for number in numbers:
        start = f"{number}."
        yield Head({n.removeprefix(start): weight for n, weight in weights.items() if n.startswith(start)})


def _gelu(x: Floats) -> Floats:
    """x · Φ(x), by the approximation with tanh that the training uses as well."""
    y: Floats = 0.5 * x * (1 + np.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x**3)))
    return y
