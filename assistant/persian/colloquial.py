"""Spoken Persian into written Persian: میخوام، نمیده، خونه‌م، رو (می‌خواهم، نمی‌دهد، خانه‌ام، را)."""

import re
from functools import lru_cache

from assistant.persian.letters import LETTER, ZWNJ
from assistant.persian.lexicon import OWNERS, house, lexicon
from assistant.persian.normalize import normalize
from assistant.persian.verbs import verb_forms

_WORD = re.compile(rf"([{LETTER}{ZWNJ}]+)")
_VERB = re.compile(rf"^((?:بر|در|باز|وا|فرا|فرو)?ن?می)({ZWNJ}?)(.+)$")
_OBJECT = re.compile(rf"^(.{{2,}}?)({ZWNJ}?)(م|ت|ش|مون|تون|شون)و$")
# Without a half-space only after letters that do not join: «اتهام» and «اشتباهات» are no plurals.
_PLURAL_OWNED = re.compile(rf"^(.+(?:{ZWNJ}|[دذرزژ]))ها(م|ت|ش|مون|تون|شون)$")
_OWNED_AFTER_H = re.compile(rf"^(.+ه){ZWNJ}(م|ت|ش|ن|مون|تون|شون)$")
_OWNED = re.compile(rf"^(.{{2,}}?)({ZWNJ}?)(مون|تون|شون)$")
_UN_OWNED = re.compile(r"^(.+ون)(م|ت|ش|ی)$")
_IS = re.compile(rf"^(.{{2,}}){ZWNJ}(?:ست|س)$")

_OBJECT_CLITICS = ("شون", "تون", "مون", "ش", "ت")


def _verb_after_mi(prefix: str, joint: str, rest: str) -> str | None:
    """Return the written form of a verb with می, or None where the word is no such verb."""
    forms = verb_forms().after_mi
    if rest == "ان" and not joint and prefix == "می":
        return None  # «میان» is more often "between" than "they come"
    if rest in forms:
        return f"{prefix}{ZWNJ}{forms[rest]}"
    for clitic in _OBJECT_CLITICS:
        verb = rest.removesuffix(clitic)
        if verb != rest and verb in forms:
            return f"{prefix}{ZWNJ}{forms[verb]}{OWNERS.get(clitic, clitic)}"
    return None


def _verb_with_object(word: str) -> str | None:
    """Return the written form of بندازنش، ببینه‌شون and the like, or None."""
    for clitic in _OBJECT_CLITICS:
        verb = word.removesuffix(clitic)
        if verb != word and verb in lexicon().verbs:
            return lexicon().verbs[verb] + OWNERS.get(clitic, clitic)
    return None


def _with_owner(noun: str, joint: str, owner: str) -> str:
    """Attach a possessive as it is written: خانه‌ام، آبرویم، پولمان."""
    owner = OWNERS.get(owner, owner)
    if noun.endswith("ه") and joint:
        return f"{noun}{ZWNJ}{owner if len(owner) > 1 else 'ا' + owner}"
    if noun.endswith(("ا", "و")):
        return f"{noun}ی{owner}"
    return noun + joint + owner


def _stem(word: str) -> str:
    return lexicon().stems.get(word) or house(word)


def _without_spoken_ending(word: str) -> str:
    """Undo the spoken endings of a word that is in no list."""
    if match := _IS.match(word):
        return f"{_stem(match[1])} است"
    if word.endswith(f"{ZWNJ}رو"):
        base = word[:-3]
        verb = _VERB.match(word)
        if base in lexicon().not_object_after or (verb and verb[3] == "رو"):
            return word
        return f"{_word(base)} را"
    if match := _OBJECT.match(word):
        return f"{_with_owner(_stem(match[1]), match[2], match[3])} را"
    if match := _PLURAL_OWNED.match(word):
        noun = match[1].removesuffix(ZWNJ)
        return f"{_stem(noun)}{match[1][len(noun) :]}های{OWNERS.get(match[2], match[2])}"
    if match := _OWNED_AFTER_H.match(word):
        noun = _stem(match[1])
        return f"{noun}{ZWNJ}اند" if match[2] == "ن" else _with_owner(noun, ZWNJ, match[2])
    if match := _OWNED.match(word):
        return _with_owner(_stem(match[1]), match[2], match[3])
    if (match := _UN_OWNED.match(word)) and match[1] in lexicon().stems:
        return _stem(match[1]) + match[2]
    stem, joint, rest = word.partition(ZWNJ)
    return _stem(stem) + joint + rest if joint else house(word)


@lru_cache(maxsize=50_000)
def _word(word: str) -> str:
    """Return one word as it is written; a word that is written so already comes back."""
    if (match := _VERB.match(word)) and (verb := _verb_after_mi(match[1], match[2], match[3])):
        return verb
    if listed := lexicon().words.get(word) or _verb_with_object(word):
        return listed
    return word if word in lexicon().not_possessive else _without_spoken_ending(word)


def _particle(before: str, previous: str, following: str) -> str:
    """Read the spoken «رو» by its neighbours: «را», «روی», or the word «رو» itself."""
    words, pair = lexicon(), f"{before} {previous}"
    if following.startswith(" به رو"):
        return "رو"
    if not previous:
        return "روی" if following.startswith(" ") and not following.startswith(" به ") else "رو"
    if pair in words.not_object_after_pairs:
        return "رو"
    if previous in words.not_object_after and pair not in words.object_after_pairs:
        return "رو"
    return "روی" if previous in words.on_after else "را"


def _together(previous: str, following: str) -> bool:
    """Tell whether «بهم» is "together" (به هم) and not "to me" (به من)."""
    words = lexicon()
    _, space, rest = following.partition(" ")
    verb = rest.partition(" ")[0] if space else ""
    return verb in words.together_before or (previous == "را" and verb in words.together_after_object)


def formalize(text: str) -> str:
    """Return ``text``, normalised, with spoken forms as they are written; written ones stay.

    Forms that are words of both (رفتن: "to go" or "they went") are left alone.
    """
    pieces = _WORD.split(normalize(text))
    before = previous = ""
    for index in range(1, len(pieces), 2):
        word, following = pieces[index], "".join(pieces[index + 1 : index + 5])
        if pieces[index - 1] != " ":
            before = previous = ""
        if word == "رو":
            pieces[index] = _particle(before, previous, following)
        elif word == "بهم" and _together(previous, following):
            pieces[index] = "به هم"
        else:
            pieces[index] = _word(word)
        *_, before, previous = (previous + " " + pieces[index]).rsplit(" ", 2)
    return "".join(pieces)
