"""The key under which a text is matched: everything that writers do differently is made equal."""

import re

from assistant.persian.colloquial import formalize
from assistant.persian.digits import to_ascii_digits
from assistant.persian.letters import FOLDED

_GROUPING = re.compile(r"(?<=\d)[,٬،](?=\d{3})")
_HAMZA_SEATS = (("ئو", "ؤو"), ("یئت", "یأت"), ("رئت", "رأت"), ("شئت", "شأت"))  # مسئول، هیئت، جرئت، نشئت
_SEPARATORS = re.compile(r"(?:\W|_)+")


def search_text(text: str) -> str:
    """Return the matching key of ``text``.

    Normalised and formal words, lower-case Latin, ASCII digits, no punctuation, no half-spaces
    (so «می خواهم», «می‌خواهم» and «میخواهم» are one), hamza and madda folded (رأی، رای).
    """
    key = to_ascii_digits(formalize(text)).lower()
    for seat, other in _HAMZA_SEATS:
        key = key.replace(seat, other)
    key = _GROUPING.sub("", key.translate(FOLDED))
    return _SEPARATORS.sub(" ", key).strip()
