"""What a name looks like: a known first name and what follows it, titles left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.drafting.extraction.clauses import Span
from assistant.drafting.extraction.cues import compiled, cues, is_verb, name_words
from assistant.drafting.folding import fold
from assistant.persian import normalize

_WORD = re.compile(r"[آ-یأإئؤء]+")
_NEXT_WORD = re.compile(rf" *({_WORD.pattern})")
_ON = frozenset("هم")  # «کریمیه», «احمدیم»: the verb written on to the name
_MONTHS = frozenset({"آذر", "بهمن", "مهر", "تیر"})
_DAY_BEFORE = re.compile(r"(?:\d|[آ-ی]م|اول|ماه|تا|از) *$")
_FEW, _MOST_WORDS = 3, 12  # a name of two words may look like a verb («محمد کرد»); no name is so long
_NO = "نه"
_OF_GOD = frozenset({"الله", "اله"})
_SURE_TAILS = frozenset({"زاده", "نژاد", "پور", "نیا", "زادگان"})
_PRESENT = ("می", "نمی")
_SHORTEST_UNKNOWN = 3  # letters of a first name that is in no table


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def name_at(
    folded: str, at: int, *, cued: bool = True, surely: bool = False, titled: bool = False
) -> Span | None:
    """The name that begins at a place; None where it is not surely a name.

    Args:
        folded: the text.
        at: where the name may begin, titles included.
        cued: something before it says that a name may follow, so that «بهار» is believed to be one.
        surely: a name is said to follow, so that a first name in no table is believed.
        titled: «مهندس» and «دکتر» belong to the name.
    """
    tokens = _run_of_words(folded, at)
    title = tokens[0].start if tokens else at
    addressed = False
    while tokens and tokens[0].text in name_words().titles:
        addressed = True
        tokens.pop(0)
    honoured = bool(tokens) and tokens[0].text in name_words().before
    taken = _words_of_name(tokens, cued or addressed or honoured, surely)
    if not taken and addressed and cued:
        taken = _unknown_name(tokens)
    if not taken:
        return None
    start = title if titled else tokens[0].start
    return _without_verb(folded, Span(start, tokens[taken - 1].end))


def names_in(folded: str) -> Iterator[Span]:
    """Every name of a text, in order."""
    end = 0
    for word in _WORD.finditer(folded):
        if word.start() < end or not _opens_name(word[0]):
            continue
        name = name_at(folded, word.start(), cued=False)
        if name and not _is_month(folded, word):
            end = name.end
            yield name


def verb_on(folded: str, name: Span) -> bool:
    """Whether the verb is written on to a name: «احمدیم», «کریمیه»."""
    return _WORD.match(folded, name.end) is not None


def without_am(folded: str, name: Span) -> Span:
    """A name of which one says «… هستم» without the verb written on to it: «رضا رنجبرم»."""
    last = folded[name.start : name.end].rsplit(" ", 1)[-1]
    written_on = len(last) > _FEW and last.endswith("م") and not name_words().is_first(last)
    return Span(name.start, name.end - 1) if written_on and last not in name_words().ends_in_m else name


def opening_name(text: str) -> str | None:
    """The name with which an answer begins, where numbers follow it: «رضا کریمی کد ملی …»."""
    folded = fold(text)
    opening = len(folded) - len(folded.lstrip())
    name = name_at(folded, opening)
    if name is None or not any(mark.isdigit() for mark in folded[name.end :]):
        return None
    return normalize(text[name.start : name.end])


def is_sentence(text: str) -> bool:
    """Whether words in the place of a name say or ask something: «نمی‌خوام بگم», «بچه‌م چی میشه؟»."""
    folded = fold(text)
    words = _WORD.findall(folded)
    if not words:
        return False
    office = compiled(r"\s*(?:FIRM|AGENCY)(?!\w)").match(folded)  # a company or an office can be a party
    if words[0] in name_words().stop - name_words().titles - name_words().openers and not office:
        return True
    if _NO in words:
        return True
    verbs = [word for word in words if is_verb(word)]
    known = _opens_name(words[0])
    spoken = any(word.startswith(_PRESENT) for word in verbs) or (verbs and not (known and len(words) < _FEW))
    return bool("؟" in text or "?" in text or len(words) > _MOST_WORDS or spoken)


def _opens_name(word: str) -> bool:
    return word in name_words().openers or name_words().is_first(word)


def _unknown_name(tokens: list[_Token]) -> int:
    """How many words are a name in no table, after a title: the family name looks like one."""
    if len(tokens) < 2 or not _may_be_first(tokens[0].text):
        return 0
    return 2 if compiled(name_words().surname_shape).fullmatch(tokens[1].text) else 0


def _words_of_name(tokens: list[_Token], cued: bool, surely: bool) -> int:
    """How many of these words are the name; 0 for none."""
    words = name_words()
    position = 0
    while position < len(tokens) and tokens[position].text in words.before:
        position += 1
    given = position
    while more := _first_name(tokens, position, cued):
        position += more
        while position < len(tokens) and tokens[position].text in words.before:  # «فهیمه سادات»
            position += 1
    if position == given and surely and position < len(tokens) and _may_be_first(tokens[position].text):
        position += 1
    if position == given:
        return 0
    if position < len(tokens) and (_may_be_surname(tokens[position].text) or _has_tail(tokens, position)):
        head = tokens[position].text in words.surname_heads
        position += 1
        if head and position < len(tokens) and _may_be_surname(tokens[position].text):  # «بنی‌اسدی»
            position += 1
        while position < len(tokens) and _is_tail(tokens[position].text):
            position += 1
    elif position - given < 2:  # «علی» alone is not the name of a party
        return 0
    return position


def _is_month(folded: str, word: re.Match[str]) -> bool:
    """«۲۲ بهمن …» is a day, not a person."""
    return word[0] in _MONTHS and _DAY_BEFORE.search(folded[: word.start()]) is not None


def _first_name(tokens: list[_Token], at: int, cued: bool) -> int:
    """How many words the first name at a place has; 0 where there is none."""
    if at >= len(tokens):
        return 0
    if at + 1 < len(tokens) and tokens[at + 1].text in _OF_GOD:  # «نصرت‌الله»
        return 2
    if " ".join(token.text for token in tokens[at : at + 2]) in name_words().first:
        return min(2, len(tokens) - at)
    word = tokens[at].text
    return int(name_words().is_first(word) or (cued and word in name_words().first_or_word))


def _has_tail(tokens: list[_Token], at: int) -> bool:
    """«ملک‌زاده» is a family name, though «ملک» is none."""
    return at + 1 < len(tokens) and tokens[at + 1].text in _SURE_TAILS


def _is_tail(word: str) -> bool:
    """Whether a word goes on with a family name, also with a verb written on to it."""
    tails = name_words().surname_tails
    return word in tails or (word[-1] in _ON and word[:-1] in _SURE_TAILS)


def _run_of_words(folded: str, at: int) -> list[_Token]:
    """Up to seven words from a place on, with nothing but blanks between them."""
    tokens: list[_Token] = []
    while len(tokens) < 7 and (match := _NEXT_WORD.match(folded, at)):
        tokens.append(_Token(match[1], *match.span(1)))
        at = match.end()
    return tokens


def _may_be_first(word: str) -> bool:
    return len(word) >= _SHORTEST_UNKNOWN and _may_be_surname(word)


def _may_be_surname(word: str) -> bool:
    words = name_words()
    ends = words.stop | words.titles | cues().run_stops
    return len(word) > 1 and word not in ends and not is_verb(word)


def _without_verb(folded: str, name: Span) -> Span:
    """«کریمیه» is «کریمی» and a verb; «کریم» is a name."""
    last = folded[name.start : name.end].rsplit(" ", 1)[-1]
    if len(last) < 4 or last[-1] not in _ON or name_words().is_first(last):
        return name
    stem, shape = last[:-1], compiled(name_words().surname_shape)
    shaped = len(last) > 4 and shape.fullmatch(stem) and not shape.fullmatch(last)
    return Span(name.start, name.end - 1) if shaped or name_words().is_first(stem) else name
