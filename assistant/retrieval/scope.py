"""Whether a text is a matter of law at all: a second opinion beside that of the router of problems."""

from __future__ import annotations

import math
from collections.abc import Iterator

from assistant.law.corpus import Corpus
from assistant.retrieval.examples import OUT_OF_SCOPE, VAGUE, Example, ScopeTexts, training_examples
from assistant.retrieval.problem_model import ProblemModel
from assistant.retrieval.urgency import UrgencyTexts
from assistant.retrieval.views import Floats

LAW = "law"
_NEARLY_SURE = 1e-6  # no model is believed beyond this


def scope_examples(corpus: Corpus, scope: ScopeTexts, urgency: UrgencyTexts) -> list[Example]:
    """Return what is of law, whatever its problem, and what is not; all that is urgent is of law."""
    return [*_told(corpus, scope), *(Example(text, LAW) for text in _urgent(urgency))]


def _told(corpus: Corpus, scope: ScopeTexts) -> Iterator[Example]:
    for example in training_examples(corpus, scope):
        yield Example(example.text, example.label if example.label in (OUT_OF_SCOPE, VAGUE) else LAW)


def _urgent(texts: UrgencyTexts) -> Iterator[str]:
    yield from texts.danger
    yield from texts.deadline
    yield from texts.detention


class ScopeRouter:
    """Joins two opinions on whether a text is no matter of law.

    One model learned this from problems that are told, the other from nothing but the difference: each errs elsewhere.
    """

    def __init__(self, model: ProblemModel) -> None:
        self._model = model
        self._place = model.labels.index(OUT_OF_SCOPE)

    def out_of_scope(self, text: str, depths: Floats, other: float) -> float:
        """Return the probability that lies between ours and the other's, in the middle of their odds."""
        own = float(self._model.probabilities(text, depths)[self._place])
        return 1 / (1 + math.exp(-(_log_odds(own) + _log_odds(other)) / 2))


def _log_odds(chance: float) -> float:
    kept = min(max(chance, _NEARLY_SURE), 1 - _NEARLY_SURE)
    return math.log(kept / (1 - kept))
