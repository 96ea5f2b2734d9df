"""Figures of the law in prose, in digits and in words: each belongs in a rule, where it is dated once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.law.checks.spelled import shares, spelled_figures
from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, warning
from assistant.law.prose import Kind, Prose, prose
from assistant.law.schemas import RULE_REFERENCE
from assistant.law.words import words

# What people are told about their own matter. A note tells what an article says, a claim what people say: there a
# person looks at the figure.
STRICT: frozenset[Kind] = frozenset({"procedure", "form", "question", "service", "calculator", "field"})
# The choices of a field are values that drafts keep: a reference cannot stand in them.
STRICT_IN_WORDS: frozenset[Kind] = STRICT - {"field"}
ADVICE = "refer to a rule, {rule:ID}"
_NUMBER = "[0-9۰-۹][0-9۰-۹٬٫,./]*"
_GAP = r"[\s\u200c()]*"
_JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def figures(corpus: Corpus) -> Iterator[Finding]:
    """No figure of the law stands in prose."""
    for piece in _read(corpus):
        text = RULE_REFERENCE.sub(" … ", piece.text)
        for found in _in_digits(text):
            finding = error if piece.kind in STRICT else warning
            yield finding(piece.where, f"«{found}» is a figure of the law in prose: {ADVICE}")
        for found in spelled_figures(text):
            if piece.kind in STRICT_IN_WORDS:
                yield error(piece.where, f"«{found}» is a figure of the law in words: {ADVICE}")
            else:
                yield warning(piece.where, f"«{found}» may be a figure of the law: {ADVICE}")
        for found in shares(text):
            yield warning(piece.where, f"«{found}» may be a share that the law sets: {ADVICE}")


def _read(corpus: Corpus) -> Iterator[Prose]:
    """All prose, and the bodies of forms; what a rule says of itself is where figures belong."""
    yield from (piece for piece in prose(corpus) if piece.kind != "rule")
    for form in corpus.forms.values():
        body = corpus.form_dir(form.slug) / "body.j2"
        if body.is_file():
            text = _JINJA.sub(" … ", body.read_text(encoding="utf-8"))
            yield Prose("form", f"{form.folder}/{form.slug}/body.j2", text)


def _in_digits(text: str) -> Iterator[str]:
    digits, example = _patterns()
    for match in digits.finditer(text):
        if not example.search(text[: match.start()]):
            yield match[0]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    check = words().check
    units, endings = _any_of(check.figure_units), _any_of(check.figure_endings)
    magnitudes = _any_of(name for _, name in words().magnitudes)
    digits = rf"{_NUMBER}{_GAP}(?:{magnitudes}{_GAP})?{units}(?:\u200c?{endings})?(?!\w)"
    example = rf"{_any_of(check.examples)}\s*:?\s*«[^»]*$"
    return re.compile(digits), re.compile(example)


def _any_of(choices: Iterable[str]) -> str:
    return f"(?:{'|'.join(choices)})"
