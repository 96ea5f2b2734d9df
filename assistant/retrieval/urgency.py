"""A learned opinion on what makes a text urgent, beside the cues of the guidance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.law.corpus import Corpus
from assistant.law.schemas import Slug, Text
from assistant.retrieval.examples import Example, ScopeTexts
from assistant.retrieval.problem_model import ProblemModel
from assistant.retrieval.views import Floats

CALM = "calm"


class UrgencyTexts(BaseModel):
    """The contents of ``corpus/scope/urgency.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    danger: tuple[Text, ...]
    deadline: tuple[Text, ...]
    detention: tuple[Text, ...]
    calm: tuple[Text, ...]
    unclear: tuple[Slug, ...]  # forms whose wordings may be urgent


def read_urgency(file: Path) -> UrgencyTexts:
    """Read ``urgency.yaml``."""
    return UrgencyTexts.model_validate(yaml.load(file.read_bytes(), yaml.CSafeLoader))


def urgency_examples(corpus: Corpus, scope: ScopeTexts, texts: UrgencyTexts) -> list[Example]:
    """Return urgent and calm texts; where one is told as both, the first label counts."""
    return [*_told(texts), *_ordinary(corpus, scope, texts)]


def _told(texts: UrgencyTexts) -> Iterator[Example]:
    labelled = {
        "danger": texts.danger,
        "deadline": texts.deadline,
        "detention": texts.detention,
        CALM: texts.calm,
    }
    for label, told in labelled.items():
        yield from (Example(text, label) for text in told)


def _ordinary(corpus: Corpus, scope: ScopeTexts, texts: UrgencyTexts) -> Iterator[Example]:
    for claim in corpus.claims.values():
        if claim.slug not in texts.unclear:
            yield from (Example(text, CALM) for text in claim.utterances)
    yield from (Example(text, CALM) for text in (*scope.general, *scope.out_of_scope))


class UrgencyRouter:
    """Reads the probabilities of a trained model as those of each urgency."""

    def __init__(self, model: ProblemModel) -> None:
        self._model = model

    def chances(self, text: str, depths: Floats) -> dict[str, float]:
        """Return the probability of each urgency; what is left to 1 is that of a calm text."""
        probabilities = self._model.probabilities(text, depths).tolist()
        chances = dict(zip(self._model.labels, probabilities, strict=True))
        return {label: chance for label, chance in chances.items() if label != CALM}
