"""The lines of an answer, tidied."""

from __future__ import annotations

from assistant.persian import normalize


def kept_lines(text: str) -> list[str]:
    """Return the lines that say something, in one spelling and with single blanks; the tanvin of «کتباً» stays."""
    lines = (" ".join(line.split()) for line in normalize(text, keep_tanvin=True).splitlines())
    return [line for line in lines if line]
