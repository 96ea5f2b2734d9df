"""Half-spaces (نیم‌فاصله) where a writer put a space or nothing: «می خواهم»، «خانه ها»، «میشود»."""

import re
from functools import cache

from assistant.persian.letters import LETTER, NON_JOINING, ZWNJ
from assistant.persian.verbs import verb_forms

_START = rf"(?<![{LETTER}{ZWNJ}])"
_END = rf"(?![{LETTER}{ZWNJ}])"
_POSSESSED = "(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|م|ت|ش|مون|تون|شون)?"

_USELESS = re.compile(
    rf"(?<![{LETTER}0-9A-Za-z۰-۹]){ZWNJ}+|(?<=[{NON_JOINING}]){ZWNJ}+|{ZWNJ}+(?![{LETTER}])|{ZWNJ}(?={ZWNJ})"
)
_MI_APART = re.compile(
    rf"{_START}((?:بر|در|باز|وا|فرا|فرو)?ن?می) +(?=[{LETTER}]{{2}})(?!ها{_POSSESSED}{_END})"
)
_MI_GLUED = re.compile(rf"{_START}((?:بر|در|باز|وا|فرا|فرو)?ن?می)([{LETTER}]{{2,}}){_END}")
_PLURAL_APART = re.compile(rf"(?<=[{LETTER}]) +(?=ها{_POSSESSED}{_END}|تر(?:ین)?{_END})")
_PLURAL_GLUED = re.compile(rf"(?<=[{LETTER}]ه)(?=ها{_POSSESSED}{_END})")
_AFTER_SILENT_H = re.compile(
    rf"{_START}(?!(?:که|چه|نه|به|ده|همه|بله|آنکه|چنانکه|اگرچه|گرچه){_END})([{LETTER}{ZWNJ}]+ه) +"
    rf"(?=(?:ام|ات|اش|ایم|اید|اند|ی|ای(?! کاش)|مان|تان|شان|مون|تون|شون){_END})"
)


@cache
def _glued_verb(prefix: str, rest: str) -> str:
    joint = ZWNJ if rest in verb_forms().written_after_mi else ""
    return prefix + joint + rest


def drop_useless_half_spaces(text: str) -> str:
    """Remove half-spaces that separate nothing: repeated, beside a space, after «ا د ر و …»."""
    return _USELESS.sub("", text) if ZWNJ in text else text


def _repair_once(text: str) -> str:
    text = _MI_APART.sub(rf"\1{ZWNJ}", text)
    text = _MI_GLUED.sub(lambda match: _glued_verb(match[1], match[2]), text)
    text = _PLURAL_APART.sub(ZWNJ, text)
    text = _PLURAL_GLUED.sub(ZWNJ, text)
    text = _AFTER_SILENT_H.sub(rf"\1{ZWNJ}", text)
    return drop_useless_half_spaces(text)


def repair_half_spaces(text: str) -> str:
    """Return ``text`` with half-spaces set; expects the letters of :func:`normalize`'s first pass."""
    text = drop_useless_half_spaces(text)
    # A join can make the next one possible (بچه ها ی); each round only joins, so this ends.
    while (repaired := _repair_once(text)) != text:
        text = repaired
    return text
