"""No pair and no story comes from the evaluation sets, neither word for word nor nearly so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from assistant.law import Corpus
from assistant.persian import search_text
from assistant.settings import Settings
from assistant.training.pairs import Pair
from assistant.training.stories import read_stories
from evals.datasets import (
    load_conversations,
    load_extraction,
    load_questions,
    load_triage,
    load_utterances,
)

NEAR = 0.8  # Jaccard likeness of the character 4-grams


def evaluated() -> set[str]:
    """What people say in every set, of both splits."""
    said: set[str] = set()
    for split in ("dev", "test"):
        said |= {question.question for question in load_questions(split)}
        said |= {
            case.text for case in (*load_utterances(split), *load_triage(split), *load_extraction(split))
        }
        for talk in load_conversations(split):
            said |= {talk.opening, *(aside.say for aside in (*talk.interruptions, *talk.corrections))}
    return said


def key(text: str) -> str:
    return search_text(text).replace(" ", "")


def nearest(texts: Sequence[str], others: Sequence[str]) -> np.ndarray:
    """The likeness of each text to the nearest of the others, by their keys."""
    grams = CountVectorizer(analyzer="char", ngram_range=(4, 4), binary=True, lowercase=False)
    theirs = csr_matrix(grams.fit_transform(others))
    shared = (csr_matrix(grams.transform(texts)) @ theirs.T).tocoo()
    sizes, other_sizes = (np.array([_grams(text) for text in side]) for side in (texts, others))
    found = np.zeros(len(texts))
    likeness = shared.data / (sizes[shared.row] + other_sizes[shared.col] - shared.data)
    np.maximum.at(found, shared.row, likeness)
    return found


def _grams(text: str) -> int:
    return len({text[at : at + 4] for at in range(len(text) - 3)})


@pytest.fixture(scope="module")
def trained(pairs: list[Pair], corpus: Corpus) -> list[str]:
    stories = read_stories(Settings().corpus_dir / "stories", corpus)
    texts = {text for pair in pairs for text in (pair.asked, pair.right)}
    return sorted({key(text) for text in texts | {story.text for story in stories}})


@pytest.fixture(scope="module")
def told() -> list[str]:
    return sorted(set(map(key, evaluated())))


def test_no_text_of_the_training_equals_one_of_the_sets(trained: list[str], told: list[str]) -> None:
    assert set(trained).isdisjoint(told)


def test_no_text_of_the_training_nearly_equals_one_of_the_sets(trained: list[str], told: list[str]) -> None:
    assert not [trained[place] for place in np.flatnonzero(nearest(trained, told) >= NEAR)]


def test_a_text_with_a_letter_changed_would_be_found(told: list[str]) -> None:
    long = [text for text in told if len(text) > 60][:20]
    assert long
    assert (nearest([text[:30] + text[31:] for text in long], told) >= NEAR).all()
