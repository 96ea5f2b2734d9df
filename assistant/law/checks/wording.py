"""How texts are written: letters, spaces, lengths, lay wordings told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, warning
from assistant.law.prose import prose
from assistant.law.schemas import RULE_REFERENCE
from assistant.persian import search_text

MOST_SENTENCES = 4
_ARABIC = re.compile("[يكىةٱ٠-٩]")
_LATIN_DIGIT = re.compile(r"(?<![A-Za-z0-9/_.-])[0-9]+(?![A-Za-z0-9/_-])")
_SENTENCE_END = re.compile(r"[.؟!](?=\s|$|»)")


def letters(corpus: Corpus) -> Iterator[Finding]:
    """Persian letters and digits, single spaces."""
    for piece in prose(corpus):
        text = RULE_REFERENCE.sub("…", piece.text)
        if found := _ARABIC.search(text):
            yield error(piece.where, f"Arabic letter or digit {found[0]!r}: use the Persian one (ی, ک, ۱)")
        if "  " in text or " \u200c" in text or "\u200c " in text:
            yield warning(piece.where, "a double space, or a space beside a half-space: keep one")
        if piece.kind != "rule" and (found := _LATIN_DIGIT.search(text)):
            yield warning(piece.where, f"Latin digits {found[0]!r} in Persian prose: write Persian digits")


def lengths(corpus: Corpus) -> Iterator[Finding]:
    """Notes are short, their titles too."""
    for statute in corpus.statutes.values():
        for note in statute.articles:
            where = f"statutes/{statute.law}.yaml › {note.number}"
            sentences = len(_SENTENCE_END.findall(note.note))
            if sentences > MOST_SENTENCES:
                yield error(where, f"the note has {sentences} sentences: keep to {MOST_SENTENCES}")
            if not 2 <= len(note.title.split()) <= 9:
                yield warning(where, "a title has 2 to 8 words")


def utterances(corpus: Corpus) -> Iterator[Finding]:
    """One wording belongs to one problem, and stands there once."""
    told: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in corpus.claims.values():
        for wording in claim.utterances:
            told[search_text(wording)].append((claim.slug, wording))
    for same in told.values():
        slugs = sorted({slug for slug, _ in same})
        wordings = " = ".join(dict.fromkeys(f"«{wording}»" for _, wording in same))
        if len(slugs) > 1:
            yield error("claims", f"{wordings} stands in {' and '.join(slugs)}: keep it where it belongs")
        elif len(same) > 1:
            yield warning(f"claims/{slugs[0]}.yaml", f"{wordings} stands {len(same)} times: keep one")
