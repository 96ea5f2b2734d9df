"""What a short message means to the assistant itself: a command, a yes, a question, a choice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.dialogue.conversation import Choice, Conversation
from assistant.dialogue.texts import plain, words
from assistant.persian import from_finglish, to_ascii_digits

SHORT = 12  # words; what is longer tells something, and is no command and no question on the side
FEW = 4  # words; a part of the guide can be asked for without a question word in as many
_NUMBER = re.compile(r"(?:/|گزینه|شماره|مورد)?\s*(\d{1,2})")


def whole(text: str, phrases: Iterable[str]) -> bool:
    """Whether the whole message is one of the phrases, politeness aside."""
    said = plain(text)
    return bool(said) and (said in phrases or _without_politeness(said) in phrases)


def command(text: str) -> str | None:
    """The command that the whole message is: skip, back, cancel, resume, help or restart."""
    return _named(text, words().commands)


def small_talk(text: str) -> str | None:
    """The kind of small talk that the whole message is: greeting, thanks, …"""
    return _named(text, words().talk)


def is_yes(text: str) -> bool:
    """Whether the whole message agrees."""
    return whole(text, words().yes)


def is_no(text: str) -> bool:
    """Whether the whole message disagrees."""
    return whole(text, words().no)


def is_none(text: str) -> bool:
    """Whether the whole message turns all choices down."""
    return whole(text, words().none)


def is_unknown(text: str) -> bool:
    """Whether the whole message says that the person does not know."""
    return whole(text, words().unknown)


def is_for_later(text: str) -> bool:
    """Whether the whole message puts the answer off."""
    return whole(text, words().later)


def is_lacking(text: str, about: Iterable[str] = ()) -> bool:
    """Whether the whole message says that there is nothing, or nothing known: «نداریم والا», «هیچی».

    ``about``: the words for what is asked, with which it may be said: «آدرسشو نمی‌دونم».
    """
    said = plain(from_finglish(text)).split()
    named = tuple(about)
    telling = [word for word in said if not _is_denial(word) and not (named and word.startswith(named))]
    if not any(map(_is_denial, said)):
        return False
    return not frozenset(telling) - words().lacking_filler - words().polite or _asks_itself(said)


def _asks_itself(said: list[str]) -> bool:
    """Whether a denial says what it is about, and no more: «نمی‌دونم کجا رفته», «کجا زندگی می‌کنه نمی‌دونم»."""
    asked = [at for at, word in enumerate(said) if word in words().question]
    more = any(word.isdigit() or word in words().but for word in said)
    if not asked or more:
        return False
    first, last = asked[0], len(said) - 1
    before = all(_is_denial(word) or word in words().lacking_filler for word in said[:first])
    about = said[first:]
    return len(about) <= FEW and before and (any(map(_is_denial, said[:first])) or _is_denial(said[last]))


def denies(text: str, *, freely: bool) -> bool:
    """Whether a short message without figures denies: «همراهم نیست»; ``freely``: of an answer in one's own words."""
    said = plain(from_finglish(text)).split()
    if not said or len(said) > (FEW - 1 if freely else SHORT // 2) or any(word.isdigit() for word in said):
        return False
    return any(_is_denial(word) for word in (said[-2:] if freely else said))


def is_still_open(text: str) -> bool:
    """Whether a short message without figures says that something goes on: «هنوز ادامه دارد»."""
    said = plain(from_finglish(text)).split()
    return (
        len(said) <= SHORT // 2 and bool(frozenset(said) & words().still) and not any(map(str.isdigit, said))
    )


def _is_denial(word: str) -> bool:
    return word in words().lacking or word.startswith(tuple(words().lacking_verbs))


def is_question(text: str, *, surely: bool = False) -> bool:
    """Whether a short message asks something; ``surely``: a question word alone is not enough for it."""
    said = plain(text)
    if len(said.split()) > SHORT:
        return False
    return _is_marked(text) or (holds(said, words().question) and not (surely and topic(text) is None))


def holds_question(text: str) -> bool:
    """Whether a message has a question in it, and perhaps says more after it."""
    return len(plain(text).split()) <= 2 * SHORT and ("؟" in text or "?" in text)


def is_about_the_question(text: str) -> bool:
    """Whether a short message asks what the question means, or where the answer is found."""
    said = plain(text)
    asks = holds(said, words().about_question) and not holds(said, words().unknown)  # «خبر ندارم کجاست»
    return asks and len(said.split()) <= SHORT // 2


def topic(text: str) -> str | None:
    """The part of the guide that a short message asks for: cost, documents, steps, …"""
    said = plain(text)
    length = len(said.split())
    asks = _is_marked(text) or holds(said, words().question)
    if length > (SHORT if asks else FEW):
        return None
    return next((name for name, phrases in words().topics.items() if holds(said, phrases, inside=True)), None)


def pick(conversation: Conversation, text: str) -> Choice | None:
    """The offered choice that a number («۲», «گزینه ۲», «دومی») or its own text picks."""
    offered = conversation.offered
    said = plain(text)
    by_text = next((choice for choice in offered if plain(choice.text) == said), None)
    if by_text or not offered:
        return by_text
    place = _place(said, len(offered))
    return offered[place - 1] if place and place <= len(offered) else None


def holds(said: str, phrases: Iterable[str], *, inside: bool = False) -> bool:
    """Whether a plain text holds a phrase as whole words; ``inside``: with endings («هزینه‌اش») too."""
    padded = f" {said} "
    return any(f" {phrase}" in padded if inside else f" {phrase} " in padded for phrase in phrases)


def _is_marked(text: str) -> bool:
    """Whether a message ends or opens as a question; «نمی‌دانم چیه» is none."""
    said = plain(text)
    if text.rstrip(" .!").endswith(("؟", "?")) or said.startswith(tuple(words().aside)):
        return True
    asks = any(f"{said} ".startswith(f"{phrase} ") for phrase in words().asks_first)
    asks = asks or any(f" {said}".endswith(f" {phrase}") for phrase in words().asks_last)
    return asks and not holds(said, words().unknown)


def _place(said: str, count: int) -> int | None:
    number = _NUMBER.fullmatch(to_ascii_digits(said))
    if number:
        return int(number[1])
    for place, phrases in words().ordinals.items():
        if whole(said, phrases):
            return count if place == "last" else int(place)
    return None


def _named(text: str, table: dict[str, frozenset[str]]) -> str | None:
    spellings = (text, from_finglish(text))
    return next((name for name, phrases in table.items() if any(whole(s, phrases) for s in spellings)), None)


def _without_politeness(said: str) -> str:
    return " ".join(word for word in said.split() if word not in words().polite)
