"""Which form people mean when they name it: «همون مهریه», «دادخواست مهریه رو بنویس»."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.dialogue.texts import plain, words
from assistant.dialogue.understanding import SHORT
from assistant.dialogue.world import World

_PARTICLE = 2  # letters: «و», «در» are no kinds of papers


def named_form(text: str, offers: tuple[str, ...], world: World) -> str | None:
    """The one offered form whose title or other names hold every telling word of a short message."""
    told = _telling(text)
    if not told or len(told) > SHORT:
        return None
    fitting = [slug for slug in dict.fromkeys(offers) if told <= _names(slug, world)]
    return fitting[0] if len(fitting) == 1 else _by_kind(text, fitting, world)


def wanted_form(text: str, offers: tuple[str, ...], world: World) -> str | None:
    """The form that a short message asks to be written, by its name."""
    return named_form(text, offers, world) if wants_writing(text) else None


def wants_writing(text: str) -> bool:
    """Whether a short message asks to write something."""
    said = plain(text).split()
    return len(said) <= SHORT and any(_asks_to_write(word) for word in said)


def only_wants_writing(text: str) -> bool:
    """Whether a message asks to write, and names nothing but the kind: «بنویسش», «شکایت کن»."""
    kinds = frozenset(plain(text).split()) & words().kinds
    return not _telling(text) and (wants_writing(text) or any(len(kind) > _PARTICLE for kind in kinds))


def _by_kind(text: str, fitting: list[str], world: World) -> str | None:
    """Tell forms of one name apart by the kind said: «شکایت» or «دادخواست»."""
    said = frozenset(plain(text).split())
    of_kind = [slug for slug in fitting if plain(world.form(slug).kind) in said]
    return of_kind[0] if len(of_kind) == 1 else None


def _telling(text: str) -> frozenset[str]:
    known = words()
    said = frozenset(plain(text).split()) - known.filler - known.kinds - known.polite
    return frozenset(word for word in said if not _asks_to_write(word))


def _asks_to_write(word: str) -> bool:
    return word.startswith(tuple(words().write))  # «بنویسش», «بنویسیدش»


def _names(slug: str, world: World) -> frozenset[str]:
    claim = world.corpus.claims.get(slug)
    names: Iterable[str] = (world.title(slug), *(claim.synonyms if claim else ()))
    return frozenset(word for name in names for word in plain(name).split())
