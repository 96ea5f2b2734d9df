"""The texts from which the problem router learns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from assistant.law.corpus import Corpus
from assistant.law.schemas import Text
from assistant.persian import in_one_spelling

GENERAL = "general"  # about the law, and no form fits
OUT_OF_SCOPE = "out of scope"  # not about the law at all
VAGUE = "vague"  # says too little to be about anything


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it is about: the slug of a form, GENERAL, OUT_OF_SCOPE or VAGUE."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class ScopeTexts:
    """Texts of ``corpus/scope``: general questions of law, what is not of law, and what says too little."""

    general: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    vague: tuple[str, ...] = ()


def read_scope(folder: Path) -> ScopeTexts:
    """Read ``in_scope.yaml``, ``out_of_scope.yaml`` and ``vague.yaml``."""
    return ScopeTexts(
        *(_read_texts(folder / f"{name}.yaml") for name in ("in_scope", "out_of_scope", "vague"))
    )


def training_examples(corpus: Corpus, scope: ScopeTexts) -> list[Example]:
    """Return every wording of the corpus whose problem is known; where one is told of two, the first counts."""
    return [*_of_claims(corpus), *_of_questions(corpus), *_of_scope(scope)]


def as_asked(examples: Iterable[Example]) -> list[Example]:
    """Return examples as the index asks for them, in Persian letters and one spelling, each text once."""
    found: dict[str, str] = {}
    for example in examples:
        found.setdefault(in_one_spelling(example.text), example.label)
    return [Example(text, label) for text, label in found.items()]


def _of_claims(corpus: Corpus) -> Iterator[Example]:
    for claim in corpus.claims.values():
        for text in (claim.title, claim.plain, *claim.synonyms, *claim.utterances):
            yield Example(text, claim.slug)


def _of_questions(corpus: Corpus) -> Iterator[Example]:
    """A question that no form serves is general; the forms of others come after the answer, and are no label.

    One wording of each: with all of them, what no form fits would outweigh the problems that people bring.
    """
    for asked in corpus.asked:
        if not asked.forms:
            yield Example(asked.wordings[0], GENERAL)


def _of_scope(scope: ScopeTexts) -> Iterator[Example]:
    yield from (Example(text, GENERAL) for text in scope.general)
    yield from (Example(text, OUT_OF_SCOPE) for text in scope.out_of_scope)
    yield from (Example(text, VAGUE) for text in scope.vague)


def _read_texts(path: Path) -> tuple[str, ...]:
    return TypeAdapter(tuple[Text, ...]).validate_python(yaml.load(path.read_bytes(), yaml.CSafeLoader))
