"""Phrases with a form of their own: a branch, coins of a dowry, an address, a yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.cues import any_of, compiled, cues


def find_phrases(folded: str) -> Iterator[Candidate]:
    """What the patterns of the table find."""
    for field, patterns in cues().patterns.items():
        for pattern in patterns:
            for match in compiled(pattern).finditer(folded):
                yield Candidate(field, *match.span("v"))


def find_addresses(folded: str) -> Iterator[Candidate]:
    """An address after a word that says whose it is; it must name a street, a square or the like."""
    table = cues()
    ends = compiled(table.address_ends)
    for field, introductions in table.addresses.items():
        for introduction in introductions:
            for match in compiled(rf"(?<!\w)(?:{introduction})(?!\w) *:? *").finditer(folded):
                if field == "applicant_address" and _speaks_of_other(folded, match.start()):
                    continue
                end = ends.search(folded, match.end())
                stop = end.start() if end else len(folded)
                address = folded[match.end() : stop].rstrip(" ،,")
                if compiled(table.address_words).search(address):
                    yield Candidate(field, match.end(), match.end() + len(address))


def find_flags(folded: str) -> Iterator[Candidate]:
    """Yes/no facts that are said outright."""
    for field, cue in cues().flags.items():
        for value, patterns in ((True, cue.affirm), (False, cue.deny)):
            for pattern in patterns:
                for match in compiled(pattern).finditer(folded):
                    yield Candidate(field, *match.span(), value=value)


def _speaks_of_other(folded: str, at: int) -> bool:
    """Whether the sentence up to a place is about another person: «همسرم … ساکن کرج»."""
    sentence = re.split(r"[.؟?!؛;\n]", folded[:at])[-1]
    return any_of(cues().others).search(sentence[-60:]) is not None
