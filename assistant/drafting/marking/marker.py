"""From the probabilities of each word to what a story tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Protocol, Self

import numpy as np

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import SENTENCE_END
from assistant.drafting.fields import Field
from assistant.drafting.folding import fold
from assistant.drafting.marking.head import Floats, Heads
from assistant.drafting.marking.labels import NO, VALUE, labels_of
from assistant.persian import find_amounts, find_dates
from assistant.persian.dates import JalaliDate

TRAINED = Path(__file__).parent / "trained" / "marker.safetensors"
SURE = 0.7  # mean probability of the words from which they are believed; chosen on dev
EDGE = 0.45  # probability below which a word begins or ends nothing; chosen on dev
LONGEST = 600  # characters that are read at once: fewer pieces than the model takes
_WORD = re.compile(r"\d+(?:[./,]\d+)*|\w+|[^\w\s]")


class TokenRows(Protocol):
    """A language model that tells what it makes of each piece of a text."""

    def __call__(self, text: str, layers: Sequence[int]) -> tuple[Sequence[tuple[int, int]], Floats]:
        """Return the place of each piece in the text, and its rows after these layers, side by side."""
        ...


class Marker:
    """Marks the words of a story that tell a field of a form."""

    def __init__(self, heads: Heads, rows: TokenRows) -> None:
        self._heads = heads
        self._rows = rows

    @classmethod
    def open(cls, rows: TokenRows) -> Self:
        """Return the marker that ships, on a language model's rows."""
        return cls(Heads.open(TRAINED), rows)

    @property
    def labels(self) -> Collection[str]:
        """What it has learned to tell."""
        return self._heads.labels.keys()

    def candidates(self, fields: Mapping[str, Field], text: str, today: JalaliDate) -> Iterator[Candidate]:
        """The places that tell a field; of several for one field the likeliest.

        They count less than any cue: ``sureness`` is below that of a guess.
        """
        best: dict[str, tuple[float, Candidate]] = {}
        for label, start, end, chance in self._runs(fields, text):
            found = _candidate(label, start, end, fields, text, today) if chance >= SURE else None
            if found and chance > best.get(found.field, (0.0, found))[0]:
                best[found.field] = (chance, found)
        yield from (found for _, found in best.values())

    def _runs(self, fields: Mapping[str, Field], text: str) -> Iterator[tuple[str, int, int, float]]:
        """Stretches of words with the same likeliest label: the label, the place, the mean probability."""
        labels = [label for label in labels_of(fields) if label in self._heads.labels]
        folded = fold(text)
        words = [match.span() for match in _WORD.finditer(folded)]
        if not words or not labels:
            return
        chances = _of_words(words, *self._pieces(folded, labels))
        likeliest = chances.argmax(1)
        for label, places in groupby(range(len(words)), key=lambda place: int(likeliest[place])):
            run = _without_doubtful_ends(list(places), chances[:, label])
            if label and run:
                mean = float(chances[run, label].mean())
                yield labels[label - 1], words[run[0]][0], words[run[-1]][1], mean

    def _pieces(self, folded: str, labels: Sequence[str]) -> tuple[list[tuple[int, int]], Floats]:
        """The place of each piece of a word, and its probabilities; a long story is read stretch by stretch."""
        places: list[tuple[int, int]] = []
        chances = []
        for start, end in _stretches(folded):
            found, rows = self._rows(folded[start:end], self._heads.layers)
            places += [(start + first, start + last) for first, last in found]
            chances.append(self._heads.chances(rows, labels))
        return places, np.concatenate(chances)


def _without_doubtful_ends(run: list[int], chances: Floats) -> list[int]:
    """The words of a run from the first to the last that plainly tells its label."""
    plain = [place for place in run if chances[place] >= EDGE]
    return [place for place in run if plain[0] <= place <= plain[-1]] if plain else []


def _stretches(folded: str) -> Iterator[tuple[int, int]]:
    """Whole sentences, as many as the model reads at once."""
    ends = [*(match.end() for match in SENTENCE_END.finditer(folded)), len(folded)]
    start = 0
    for end, after in pairwise([*ends, len(folded) + LONGEST]):
        if after - start > LONGEST and end > start:
            yield start, end
            start = end


def _of_words(words: Sequence[tuple[int, int]], pieces: Sequence[tuple[int, int]], chances: Floats) -> Floats:
    """The mean over the pieces of each word; a word beyond what the model reads tells nothing."""
    starts, ends = np.array(words).T
    means = np.zeros((len(words), chances.shape[1]), np.float32)
    means[:, 0] = 1e-6
    for (start, end), row in zip(pieces, chances, strict=True):
        means[(starts < end) & (ends > start)] += row
    means /= means.sum(1, keepdims=True)
    return means


def _candidate(
    label: str, start: int, end: int, fields: Mapping[str, Field], text: str, today: JalaliDate
) -> Candidate | None:
    name, _, value = label.partition(VALUE)
    kind = fields[name].type
    if kind == "bool":
        return Candidate(name, start, end, sureness=-1, value=value != NO)
    if kind == "enum":
        return Candidate(name, start, end, sureness=-1, value=value)
    if kind in ("jalali_date", "rial_amount"):  # the whole of the date or the sum of which words are marked
        found = find_amounts(text) if kind == "rial_amount" else find_dates(text, today)
        whole = next((at for at in found if at.start < end and at.end > start), None)
        return Candidate(name, whole.start, whole.end, sureness=-1) if whole else None
    return Candidate(name, start, end, sureness=-1)
