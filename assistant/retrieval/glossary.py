"""The glossary: what people say, and what the law calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.law.schemas import Text
from assistant.retrieval.words import words

# Endings that cling to a noun or a verb: «خرجیمو», «چکش», «مهرمم»
ENDINGS = "(?:ها|های|هام|هاش|ی|م|مو|ش|شو|شون|مون|تون|و|رو)?"


class GlossaryEntry(BaseModel):
    """A term of the law, and the everyday phrases that mean it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: Text
    said: tuple[Text, ...]


class Glossary:
    """Adds the law's words to everyday ones."""

    def __init__(self, entries: Sequence[GlossaryEntry]) -> None:
        self._terms = _terms_by_phrase(entries)
        longest_first = sorted(self._terms, key=len, reverse=True)
        phrases = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._phrase = re.compile(rf"(?<!\w)({phrases}){ENDINGS}(?!\w)")

    def terms(self, text: str) -> list[str]:
        """Return the terms of the law for what the text says, without repetition."""
        plain = " ".join(words(text))
        found = (term for match in self._phrase.finditer(plain) for term in self._terms[match[1]])
        return list(dict.fromkeys(found))


def read_glossary(path: Path) -> tuple[GlossaryEntry, ...]:
    """Read ``corpus/glossary.yaml``."""
    return TypeAdapter(tuple[GlossaryEntry, ...]).validate_python(
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
    )


def _terms_by_phrase(entries: Sequence[GlossaryEntry]) -> Mapping[str, list[str]]:
    terms: dict[str, list[str]] = {}
    for entry in entries:
        for phrase in entry.said:
            terms.setdefault(" ".join(words(phrase)), []).append(entry.term)
    return terms
