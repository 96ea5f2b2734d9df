"""Texts that stand twice, or nearly: people would get one of two answers by chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, warning
from assistant.law.schemas import RULE_REFERENCE
from assistant.persian import search_text

# Cosine of TF-IDF over character n-grams, set by reading the pairs of the shipped corpus from the top down.
# Wordings: from 0.8 on, most pairs ask the same thing and two records compete for it («اظهارنامه اومده جواب ندم چی
# میشه؟»); below it they only share a phrase («سهم دختر از ارث پدر» and «سهم زن از ارث شوهر», 0.64).
ALIKE_WORDINGS = 0.8
# Notes: articles of parallel institutions differ in one term and are rightly alike (retrial and cassation on two
# conflicting judgments, 0.85); a note that was copied and then touched up stays above 0.9.
ALIKE_NOTES = 0.9
_PUNCTUATION = re.compile(r"[^\w\s]")


@dataclass(frozen=True)
class Written:
    """A text, the record it stands in, and where a person finds that."""

    record: str
    where: str
    text: str

    @cached_property
    def plain(self) -> str:
        """The text as far as it matters for likeness: no punctuation, no rule references."""
        words = _PUNCTUATION.sub(" ", search_text(RULE_REFERENCE.sub(" ", self.text)))
        return " ".join(words.split())


def wordings(corpus: Corpus) -> Iterator[Finding]:
    """What people ask belongs to one question or service, and no two wordings of it are variations of one."""
    asked = [
        Written(record.id, _place(corpus, record.id), wording)
        for record in corpus.asked
        for wording in record.wordings
    ]
    yield from _repeated(asked)
    for score, one, other in alike(asked, ALIKE_WORDINGS):
        said = f"«{one.text}» is nearly «{other.text}»"
        if one.record == other.record:
            yield warning(one.where, f"{said}: let each wording be another person's")
        else:
            yield warning(one.where, f"{said} of {other.where} ({score:.2f}): merge, or tell them apart")


def notes(corpus: Corpus) -> Iterator[Finding]:
    """No two notes say the same."""
    written = [
        Written(f"{statute.law}:{note.number}", f"statutes/{statute.law}.yaml › {note.number}", note.note)
        for statute in corpus.statutes.values()
        for note in statute.articles
    ]
    yield from _repeated(written)
    for score, one, other in alike(written, ALIKE_NOTES):
        said = f"says nearly the same as {other.where} ({score:.2f})"
        yield warning(one.where, f"{said}: say what this article adds")


def alike(texts: Sequence[Written], least: float) -> Iterator[tuple[float, Written, Written]]:
    """The pairs of different texts whose likeness is at least ``least``, most alike first."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # slow to import, and only the check needs it

    plain = [text.plain for text in texts]
    if not any(plain):
        return
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, dtype=np.float32)
    vectors = grams.fit_transform(plain)
    likeness = (vectors @ vectors.T).tocoo()
    close = (likeness.data >= least) & (likeness.row < likeness.col)
    pairs = zip(likeness.data[close], likeness.row[close], likeness.col[close], strict=True)
    for score, one, other in sorted(pairs, reverse=True):
        if plain[one] != plain[other]:
            yield float(score), texts[one], texts[other]


def _repeated(texts: Sequence[Written]) -> Iterator[Finding]:
    same: dict[str, list[Written]] = defaultdict(list)
    for text in texts:
        same[text.plain].append(text)
    for found in same.values():
        places = list(dict.fromkeys(text.where for text in found))
        if len(places) > 1:
            yield error(places[0], f"«{found[0].text}» stands in {' and '.join(places[1:])} too: keep one")
        elif len(found) > 1:
            yield error(places[0], f"«{found[0].text}» stands {len(found)} times: keep one")


def _place(corpus: Corpus, record: str) -> str:
    return f"questions › {record}" if record in corpus.questions else f"services/{record}.yaml"
