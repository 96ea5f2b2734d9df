"""Three views of a text, each giving evidence for every label: its spelling, its meaning, its nearest example."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.embedding import Vectors
from assistant.retrieval.spelling import SpellingFeatures

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Multinomial logistic regression: ``weights`` of shape (features, labels)."""

    weights: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class SpellingView:
    """Logistic regression over character n-grams."""

    features: SpellingFeatures
    linear: Linear

    def evidence(self, text: str) -> Floats:
        """Return log-probabilities of the labels."""
        columns, values = self.features.row(text)
        return log_softmax(values @ self.linear.weights[columns].astype(np.float32) + self.linear.bias)


@dataclass(frozen=True, slots=True)
class MeaningView:
    """Logistic regression over what several layers of the language model make of a text, side by side.

    What a text is about is known to the last layer, how it is told to the ones before: none alone does as well.
    """

    center: Floats
    linear: Linear

    def evidence(self, depths: Floats) -> Floats:
        """Return log-probabilities of the labels for embeddings of shape (depths, dimension)."""
        return log_softmax(side_by_side(depths, self.center) @ self.linear.weights + self.linear.bias)


@dataclass(frozen=True, slots=True)
class ExampleView:
    """The embedded examples, sorted by label; every label has one at least."""

    vectors: Vectors
    labels: NDArray[np.int64]

    def evidence(self, vector: Floats) -> Floats:
        """Return the cosine of the nearest example of each label."""
        starts = np.flatnonzero(np.diff(self.labels, prepend=-1))
        nearest: Floats = np.maximum.reduceat(self.vectors @ vector, starts)
        return nearest


def side_by_side(depths: Floats, center: Floats) -> Floats:
    """Take the mean of each depth off, bring each row back to length 1, and join the depths of a text.

    From shape (…, depths, dimension) to (…, depths · dimension).
    """
    moved = depths - center
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    rows = np.asarray(moved / np.maximum(lengths, 1e-9), np.float32)
    return rows.reshape(*rows.shape[:-2], -1)


def log_softmax(scores: Floats) -> Floats:
    """Turn scores into log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), np.float32)
