"""Training of the problem router, under a minute on two cores; nothing but the corpus goes in."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from assistant.retrieval.embedding import Vectors
from assistant.retrieval.examples import Example
from assistant.retrieval.problem_model import Mixture, ProblemModel
from assistant.retrieval.spelling import SpellingFeatures
from assistant.retrieval.views import (
    ExampleView,
    Floats,
    Linear,
    MeaningView,
    SpellingView,
    side_by_side,
)

SPELLING_FEATURES = 20_000
SPELLING_STRENGTH = 30.0  # inverse of the regularisation
MEANING_STRENGTH = 25.0
STEPS = 60
HELD_OUT = 5  # every fifth example of a label is kept for the calibration
UNFITTED = Mixture(spelling=1.0, meaning=1.0, nearest=0.0)

Labels = NDArray[np.int64]


def train(examples: Sequence[Example], vectors: Vectors) -> ProblemModel:
    """Fit the router; ``vectors`` are the examples embedded as questions, shape (n, depths, dimension)."""
    names, labels = _labelled(examples)
    texts = [example.text for example in examples]
    held = _held_out(labels)
    learners = np.flatnonzero(~held)
    trial = _fit(names, [texts[i] for i in learners], vectors[learners], labels[learners], UNFITTED)
    judges = np.flatnonzero(held)
    evidence = np.stack([trial.evidence(texts[i], vectors[i]) for i in judges], axis=1)
    return _fit(names, texts, vectors, labels, calibrate(evidence, labels[judges]))


def calibration_texts(examples: Sequence[Example]) -> frozenset[str]:
    """The texts that say how far the views can be trusted: no embedding may have been trained on them."""
    _, labels = _labelled(examples)
    held = _held_out(labels)
    return frozenset(example.text for example, out in zip(examples, held.tolist(), strict=True) if out)


def calibrate(evidence: Floats, truth: Labels) -> Mixture:
    """Return the weights under which the truth of unseen examples is least surprising.

    ``evidence`` has the shape (views, texts, labels).
    """
    from scipy.optimize import minimize
    from scipy.special import logsumexp

    seen = evidence.astype(np.float64)

    def surprise(weights: NDArray[np.float64]) -> float:
        scores = np.tensordot(weights, seen, axes=1)
        return float((logsumexp(scores, axis=1) - scores[np.arange(len(truth)), truth]).mean())

    start = np.array([0.5, 0.5, 5.0])
    fitted = minimize(surprise, start, method="L-BFGS-B", bounds=[(0.0, 3.0), (0.0, 3.0), (0.0, 60.0)])
    return Mixture(*fitted.x.tolist())


def _labelled(examples: Sequence[Example]) -> tuple[list[str], Labels]:
    """The labels by name, and the number of each example's label among them."""
    names = sorted({example.label for example in examples})
    number = {name: position for position, name in enumerate(names)}
    return names, np.array([number[example.label] for example in examples], np.int64)


def _held_out(labels: Labels) -> NDArray[np.bool_]:
    """Mark every fifth example of each label, never the first."""
    seen: defaultdict[int, int] = defaultdict(int)
    held = np.zeros(len(labels), np.bool_)
    for position, label in enumerate(labels.tolist()):
        seen[label] += 1
        held[position] = seen[label] % HELD_OUT == 0
    return held


def _fit(
    names: Sequence[str], texts: Sequence[str], vectors: Vectors, labels: Labels, mixture: Mixture
) -> ProblemModel:
    features = SpellingFeatures.fit(texts, SPELLING_FEATURES)
    center = np.asarray(vectors.mean(axis=0), np.float32)
    order = np.argsort(labels, kind="stable")
    with _stopped_early(), ThreadPoolExecutor(2) as pool:
        spelling = pool.submit(_regress, features.transform(texts), labels, SPELLING_STRENGTH)
        meaning = pool.submit(_regress, side_by_side(vectors, center), labels, MEANING_STRENGTH)
    return ProblemModel(
        labels=tuple(names),
        spelling=SpellingView(features, spelling.result()),
        meaning=MeaningView(center, meaning.result()),
        examples=ExampleView(vectors[order, -1], labels[order]),
        mixture=mixture,
    )


def _regress(features: csr_matrix | Vectors, labels: Labels, strength: float) -> Linear:
    from sklearn.linear_model import LogisticRegression

    regression = LogisticRegression(C=strength, max_iter=STEPS, tol=1e-3).fit(features, labels)
    return Linear(regression.coef_.T.astype(np.float32), regression.intercept_.astype(np.float32))


@contextmanager
def _stopped_early() -> Iterator[None]:
    """Say nothing of a regression that was stopped: it costs nothing on unseen texts."""
    from sklearn.exceptions import ConvergenceWarning

    with warnings.catch_warnings():  # around both threads: filters are the whole process's
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield
