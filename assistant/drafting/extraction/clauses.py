"""Where sentences and clauses end, and who a stretch of text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.drafting.extraction.cues import compiled, cues

SENTENCE_END = re.compile(r"[.؟?!؛;\n](?!\d)")
CLAUSE_END = re.compile(r"[،,](?!\d)| و | ولی | اما ")
_NEAR = 30  # characters: so close before a number, a person is the one it belongs to
_OWN = re.compile(r"(?<!\w)(?:من|خودم|بنده|اینجانب|هستم)(?!\w)")


class Span(NamedTuple):
    """A place in the text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether two places share a character."""
        return self.start < other.end and other.start < self.end


def sentence_start(folded: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max((match.end() for match in SENTENCE_END.finditer(folded, 0, at)), default=0)


def sentence_end(folded: str, at: int) -> int:
    """Where the sentence of a place ends."""
    match = SENTENCE_END.search(folded, at)
    return match.start() if match else len(folded)


def sentence_before(folded: str, at: int) -> str:
    """The sentence up to a place."""
    return folded[sentence_start(folded, at) : at]


def sentence_after(folded: str, at: int) -> str:
    """The rest of the sentence from a place on."""
    return folded[at : sentence_end(folded, at)]


def owner(before: str) -> Literal["self", "other", "unsure"]:
    """Whose a thing is that is named after a piece of sentence: who was spoken of last, and how near."""
    others = [match.end() for match in other_person().finditer(before)]
    if not others:
        return "self"
    own = [match.end() for match in _OWN.finditer(before)]
    if own and own[-1] > others[-1]:
        return "self"
    near = len(before) - others[-1] <= _NEAR and not CLAUSE_END.search(before, others[-1])
    return "other" if near else "unsure"


@lru_cache(maxsize=1)
def other_person() -> re.Pattern[str]:
    """Words for the other party: a relation with or without «م», or a pronoun."""
    return compiled(rf"(?<!\w)(?:(?:RELATION){cues().relation_endings}|OTHERS)(?!\w)")


def relations(folded: str) -> Iterator[re.Match[str]]:
    """The places where a name may follow the other party at once: «همسر سابقم …», «بدهکار آقای …»."""
    around = f"{cues().relation_endings}{cues().relation_between}"
    return compiled(rf"(?<!\w)(?!(?<=از )طرف)(?:RELATION){around}(?!\w)").finditer(folded)


def kin_before(before: str) -> bool:
    """Whether a piece of text ends in words after which a name is that of a third person or of a place."""
    return compiled(rf"(?<!\w)(?:{cues().third_person}) *$").search(before) is not None
