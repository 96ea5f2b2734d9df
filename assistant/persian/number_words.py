"""Whole numbers as people write them: digits, words, and both mixed («۱۵۰ میلیون و پانصد هزار»)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from assistant.persian.digits import to_ascii_digits
from assistant.persian.letters import LETTER, ZWNJ

_UNITS = {
    "یک": 1, "یه": 1, "دو": 2, "سه": 3, "چهار": 4, "چار": 4, "پنج": 5, "شش": 6, "شیش": 6, "هفت": 7, "هشت": 8, "نه": 9,
}  # fmt: skip
_TEENS = {
    "ده": 10, "یازده": 11, "دوازده": 12, "سیزده": 13, "چهارده": 14, "پانزده": 15, "پونزده": 15, "شانزده": 16,
    "شونزده": 16, "هفده": 17, "هیفده": 17, "هجده": 18, "هیجده": 18, "هژده": 18, "نوزده": 19,
}  # fmt: skip
_TENS = {
    "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "شست": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90,
}  # fmt: skip
_HUNDREDS = {
    "صد": 100, "یکصد": 100, "دویست": 200, "دیویست": 200, "سیصد": 300, "چهارصد": 400, "چارصد": 400, "پانصد": 500,
    "پونصد": 500, "ششصد": 600, "شیشصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
}  # fmt: skip
_SCALES = {
    "هزار": 10**3, "میلیون": 10**6, "ملیون": 10**6, "میلیارد": 10**9, "ملیارد": 10**9, "تریلیون": 10**12,
}  # fmt: skip
_VALUES = _UNITS | _TEENS | _TENS | _HUNDREDS
_MILLION_SHORT = "م"  # «۵۰۰م» in messages

_GROUPED = r"\d{1,3}(?:[,٬]\d{3})+(?!\d)|\d{1,3}(?:[،./]\d{3}){2,}(?!\d)"
_DECIMAL = r"\d{1,4}[./٫]\d{1,3}(?=[ \u200c]*(?:هزار|میلیون|ملیون|میلیارد|ملیارد|تریلیون))"
_LONGEST = 30  # digits and separators of a number anyone means
_DIGITS = rf"(?<![\d./,٬])(?:{_GROUPED}|{_DECIMAL}|\d+(?![./]\d|[,٬]\d{{3}}))"
_WORDS = "|".join(sorted([*_VALUES, *_SCALES, "نیم"], key=len, reverse=True))
_ATOM = rf"(?:{_DIGITS}|{_WORDS})"
_SPACE = rf"[ \u00a0{ZWNJ}]{{0,3}}"
_SHORT = rf"(?<=\d){_SPACE}{_MILLION_SHORT}(?![{LETTER}])"
# Bounded on purpose: a text of nothing but number words must not take long.
NUMBER = rf"(?<![{LETTER}\d])(?:{_ATOM}(?:{_SHORT})?(?:{_SPACE}(?:و{_SPACE})?{_ATOM}){{0,20}})(?!\d)"
_TOKENS = re.compile(rf"(?P<digits>{_DIGITS})|(?P<word>{_WORDS})|(?P<and>و)|(?P<short>م)")
_FOLD = str.maketrans({"ي": "ی", "ك": "ک", "\u00a0": " "})


@dataclass(slots=True)
class _Sum:
    """Adds up a number read from left to right; every part must be smaller than the one before."""

    total: Fraction = Fraction(0)  # closed by a scale: «دو میلیون»
    chunk: Fraction = Fraction(0)  # below a million, still open
    small: Fraction = Fraction(0)  # below a thousand, still open
    floor: int = 1000  # the next word of the small part must be below this
    last_scale: int = 10**15
    open: bool = False  # whether anything has been read since the last scale


def fold(text: str) -> str:
    """Return ``text`` with ASCII digits and Persian ی and ک; every character keeps its place."""
    return to_ascii_digits(text).translate(_FOLD)


def _digits_value(digits: str) -> Fraction:
    if re.fullmatch(_GROUPED, digits):
        return Fraction(int(re.sub(r"\D", "", digits)))
    return Fraction(re.sub(r"[/٫]", ".", digits))


def _add_small(state: _Sum, value: int) -> bool:
    """Add a number word below a thousand: «دویست», «و پنجاه», «سه»; «دو سه» is no number."""
    multiplies = value == 100 and state.open and 2 <= state.small <= 9  # «هفت صد»
    if multiplies:
        state.small, state.floor = state.small * 100, 100
        return True
    if value >= state.floor:
        return False
    state.small += value
    state.floor = 100 if value >= 100 else 10 if value >= 20 else 1
    state.open = True
    return True


def _apply_scale(state: _Sum, scale: int) -> bool:
    if scale == 1000:
        if state.chunk or (state.open and not state.small):
            return False
        state.chunk = (state.small if state.open else Fraction(1)) * 1000
    else:
        if scale >= state.last_scale:
            return False
        value = state.chunk + state.small
        state.total += (value if value or state.open else Fraction(1)) * scale
        state.chunk, state.last_scale = Fraction(0), scale
    state.small, state.floor, state.open = Fraction(0), 1000, False
    return True


def _add_half(state: _Sum, last: int) -> bool:
    """Add «نیم»: half of what is counted next («دو و نیم میلیارد») or was last («دو میلیون و نیم»)."""
    if not state.open and last > 1 and state.total + state.chunk:
        if last == 1000:
            state.chunk += 500
        else:
            state.total += Fraction(last, 2)
        return True
    state.small += Fraction(1, 2)
    state.floor, state.open = 1, True
    return True


def number_value(text: str) -> int | None:
    """Return the whole number that ``text``, a match of :data:`NUMBER` in folded text, stands for.

    None where it is no number of its own («دو سه میلیون»: two or three) or not a whole one.
    """
    state, last_scale = _Sum(), 1
    for match in _TOKENS.finditer(text):
        token = match[0]
        if match["digits"]:
            if len(token) > _LONGEST:
                return None
            value = _digits_value(token)
            if state.open or (state.last_scale < 10**15 and value >= state.last_scale):
                return None
            if state.chunk and value >= 1000:
                return None
            state.small, state.floor, state.open = value, 1, True
        elif token == "نیم":
            if not _add_half(state, last_scale):
                return None
        elif token in _VALUES:
            if not _add_small(state, _VALUES[token]):
                return None
        elif not match["and"]:
            scale = _SCALES.get(token, 10**6)
            if not _apply_scale(state, scale):
                return None
            last_scale = scale
    value = state.total + state.chunk + state.small
    return int(value) if value.denominator == 1 else None
