"""Whether people can read it: long sentences, long texts, many long words.

The limits leave about one text in a thousand outside: they find what stands out from the shipped corpus, where a
sentence of a guide has 11 words on average and one word in a hundred is long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, info, warning
from assistant.law.prose import Kind, Prose, prose
from assistant.law.schemas import RULE_REFERENCE, Statement

HALF_SPACE = "\u200c"
SAID = "۲۰ روز"  # a figure of usual length, in the place of each reference
LONG_WORD, FEW_WORDS = 10, 8  # letters; a text of fewer words has no share worth telling
MOST_LONG_WORDS = 0.2
MOST_IN_RECORD: Mapping[str, int] = {
    "summary": 550,
    "answer": 800,
}  # letters and spaces, all statements together
_SENTENCE_END = re.compile(r"[.؟!؛](?=\s|$|»)")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a text of one kind may have."""

    words: int  # in a sentence
    letters: int  # in the whole text, spaces included


STATEMENT = Limit(words=36, letters=225)
LIMITS: Mapping[Kind, Limit] = {
    "note": Limit(words=60, letters=560),  # some articles are lists: who may not be an arbitrator
    "form": Limit(words=40, letters=280),  # warnings are read at leisure, before a signature
}


def readability(corpus: Corpus) -> Iterator[Finding]:
    """What is too long to be understood at one reading."""
    read: dict[Kind, list[int]] = defaultdict(list)
    for piece in prose(corpus):
        if piece.kind == "rule" or not piece.text:
            continue
        text = RULE_REFERENCE.sub(SAID, piece.text)
        lengths = sentence_lengths(text)
        read[piece.kind] += lengths
        yield from _too_long(piece, text, lengths)
    yield from _records(corpus)
    for kind, lengths in read.items():
        mean = sum(lengths) / max(1, len(lengths))
        yield info(f"readability of {kind}s", f"{mean:.1f} words a sentence, {max(lengths)} in the longest")


def sentence_lengths(text: str) -> list[int]:
    """The number of words in each sentence; «؛» ends one too, for the reader takes a breath there."""
    return [len(words) for words in map(str.split, _SENTENCE_END.split(text)) if words]


def long_words(text: str) -> float:
    """The share of long words; a half-space parts a word for the eye, and is not counted."""
    words = [len(word.replace(HALF_SPACE, "")) for word in text.split()]
    return sum(length >= LONG_WORD for length in words) / len(words) if len(words) >= FEW_WORDS else 0.0


def _too_long(piece: Prose, text: str, lengths: list[int]) -> Iterator[Finding]:
    limit = LIMITS.get(piece.kind, STATEMENT)
    if max(lengths, default=0) > limit.words:
        yield warning(
            piece.where, f"a sentence has {max(lengths)} words: part it, {limit.words} are the most"
        )
    if len(text) > limit.letters:
        yield warning(piece.where, f"{len(text)} letters and spaces: keep to {limit.letters}")
    if long_words(text) > MOST_LONG_WORDS:
        yield warning(piece.where, f"{long_words(text):.0%} of the words are long: say it in everyday words")


def _records(corpus: Corpus) -> Iterator[Finding]:
    for slug, procedure in corpus.procedures.items():
        yield from _whole(f"procedures/{slug}.yaml › summary", "summary", procedure.summary)
    for id_, question in corpus.questions.items():
        yield from _whole(f"questions › {id_} › answer", "answer", question.answer)


def _whole(where: str, part: str, statements: Iterable[Statement]) -> Iterator[Finding]:
    """A short answer is short: who wants more reads on."""
    length = sum(len(RULE_REFERENCE.sub(SAID, statement.text)) for statement in statements)
    if length > MOST_IN_RECORD[part]:
        yield warning(where, f"{length} letters and spaces together: keep to {MOST_IN_RECORD[part]}")
