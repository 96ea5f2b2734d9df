"""Everything that a training of the embedding sees."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from assistant.law.corpus import Corpus
from assistant.persian import in_one_spelling
from assistant.retrieval.examples import as_asked, read_scope, training_examples
from assistant.retrieval.problem_training import calibration_texts
from assistant.training.augment import augmented
from assistant.training.pairs import Pair, corpus_pairs


def training_pairs(corpus: Corpus, scope: Path, seed: int) -> list[Pair]:
    """Return the pairs of the corpus and those made from them, without the texts that calibrate the problem router.

    ``scope`` is the folder ``corpus/scope``. The same corpus and seed give the same pairs.
    """
    kept_out = calibration_texts(as_asked(training_examples(corpus, read_scope(scope))))
    pairs = [
        p
        for p in corpus_pairs(corpus)
        if kept_out.isdisjoint((in_one_spelling(p.asked), in_one_spelling(p.right)))
    ]
    return [*pairs, *augmented(pairs, seed)]


def pairs_hash(pairs: Sequence[Pair]) -> str:
    """The SHA-256 of the pairs, in their order."""
    lines = ("\0".join((p.kind, p.asked, p.right, p.main, *sorted(p.about), p.prompt)) for p in pairs)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
