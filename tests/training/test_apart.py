"""No pair comes from the evaluation sets, neither word for word nor nearly so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from assistant.persian import search_text
from assistant.training.pairs import Pair
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
    grams.fit([*texts, *others])
    mine, theirs = csr_matrix(grams.transform(texts)), csr_matrix(grams.transform(others))
    shared = (mine @ theirs.T).tocoo()
    sizes, other_sizes = mine.sum(axis=1).A1, theirs.sum(axis=1).A1
    found = np.zeros(len(texts))
    likeness = shared.data / (sizes[shared.row] + other_sizes[shared.col] - shared.data)
    np.maximum.at(found, shared.row, likeness)
    return found


def trained(pairs: Sequence[Pair]) -> list[str]:
    return sorted({key(text) for pair in pairs for text in (pair.asked, pair.right)})


def test_no_text_of_a_pair_equals_one_of_the_sets(pairs: list[Pair]) -> None:
    assert set(trained(pairs)).isdisjoint(map(key, evaluated()))


def test_no_text_of_a_pair_nearly_equals_one_of_the_sets(pairs: list[Pair]) -> None:
    texts = trained(pairs)
    likeness = nearest(texts, sorted(map(key, evaluated())))
    assert not [texts[place] for place in np.flatnonzero(likeness >= NEAR)]


def test_a_text_with_a_letter_changed_would_be_found() -> None:
    told = sorted(map(key, evaluated()))
    long = [text for text in told if len(text) > 60][:20]
    assert long
    assert (nearest([text[:30] + text[31:] for text in long], told) >= NEAR).all()
