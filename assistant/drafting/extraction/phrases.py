"""Phrases with a form of their own: a branch, coins of a dowry, a firm, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import other_person, owner, sentence_before
from assistant.drafting.extraction.cues import compiled, cues, is_verb, name_words, of_form
from assistant.drafting.extraction.name_shapes import name_at
from assistant.drafting.places import county_names

_RUN_WORD = re.compile(r"( *[،,] *| *)([آ-یأإئؤء]+|\d+)(?!\d)")
_NAMED_AFTER = re.compile(r"(?:شهید|خیابان|خیابون|میدان|میدون|بلوار|کوچه|پارک|شهرک) *$")
_TOWN = re.compile(r" ?آباد(?!\w)")
_LONGEST_RUN = 5  # words


def find_phrases(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """What the patterns of the table find; a run goes on as far as the words belong together."""
    for field, patterns in of_form(cues().patterns, fields):
        for pattern in patterns:
            for match in compiled(pattern).finditer(folded):
                yield Candidate(field, *match.span("v"))
    for sureness, table in ((1, cues().runs), (0, cues().guessed_runs)):
        for field, patterns in of_form(table, fields):
            for pattern in patterns:
                for match in compiled(pattern).finditer(folded):
                    start, end = match.span("v")
                    run_end = _end_of_run(folded, end)
                    if run_end > end:
                        yield Candidate(field, start, run_end, sureness)


def find_addresses(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """An address after a word that says whose it is; it must name a street, a square or the like."""
    table = cues()
    for field, introductions in of_form(table.addresses, fields):
        for introduction in introductions:
            for match in compiled(rf"(?<!\w)(?:{introduction})(?!\w) *:? *").finditer(folded):
                if field == "applicant_address" and _speaks_of_other(folded, match.start()):
                    continue
                yield from _address(folded, match.end(), field)
    if "opponent_address" in fields:
        for match in compiled(table.lives_at).finditer(folded):
            if owner(sentence_before(folded, match.start())) == "other":
                yield from _address(folded, match.end(), "opponent_address")


def _address(folded: str, start: int, field: str) -> Iterator[Candidate]:
    """The address that begins at a place, if it names a street or the like."""
    end = compiled(cues().address_ends).search(folded, start)
    address = folded[start : end.start() if end else len(folded)].rstrip(" ،,")
    if compiled(cues().address_words).search(address):
        yield Candidate(field, start, start + len(address))


def _end_of_run(folded: str, at: int) -> int:
    """How far the words of a name of a firm or a place go: to a verb, a person, a word of another kind."""
    comma_was = False
    for count in range(_LONGEST_RUN):
        match = _RUN_WORD.match(folded, at)
        if not match or not _belongs(folded, match, comma_was, first=count == 0):
            break
        comma_was = comma_was or bool(match[1].strip())
        at = match.end()
    return at


def _belongs(folded: str, match: re.Match[str], comma_was: bool, *, first: bool) -> bool:
    """Whether a word goes on with the name before it; at most one comma, and no person after the first word."""
    word = match[2]
    if _TOWN.match(folded, match.end()):  # «وکیل‌آباد»
        return True
    if match[1].strip() and comma_was:
        return False
    if (word in name_words().stop and word not in county_names()) or word in cues().run_stops:
        return False
    if not first and name_at(folded, match.start(2)) and not _NAMED_AFTER.search(folded[: match.start(2)]):
        return False
    return not is_verb(word) and not other_person().match(folded, match.start(2))


def _speaks_of_other(folded: str, at: int) -> bool:
    """Whether the sentence up to a place is about another person: «همسرم … ساکن کرج»."""
    return other_person().search(sentence_before(folded, at)[-60:]) is not None
