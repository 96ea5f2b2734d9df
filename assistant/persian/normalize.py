"""One spelling for one text, for display and for storage."""

import re
import unicodedata

from assistant.persian.half_space import repair_half_spaces
from assistant.persian.letters import CHARACTERS, MARKS, MARKS_BUT_TANVIN

_PRESENTATION_FORMS = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]+")
_LINE_END = re.compile(r"\r\n?")
_SPACES = re.compile(r" {2,}")
_SPACED_LINE_BREAK = re.compile(r" ?\n ?")


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def normalize(text: str, *, keep_tanvin: bool = False) -> str:
    """Return ``text`` in the spelling that is stored and shown.

    Arabic ي, ك, ة and presentation forms become Persian letters; vowel signs, tatweel, zero-width
    and direction controls go; half-spaces are set («می خواهم» becomes «می‌خواهم»); runs of spaces
    become one. Line breaks stay. Persian and ASCII digits stay as typed, Arabic-Indic ones become
    Persian. Normalising twice changes nothing more. With ``keep_tanvin`` «کتباً» keeps its sign, for a text that is
    printed as its writer spells it.
    """
    text = _PRESENTATION_FORMS.sub(_compose, text)
    text = _LINE_END.sub("\n", text).translate(CHARACTERS)
    # A typed hamza above is a letter of its own only over و, ا and ی; elsewhere it is a vowel sign.
    text = (
        unicodedata.normalize("NFC", text)
        .replace("ی\u0654", "ئ")
        .translate(MARKS_BUT_TANVIN if keep_tanvin else MARKS)
    )
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", text)
    text = repair_half_spaces(text)
    return _SPACED_LINE_BREAK.sub("\n", _SPACES.sub(" ", text)).strip(" \n")
