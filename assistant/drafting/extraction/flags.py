"""Yes/no facts that are said outright: «دیرکردش هم می‌خوام», «تاجر نیستم»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import sentence_after
from assistant.drafting.extraction.cues import YesNoCue, compiled, cues, of_form

_REACH = 60  # characters after its subject in which the verb is looked for


def find_flags(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """What is affirmed or denied by itself, or by the verb after its subject."""
    for field, cue in of_form(cues().flags, fields):
        for value, patterns in ((True, cue.affirm), (False, cue.deny)):
            for pattern in patterns:
                for match in compiled(pattern).finditer(folded):
                    yield Candidate(field, *match.span(), value=value)
        for about in cue.about:
            for match in compiled(about).finditer(folded):
                said = _said_of(sentence_after(folded, match.end())[:_REACH], cue)
                if said is not None:
                    yield Candidate(field, *match.span(), value=said)


def _said_of(after: str, cue: YesNoCue) -> bool | None:
    """What the first telling verb says: yes, no, or nothing."""
    yes, no = _first(cue.confirmed_by or cues().wants, after), _first(cue.denied_by or cues().declines, after)
    if yes is None or (no is not None and no <= yes):
        return None if no is None else False
    return True


def _first(patterns: tuple[str, ...], text: str) -> int | None:
    found: list[re.Match[str]] = [m for pattern in patterns if (m := compiled(pattern).search(text))]
    return min((match.start() for match in found), default=None)
