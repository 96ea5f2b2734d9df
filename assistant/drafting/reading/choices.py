"""Reading a choice or a yes or no, said in one's own words."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from assistant.drafting.choices import answer_phrases
from assistant.drafting.fields import Field
from assistant.drafting.folding import fold, squeeze
from assistant.drafting.messages import messages
from assistant.drafting.reading.model import Reading
from assistant.persian import search_text, to_ascii_digits

_CLOSE_ENOUGH = 0.72  # share of equal letters at which a choice counts as meant
_SHORTEST = 2  # letters that can be a piece of a choice


def read_choice(field: Field, text: str) -> Reading:
    """Read one of the choices of a field: its number, its words, other words for it, nearly its words."""
    asked = to_ascii_digits(text).strip().rstrip(".-)")
    if asked.isdecimal():
        inside = 1 <= int(asked) <= len(field.choices)
        return Reading(value=field.choices[int(asked) - 1]) if inside else Reading(problem="not_a_choice")
    said, keys = _letters(text), {_letters(choice): choice for choice in field.choices}
    contained = [key for key in keys if key in said]
    contained = [key for key in contained if not any(key != other and key in other for other in contained)]
    within = [key for key in keys if len(said) > _SHORTEST and said in key]
    close = difflib.get_close_matches(said, keys, n=1, cutoff=_CLOSE_ENOUGH)
    for found in ([said] if said in keys else [], contained, within, close):
        if len(found) == 1:
            return Reading(value=keys[found[0]])
    meant = _in_other_words(field, squeeze(fold(text)))
    return Reading(value=meant) if meant else Reading(problem="not_a_choice")


def read_yes_or_no(text: str) -> Reading:
    """Read a yes or no: the word itself at either end, or the verb that says it."""
    said = search_text(text)
    words, tokens = _yes_no(), said.split()
    if said in words:
        return Reading(value=words[said])
    for token in (tokens[0], tokens[-1]) if tokens else ():
        if token in words:
            return Reading(value=words[token])
    told = messages().words
    for value, beginnings in ((False, told.deny_verbs), (True, told.affirm_verbs)):
        if any(f" {search_text(beginning)}" in f" {said}" for beginning in beginnings):
            return Reading(value=value)
    return Reading(problem="not_yes_or_no")


def _in_other_words(field: Field, said: str) -> str | None:
    """The one choice that the answer means."""
    meant = [
        choice
        for choice, patterns in answer_phrases(field.name).items()
        if choice in field.choices and any(re.search(pattern, said) for pattern in patterns)
    ]
    return meant[0] if len(meant) == 1 else None


def _letters(text: str) -> str:
    """A text without its blanks: «تجدید نظر خواه» is «تجدیدنظرخواه»."""
    return search_text(text).replace(" ", "")


@lru_cache(maxsize=1)
def _yes_no() -> dict[str, bool]:
    words = messages().words
    yes = {search_text(word): True for word in words.affirm}
    return yes | {search_text(word): False for word in words.deny}
