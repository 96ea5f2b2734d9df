"""How texts are written: figures of the law, letters, spaces, lengths, lay wordings told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, warning
from assistant.law.prose import Prose, prose
from assistant.law.schemas import RULE_REFERENCE
from assistant.law.words import words
from assistant.persian import search_text

STRICT = frozenset({"procedure", "form", "question", "field"})  # a figure of the law in these is an error
MOST_SENTENCES = 4
_NUMBER = "[0-9۰-۹][0-9۰-۹٬٫,./]*"
_GAP = r"[\s\u200c()]*"
_ARABIC = re.compile("[يكىةٱ٠-٩]")
_LATIN_DIGIT = re.compile(r"(?<![A-Za-z0-9/_.-])[0-9]+(?![A-Za-z0-9/_-])")
_SENTENCE_END = re.compile(r"[.؟!](?=\s|$|»)")
_JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def figures(corpus: Corpus) -> Iterator[Finding]:
    """No figure of the law stands in prose."""
    for piece in prose(corpus):
        if piece.kind == "rule":
            continue
        yield from _figures(piece)
    for form in corpus.forms.values():
        body = corpus.form_dir(form.slug) / "body.j2"
        if body.is_file():
            text = _JINJA.sub(" … ", body.read_text(encoding="utf-8"))
            yield from _figures(Prose("form", f"{form.folder}/{form.slug}/body.j2", text))


def _figures(piece: Prose) -> Iterator[Finding]:
    text = RULE_REFERENCE.sub(" … ", piece.text)
    in_digits, in_words = _figure_patterns()
    finding = error if piece.kind in STRICT else warning
    for match in in_digits.finditer(text):
        yield finding(
            piece.where, f"«{match[0]}» is a figure of the law in prose: refer to a rule, {{rule:ID}}"
        )
    for match in in_words.finditer(text):
        yield warning(piece.where, f"«{match[0]}» may be a figure of the law: refer to a rule, {{rule:ID}}")


@lru_cache(maxsize=1)
def _figure_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    check = words().check
    units = "|".join(check.figure_units)
    numbers = "|".join(check.number_words)
    magnitudes = "|".join(name for _, name in words().magnitudes)
    digits = re.compile(rf"{_NUMBER}{_GAP}(?:(?:{magnitudes}){_GAP})?(?:{units})ه?(?!\w)")
    spelled = re.compile(
        rf"(?<![\w\u200c])(?:{numbers})[\s\u200c]+(?:(?:{numbers})[\s\u200c]+)?(?:{units})ه?(?![\w\u200c])"
    )
    return digits, spelled


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
