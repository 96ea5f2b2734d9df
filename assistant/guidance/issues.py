"""Several problems in one message: the message and its parts are recognised together."""

from __future__ import annotations

import re

from assistant.persian import normalize

_BREAK = re.compile(
    r"[.!?؟؛\n]+|،\s|\s(?:ولی|اما|بعدش|تازه|ضمنا|همچنین|از طرفی)\s|\s(?:و)\s"
    r"|(?<=\s)(?=\S+ (?:رو|را) هم\s)"  # «… مهریه‌ام رو هم نداده» begins a clause
)
_SHORTEST = 3  # words: shorter parts say too little by themselves
_MOST_PARTS = 5


def parts(text: str) -> list[str]:
    """Return the parts of a message that may each hold a problem of its own; none when there is only one."""
    found = [part.strip() for part in _BREAK.split(normalize(text)) if part and part.strip()]
    long_enough = [part for part in found if len(part.split()) >= _SHORTEST]
    return long_enough[:_MOST_PARTS] if len(long_enough) > 1 else []
