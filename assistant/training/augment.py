"""More pairs from those of the corpus: formal for spoken words, clean for mistyped ones, Persian for Latin letters.

Three kinds bring a text to another form of itself. And some of the pairs are asked once more as people type: mistyped,
or in Latin letters, either as they stand or as the index reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from assistant.persian import formalize, in_one_spelling, is_finglish
from assistant.training.latin import to_latin
from assistant.training.noise import mistype
from assistant.training.pairs import Pair

EACH = 5000  # pairs of a text with another form of itself
ROUGH = 0.15  # of the pairs of the corpus, asked once more as people type


def augmented(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """Return pairs made from these; the same for the same seed."""
    rng = Random(seed)
    spoken = list({pair.asked: pair for pair in pairs if not is_finglish(pair.asked)}.values())
    made = [*_forms(spoken, rng), *_rough(pairs, rng)]
    return [pair for pair in made if pair.asked != pair.right]


def _forms(pairs: Sequence[Pair], rng: Random) -> Iterator[Pair]:
    for pair in rng.sample(pairs, min(EACH, len(pairs))):
        yield _itself(pair, "spoken to formal", pair.asked, formalize(pair.asked))
    for pair in rng.sample(pairs, min(EACH, len(pairs))):
        yield _itself(pair, "typo to clean", mistype(pair.asked, rng), pair.asked)
    for pair in rng.sample(pairs, min(EACH, len(pairs))):
        yield _itself(pair, "finglish to persian", _latin(pair.asked, rng), pair.asked)


def _rough(pairs: Sequence[Pair], rng: Random) -> Iterator[Pair]:
    for pair in rng.sample(pairs, int(ROUGH * len(pairs))):
        typed = mistype(pair.asked, rng) if rng.random() < 2 / 3 else _latin(pair.asked, rng)
        yield replace(pair, kind=f"{pair.kind}, as typed", asked=typed)


def _latin(text: str, rng: Random) -> str:
    typed = to_latin(text, rng)
    return in_one_spelling(typed) if rng.random() < 1 / 2 else typed


def _itself(pair: Pair, kind: str, asked: str, right: str) -> Pair:
    return replace(pair, kind=kind, asked=asked, right=right, prompt="query")
