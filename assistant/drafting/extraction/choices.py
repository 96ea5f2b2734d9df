"""Choices told in a story by a word of their own: «عسر و حرج», «بی‌قید و شرط»."""

from __future__ import annotations

from collections.abc import Iterator, Set

from assistant.drafting.choices import told_phrases
from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.cues import compiled, of_form


def find_choices(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """Every choice whose telling phrase stands in the text."""
    for field, phrases in of_form(told_phrases(), fields):
        for value, patterns in phrases.items():
            for pattern in patterns:
                for match in compiled(rf"(?<!\w)(?:{pattern})").finditer(folded):
                    yield Candidate(field, *match.span(), value=value)
