"""The word lists of spoken Persian, in the shape in which `formalize` asks them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.persian.data import read_data
from assistant.persian.letters import ZWNJ
from assistant.persian.verbs import verb_forms

OWNERS = {"مون": "مان", "تون": "تان", "شون": "شان"}
_HOUSE = re.compile(rf"خونه(?={ZWNJ}|$)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known by heart about spoken words; see ``data/colloquial.yaml``."""

    words: dict[str, str]  # whole words
    stems: dict[str, str]  # words that also stand before an ending
    verbs: dict[str, str]  # verb forms without می, as in VerbForms.free
    not_possessive: frozenset[str]
    on_after: frozenset[str]
    not_object_after: frozenset[str]
    not_object_after_pairs: frozenset[str]
    object_after_pairs: frozenset[str]
    together_before: frozenset[str]
    together_after_object: frozenset[str]


def house(word: str) -> str:
    """Write the spoken «خونه» at the end of a word as «خانه»: کارخونه، دفترخونه."""
    return _HOUSE.sub("خانه", word)


def _owned(noun: str, written: str, before_short: str) -> Iterator[tuple[str, str]]:
    """Yield the spoken possessives of ``noun`` with their written forms, with and without «را»."""
    endings = {owner: before_short + owner for owner in ("م", "ت", "ش")}
    joint = before_short if before_short == "ی" else ""
    endings |= {said: joint + owner for said, owner in OWNERS.items()}
    for said, formal in endings.items():
        yield noun + said, written + formal
        yield noun + said + "و", f"{written}{formal} را"


def _possessives(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for noun in data["silent_h_nouns"].split():
        yield from _owned(noun[:-1], house(noun) + ZWNJ, "ا")
    for noun in data["vowel_nouns"].split():
        yield from _owned(noun, noun, "ی")


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    data = read_data("colloquial")
    listed = {said: written for written, spoken in data["words"].items() for said in spoken.split()}
    ambiguous = frozenset(data["ambiguous"].split())
    verbs = {said: written for said, written in verb_forms().free.items() if said not in ambiguous}
    are = {f"{word}ه": f"{listed.get(word, word)} است" for word in data["is_adjectives"].split()}
    return Lexicon(
        words=verbs | dict(_possessives(data)) | are | listed,
        stems={said: written for said, written in listed.items() if " " not in written},
        verbs=verbs,
        not_possessive=frozenset(data["not_possessive"].split()),
        on_after=frozenset(data["on_after"].split()),
        not_object_after=frozenset(data["not_object_after"].split()),
        not_object_after_pairs=frozenset(data["not_object_after_pairs"]),
        object_after_pairs=frozenset(data["object_after_pairs"]),
        together_before=frozenset(data["together_before"].split()),
        together_after_object=frozenset(data["together_after_object"].split()),
    )
