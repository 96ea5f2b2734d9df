"""Reading a choice or a yes or no, said in one's own words."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from assistant.drafting.choices import answer_phrases, choice_words, neutral_choice, told_phrases
from assistant.drafting.fields import Field
from assistant.drafting.folding import fold, squeeze
from assistant.drafting.messages import messages
from assistant.drafting.reading.likeness import nearest_choice
from assistant.drafting.reading.model import Reading
from assistant.persian import from_finglish, search_text, to_ascii_digits

_CLOSE_ENOUGH = 0.72  # share of equal letters at which a choice counts as meant
_TELLS_MORE = 2.5  # times as long: «ببیند و بپرسد» is both, not one of the two
_SHORTEST = 2  # letters that can be a piece of a choice
_CLAUSES = re.compile(r"[،,؛;.!\n]+| (?:ولی|اما|بلکه) |(?= نه )")


def read_choice(field: Field, text: str) -> Reading:
    """Read one of the choices of a field: its number, its words, other words for it, nearly its words.

    What comes near to one choice without surely meaning it is a problem with that choice as ``nearest``.
    """
    asked = to_ascii_digits(text).strip().rstrip(".-)")
    if asked.isdecimal():
        inside = 1 <= int(asked) <= len(field.choices)
        return Reading(value=field.choices[int(asked) - 1]) if inside else Reading(problem="not_a_choice")
    said = squeeze(fold(from_finglish(text)))
    if _is_neither(field, said):
        neutral = neutral_choice(field.choices)
        return Reading(value=neutral) if neutral else Reading(problem="none_of_the_choices")
    meant = _affirmed(field, said)
    likely = _in_other_words(field, meant)
    value = (
        _by_letters(field, meant)
        or _as_the_question_says(field, meant)
        or (likely[0] if len(likely) == 1 else None)
    )
    if value is not None:
        return Reading(value=value)
    return _doubtful(likely[0]) if likely else _by_likeness(field, meant)


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


def _is_neither(field: Field, said: str) -> bool:
    """Whether an answer turns all choices down: «هیچ‌کدام», «نه کارگرم نه کارفرما»."""
    if any(re.search(pattern, said) for pattern in choice_words().neither):
        return True
    pair = re.search(choice_words().neither_nor, said)
    named = {_by_letters(field, side) for side in pair.groups()} if pair else set()
    return len(named - {None}) > 1


def _affirmed(field: Field, said: str) -> str:
    """An answer without the clauses that deny what they name: «چک نیست، سفته است»."""
    denied = [pattern for pattern in choice_words().denied if not _belongs_to_choice(field, pattern)]
    clauses = [clause.strip() for clause in _CLAUSES.split(said) if clause.strip()]
    kept = [clause for clause in clauses if not any(re.search(pattern, clause) for pattern in denied)]
    return "، ".join(kept) if kept and len(kept) < len(clauses) else said


def _belongs_to_choice(field: Field, pattern: str) -> bool:
    """Whether a choice itself denies in this way: «دعوا متوجه من نیست»."""
    return any(re.search(pattern, fold(choice)) for choice in field.choices)


def _by_letters(field: Field, text: str) -> str | None:
    """The one choice that the answer spells, holds, or is a piece of."""
    said, keys = _letters(text), {_letters(choice): choice for choice in field.choices}
    contained = [key for key in keys if key in said]
    contained = [key for key in contained if not any(key != other and key in other for other in contained)]
    within = [key for key in keys if len(said) > _SHORTEST and said in key]
    for found in ([said] if said in keys else [], contained, within):
        if len(found) == 1:
            return keys[found[0]]
    return None


def _as_the_question_says(field: Field, said: str) -> str | None:
    """The one choice for which the answer has the question's own word: «بدهکار (محکوم‌علیه)»."""
    asked = fold(field.question)
    named = {
        choice
        for choice in field.choices
        for word in re.findall(rf"(\w+) \({re.escape(fold(choice))}\)", asked)
        if re.search(rf"(?<!\w){re.escape(word)}", said)
    }
    return named.pop() if len(named) == 1 else None


def _in_other_words(field: Field, said: str) -> tuple[str, ...]:
    """The choices that the answer means, likeliest first; one alone where it says more of it than of any other."""
    likely: list[str] = []
    for phrases in (told_phrases().get(field.name, {}), answer_phrases(field.name)):
        told = {
            choice: _longest(patterns, said)
            for choice, patterns in phrases.items()
            if choice in field.choices
        }
        likely = sorted(
            (choice for choice, length in told.items() if length), key=lambda choice: -told[choice]
        )
        if len(likely) == 1 or (likely and told[likely[0]] >= _TELLS_MORE * told[likely[1]]):
            return (likely[0],)
    return tuple(likely)


def _longest(patterns: tuple[str, ...], said: str) -> int:
    return max((len(match[0]) for pattern in patterns if (match := re.search(pattern, said))), default=0)


def _by_likeness(field: Field, text: str) -> Reading:
    """The choice that is nearly spelt, or whose telling words the answer shares, if only to be asked about."""
    keys = {_letters(choice): choice for choice in field.choices}
    spelt = [
        found
        for word in (text, *text.split())
        for found in difflib.get_close_matches(_letters(word), keys, n=1, cutoff=_CLOSE_ENOUGH)
    ]
    if len(set(spelt)) == 1:
        return Reading(value=keys[spelt[0]])
    nearest = nearest_choice(field.choices, text)
    if nearest is None:
        return Reading(problem="not_a_choice")
    return Reading(value=nearest.choice) if nearest.sure else _doubtful(nearest.choice)


def _doubtful(choice: str) -> Reading:
    return Reading(problem="not_a_choice", nearest=choice)


def _letters(text: str) -> str:
    """A text without its blanks: «تجدید نظر خواه» is «تجدیدنظرخواه»."""
    return search_text(text).replace(" ", "")


@lru_cache(maxsize=1)
def _yes_no() -> dict[str, bool]:
    words = messages().words
    yes = {search_text(word): True for word in words.affirm}
    return yes | {search_text(word): False for word in words.deny}
