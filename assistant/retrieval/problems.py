"""Which of the forms a text is about, or none of them, or nothing of law at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assistant.retrieval.examples import GENERAL, OUT_OF_SCOPE, VAGUE
from assistant.retrieval.problem_model import ProblemModel
from assistant.retrieval.views import Floats


@dataclass(frozen=True, slots=True)
class ProblemScore:
    """A form and the probability that the text is about its problem."""

    slug: str
    probability: float


@dataclass(frozen=True, slots=True)
class ProblemScores:
    """Calibrated probabilities; those of ``ranked`` and ``none`` add up to one."""

    ranked: tuple[ProblemScore, ...]  # every form, best first
    none: float  # none of the forms: a general question of law, out of scope, or vague
    out_of_scope: float  # the part of ``none`` that is no matter of law
    vague: float = 0.0  # the part of ``none`` that says too little to tell

    def __iter__(self) -> Iterator[ProblemScore]:
        return iter(self.ranked)

    @property
    def best(self) -> ProblemScore:
        """The most probable form."""
        return self.ranked[0]

    def of(self, slug: str) -> float:
        """The probability of one form; zero for one the router never learned."""
        return next((score.probability for score in self.ranked if score.slug == slug), 0.0)


class ProblemRouter:
    """Reads the probabilities of a trained model as scores of forms."""

    def __init__(self, model: ProblemModel) -> None:
        self._model = model
        others = (GENERAL, OUT_OF_SCOPE, VAGUE)
        self._forms = [i for i, label in enumerate(model.labels) if label not in others]

    def scores(self, text: str, depths: Floats) -> ProblemScores:
        """Return the scores of a text, embedded as a question after several layers, shape (depths, dimension)."""
        probabilities = self._model.probabilities(text, depths)
        labels = self._model.labels
        order = sorted(self._forms, key=lambda i: (-float(probabilities[i]), labels[i]))
        beside = {label: float(chance) for label, chance in zip(labels, probabilities, strict=True)}
        return ProblemScores(
            ranked=tuple(ProblemScore(labels[i], beside[labels[i]]) for i in order),
            none=1.0 - float(np.sum(probabilities[self._forms])),
            out_of_scope=beside[OUT_OF_SCOPE],
            vague=beside.get(VAGUE, 0.0),
        )

    def guess(self, text: str) -> ProblemScore:
        """Return what the spelling alone makes of a text: rough, but no embedding is needed for it."""
        evidence = self._model.spelling.evidence(text)
        best = max(self._forms, key=lambda i: float(evidence[i]))
        return ProblemScore(self._model.labels[best], float(np.exp(evidence[best])))
