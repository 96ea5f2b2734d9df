"""The learned part of the problem router: the three views of a text, joined into calibrated probabilities."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from assistant.retrieval.spelling import SpellingFeatures
from assistant.retrieval.views import ExampleView, Floats, Linear, MeaningView, SpellingView, log_softmax

ARRAYS = "problems.npz"
NAMES = "problems.json"


@dataclass(frozen=True, slots=True)
class Mixture:
    """Weights of the views in the joined score; fitted so that the probabilities are calibrated."""

    spelling: float
    meaning: float
    nearest: float


@dataclass(frozen=True, slots=True)
class ProblemModel:
    """Gives each label its probability for a text, embedded as a question after several layers: (depths, dimension)."""

    labels: tuple[str, ...]
    spelling: SpellingView
    meaning: MeaningView
    examples: ExampleView
    mixture: Mixture

    def probabilities(self, text: str, depths: Floats) -> Floats:
        """Return the probability of each label."""
        return np.exp(log_softmax(mix(self.evidence(text, depths), self.mixture)))

    def evidence(self, text: str, depths: Floats) -> Floats:
        """Return the evidence of spelling, meaning and nearest example, shape (3, labels)."""
        return np.stack(
            [
                self.spelling.evidence(text),
                self.meaning.evidence(depths),
                self.examples.evidence(depths[-1]),
            ]
        )

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and names."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(
            folder / ARRAYS,
            spelling_idf=self.spelling.features.idf,
            spelling_weights=self.spelling.linear.weights.astype(np.float16),
            spelling_bias=self.spelling.linear.bias,
            meaning_center=self.meaning.center,
            meaning_weights=self.meaning.linear.weights,
            meaning_bias=self.meaning.linear.bias,
            example_vectors=self.examples.vectors,
            example_labels=self.examples.labels,
            mixture=np.array([self.mixture.spelling, self.mixture.meaning, self.mixture.nearest]),
        )
        names = {"labels": self.labels, "pieces": self.spelling.features.vocabulary}
        (folder / NAMES).write_text(json.dumps(names, ensure_ascii=False), "utf-8")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :meth:`save` wrote."""
        names = json.loads((folder / NAMES).read_text("utf-8"))
        with np.load(folder / ARRAYS) as arrays:
            features = SpellingFeatures(names["pieces"], arrays["spelling_idf"])
            return cls(
                labels=tuple(names["labels"]),
                spelling=SpellingView(features, Linear(arrays["spelling_weights"], arrays["spelling_bias"])),
                meaning=MeaningView(
                    arrays["meaning_center"], Linear(arrays["meaning_weights"], arrays["meaning_bias"])
                ),
                examples=ExampleView(arrays["example_vectors"], arrays["example_labels"]),
                mixture=Mixture(*arrays["mixture"].tolist()),
            )


def mix(evidence: Floats, mixture: Mixture) -> Floats:
    """Join evidence of shape (3, …, labels) into scores of shape (…, labels)."""
    weights = np.array([mixture.spelling, mixture.meaning, mixture.nearest], np.float32)
    return np.tensordot(weights, evidence, axes=1)
