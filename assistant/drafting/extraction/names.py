"""Names of people: a known first name and what follows it, where a cue says whose name it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.cues import any_of, compiled, cues, name_words

_WORD = re.compile(r"[آ-یأإئؤء]+")
_NEXT_WORD = re.compile(rf" *({_WORD.pattern})")
_AM_OR_IS = re.compile(r"(?<=ی)[هم]$")  # «کریمیه», «احمدیم»: the verb written on to the name


class _Name(NamedTuple):
    start: int
    end: int


def find_names(folded: str) -> Iterator[Candidate]:
    """Names of the person, of the other party, of a lawyer, an expert, a deceased."""
    yield from _of_applicant(folded)
    yield from _of_opponent(folded)
    for field in ("lawyer_name", "expert_name", "deceased_name"):
        yield from _after_cue(folded, cues().names[field], field)


def _of_applicant(folded: str) -> Iterator[Candidate]:
    names = cues().names
    yield from _after_cue(folded, names["applicant_own"], "applicant_name", sureness=2)
    for match in compiled(names["applicant_i"]).finditer(folded):
        name = _name_at(folded, match.end())
        if name and (
            _verb_on(folded, name) or compiled(names["applicant_i_after"]).search(folded[name.end :])
        ):
            yield Candidate("applicant_name", *_without_verb(folded, name), sureness=2)
    for word in _WORD.finditer(folded):
        name = _name_at(folded, word.start())
        if name and compiled(names["applicant_am"]).search(folded[name.end :]):
            yield Candidate("applicant_name", *name, sureness=2 if word.start() == 0 else 1)


def _of_opponent(folded: str) -> Iterator[Candidate]:
    names = cues().names
    yield from _after_cue(folded, names["opponent_own"], "opponent_name", sureness=3)
    for match in any_of(cues().relations).finditer(folded):
        name = _name_at(folded, match.end())
        if name:
            yield Candidate("opponent_name", *_without_verb(folded, name), sureness=2)
    yield from _after_cue(folded, names["opponent_called"], "opponent_name")
    for match in compiled(names["opponent_from"]).finditer(folded):
        name = _name_at(folded, match.end())
        if name and compiled(names["opponent_from_after"]).search(folded[name.end :]):
            yield Candidate("opponent_name", *name)


def _after_cue(folded: str, cue: str, field: str, sureness: int = 1) -> Iterator[Candidate]:
    for match in compiled(cue).finditer(folded):
        name = _name_at(folded, match.end())
        if name:
            yield Candidate(field, *_without_verb(folded, name), sureness=sureness)


def _name_at(folded: str, at: int) -> _Name | None:
    """The name that begins at a place, titles left out; None where it is not surely a name."""
    words = name_words()
    tokens = _run_of_words(folded, at)
    while tokens and tokens[0].text in words.titles:
        tokens.pop(0)
    if not tokens:
        return None
    start, position = tokens[0].start, 0
    while position < len(tokens) and tokens[position].text in words.before:
        position += 1
    given = position
    while position < len(tokens) and tokens[position].text in words.first:
        position += 1
    if position == given:
        return None
    has_surname = position < len(tokens) and _may_be_surname(tokens[position].text)
    if has_surname:
        position += 1
        if position < len(tokens) and tokens[position].text in words.surname_tails:
            position += 1
    elif position - given < 2:  # «علی» alone is not the name of a party
        return None
    return _Name(start, tokens[position - 1].end)


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def _run_of_words(folded: str, at: int) -> list[_Token]:
    """Up to six words from a place on, with nothing but blanks between them."""
    tokens: list[_Token] = []
    while len(tokens) < 6 and (match := _NEXT_WORD.match(folded, at)):
        tokens.append(_Token(match[1], *match.span(1)))
        at = match.end()
    return tokens


def _may_be_surname(word: str) -> bool:
    words = name_words()
    return len(word) > 1 and word not in words.stop and word not in words.titles


def _verb_on(folded: str, name: _Name) -> bool:
    return _without_verb(folded, name) != name


def _without_verb(folded: str, name: _Name) -> _Name:
    """«کریمیه» is «کریمی» and a verb; «کریم» is a name."""
    last = folded[name.start : name.end].rsplit(" ", 1)[-1]
    written_on = len(last) > 4 and last not in name_words().first and _AM_OR_IS.search(last)
    return _Name(name.start, name.end - 1) if written_on else name
