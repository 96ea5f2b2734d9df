"""Persian typed in Latin letters («mehriye mikham») into Persian script."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from assistant.persian.colloquial import formalize
from assistant.persian.data import read_data
from assistant.persian.letters import LETTER, ZWNJ
from assistant.persian.lexicon import lexicon
from assistant.persian.normalize import normalize
from assistant.persian.transliteration import sound_key, transliterate

# Addresses of mail and web, user names, and whatever mixes letters with digits, is nobody's Persian.
_TOKEN = re.compile(
    r"(?P<kept>(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+|[@#/][A-Za-z]\w*"
    r"|[A-Za-z0-9]*\d[A-Za-z0-9]*|[A-Za-z0-9]+(?:[._][A-Za-z0-9]+)+|_*[A-Za-z]+_\w*)"
    r"|(?P<word>[A-Za-z](?:['’`-]?[A-Za-z])*)",
    re.ASCII,
)
_PERSIAN = re.compile(f"[{LETTER}]")
_REMEMBERED = 256  # texts
_ENOUGH = 0.5  # share of known words from which a text counts as Finglish

_PRESENT = {
    "am": "م",
    "i": "ی",
    "e": "ه",
    "im": "یم",
    "in": "ین",
    "an": "ن",
    "id": "ید",
    "ad": "د",
    "and": "ند",
}
_PRESENT_AFTER_A = {
    "m": "م",
    "y": "ی",
    "i": "ی",
    "d": "د",
    "ym": "یم",
    "im": "یم",
    "in": "ین",
    "n": "ن",
    "id": "ید",
}
_PAST = {"": "", "am": "م", "i": "ی", "im": "یم", "in": "ین", "id": "ید", "an": "ن", "and": "ند", "e": "ه"}
_OWNERS = {
    "am": "م", "em": "م", "at": "ت", "et": "ت", "ash": "ش", "esh": "ش",
    "emon": "مون", "amon": "مون", "eton": "تون", "aton": "تون", "eshon": "شون", "ashon": "شون", "eman": "مان",
}  # fmt: skip


def _suffixes() -> Iterator[tuple[str, str]]:
    for latin, persian in _OWNERS.items():
        yield latin + "o", persian + "و"
        yield latin, persian
        yield "h" + ("a" + latin[1:]), "ها" + persian
    yield from (("haye", "های"), ("hai", "های"), ("ha", "ها"), ("tarin", "ترین"), ("tar", "تر"))
    yield from (("i", "ی"), ("ye", ""), ("e", ""), ("ro", "‌رو"))


_SUFFIXES = sorted(_suffixes(), key=lambda pair: -len(pair[0]))


def _conjugated(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for persian, spellings in data["present"].items():
        for latin in spellings.split():
            endings = _PRESENT_AFTER_A if latin.endswith("a") else _PRESENT
            for ending, written in endings.items():
                yield f"mi{latin}{ending}", f"می{ZWNJ}{persian}{written}"
                yield f"nemi{latin}{ending}", f"نمی{ZWNJ}{persian}{written}"
                for prefix, letter in (("be", "ب"), ("bo", "ب"), ("na", "ن"), ("", "")):
                    yield f"{prefix}{latin}{ending}", f"{letter}{persian}{written}"
    for persian, spellings in data["past"].items():
        for latin in spellings.split():
            for ending, written in _PAST.items():
                yield f"{latin}{ending}", persian + written
                yield f"na{latin}{ending}", f"ن{persian}{written}"
                yield f"mi{latin}{ending}", f"می{ZWNJ}{persian}{written}"
                yield f"nemi{latin}{ending}", f"نمی{ZWNJ}{persian}{written}"


@cache
def _dictionary() -> tuple[dict[str, str], dict[str, str]]:
    """Return words by exact spelling and by sound; listed words go before conjugated ones."""
    data = read_data("finglish")
    exact: dict[str, str] = {}
    for persian, spellings in data["words"].items():
        for latin in str(spellings).split():
            exact.setdefault(re.sub(r"[^a-z]", "", latin.lower()), persian)
    for latin, persian in _conjugated(data):
        exact.setdefault(latin, persian)
    by_sound: dict[str, str] = {}
    for latin, persian in exact.items():
        by_sound.setdefault(sound_key(latin), persian)
    return exact, by_sound


@cache
def latin_spellings() -> Mapping[str, tuple[str, ...]]:
    """The Latin spellings of each listed word and verb form, by its Persian without half-spaces."""
    found: dict[str, tuple[str, ...]] = {}
    for latin, persian in _dictionary()[0].items():
        key = persian.replace(ZWNJ, "")
        found[key] = (*found.get(key, ()), latin)
    return found


@cache
def _english() -> frozenset[str]:
    return frozenset(str(read_data("finglish")["english"]).split())


def _listed(latin: str) -> str | None:
    exact, by_sound = _dictionary()
    return exact.get(latin) or by_sound.get(sound_key(latin))


def _joined(stem: str, suffix: str, latin: str) -> str:
    if not suffix:  # the linking e of «shohare man» is not written; that of «motade» is "is"
        return stem + "ه" if latin == "e" and stem + "ه" in lexicon().words else stem
    needs_half_space = stem.endswith("ه") or suffix.startswith(("ها", "تر"))
    return stem + (ZWNJ if needs_half_space and not suffix.startswith(ZWNJ) else "") + suffix


@lru_cache(maxsize=50_000)
def _known(word: str) -> str | None:
    """Return the Persian of a word that is listed, or of a listed word with an ending."""
    latin = re.sub(r"[^a-z]", "", word.lower())
    if found := _listed(latin):
        return found
    sound = sound_key(latin)
    for ending, suffix in _SUFFIXES:
        stem = sound.removesuffix(ending)
        if stem == sound or len(stem) < 2:
            continue
        # «bacham» has lost the e of «bache», «karfarmam» one a.
        bases = (stem, stem + "e", stem + "a") if ending[0] in "ae" else (stem,)
        for base in bases:
            if found := _dictionary()[1].get(base):
                return _joined(found, suffix, ending)
    return None


def _words(text: str) -> list[str]:
    found = [match["word"] for match in _TOKEN.finditer(text) if match["word"]]
    shouted = _PERSIAN.search(text) is None and not any(char.islower() for char in text)
    return [word for word in found if shouted or not _is_acronym(word)]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def is_finglish(text: str) -> bool:
    """Tell whether the Latin words of ``text`` are Persian: at least half of them are known ones."""
    words = _words(text)
    if not words:
        return False
    english = sum(word.lower() in _english() for word in words)
    known = sum(_known(word) is not None for word in words)
    return known >= _ENOUGH * len(words) and english * 2 <= known


def _persian_word(word: str, guess: bool) -> str | None:
    return _known(word) or (transliterate(word) if guess else None)


def from_finglish(text: str) -> str:
    """Return ``text`` with Persian words in Latin letters written in Persian, in formal words.

    Persian script, e-mail addresses, links, user names, acronyms and whatever holds digits stay as
    they are. Latin words in no list are written by their sound where the text :func:`is_finglish`,
    and stay otherwise. Spoken forms become written ones: «mikham» becomes «می‌خواهم».
    """
    words = set(_words(text))
    guess = is_finglish(text)
    known = {word: persian for word in words if (persian := _persian_word(word, guess))}
    if not known or (not guess and not _PERSIAN.search(text)):
        return text
    pieces: list[str] = []
    run: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        persian = known.get(match["word"] or "")
        between = text[end : match.start()]
        if run and not (persian and between == " "):
            pieces.append(formalize(" ".join(run)))
            run = []
        if persian and run:
            run.append(persian)
        elif persian:
            pieces.append(between)
            run = [persian]
        else:
            pieces += [between, match[0]]
        end = match.end()
    if run:
        pieces.append(formalize(" ".join(run)))
    return "".join([*pieces, text[end:]])


@lru_cache(maxsize=_REMEMBERED)
def in_one_spelling(text: str) -> str:
    """Return ``text`` as it is understood: normalised, and in Persian letters.

    A message is read for several things in one turn; the last ones are remembered.
    """
    return from_finglish(normalize(text))
