"""Cues: runs of words that speak for something, and what near them takes them back.

A cue is written as people write: «…» stands for up to six words between, «word*» for every word that begins so,
«<name>» for one of a named list of words. What is matched is the key of :func:`cue_key`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.law.schemas import CueGroup
from assistant.persian import in_one_spelling, search_text

_GAP = r"(?: \S+){0,6}?"
_BEFORE, _AFTER = 7, 5  # words: as far as an exception reaches
_BORDER = "|"  # the end of a sentence, in the key
_SENTENCES = re.compile(r"[.!?؟؛…\n]+(?=\s|$)")
_NAME = re.compile(r"<([a-z_]+)>")
_CUT = re.compile(r"<[a-z_]+>|…|[^<…]+")

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cues:
    """A group of cues, compiled."""

    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]
    now: re.Pattern[str]  # words that end the neighbourhood: what is said of the past reaches no further

    @classmethod
    def compile(cls, group: CueGroup, words: Words, past: Iterable[str]) -> Cues:
        """Compile a group; ``past`` takes back cues beside the group's own exceptions."""
        patterns = tuple(re.compile(pattern_of(cue, words)) for cue in group.cues)
        return cls(patterns, any_of((*group.unless, *past), words), any_of((_BORDER, *words["now"]), words))

    def found(self, key: str) -> bool:
        """Say whether a cue stands in the key and nothing near it takes it back."""
        matches = (match for pattern in self.patterns for match in pattern.finditer(key))
        return any(not self.unless.search(self._near(key, match)) for match in matches)

    def _near(self, key: str, match: re.Match[str]) -> str:
        before = f" {' '.join(key[: match.start()].split()[-_BEFORE:])} "
        after = f" {' '.join(key[match.end() :].split()[:_AFTER])} "
        start = max((end.end() for end in self.now.finditer(before)), default=0)
        stop = self.now.search(after)
        return f"{before[start:].rstrip()}{match[0]}{after[: stop.start() if stop else None].rstrip()} "


def cue_key(text: str) -> str:
    """Return the text as cues are matched: plain words between single spaces, «|» between sentences."""
    plain = in_one_spelling(text)
    sentences = (search_text(sentence) for sentence in _SENTENCES.split(plain))
    return f" {f' {_BORDER} '.join(filter(None, sentences))} "


def any_of(cues: Iterable[str], words: Words) -> re.Pattern[str]:
    """Return the pattern of any of the cues; none of them matches nothing."""
    patterns = sorted({pattern_of(cue, words) for cue in cues})
    return re.compile("|".join(patterns) or r"(?!)")


def pattern_of(cue: str, words: Words) -> str:
    """Return a cue as a regular expression; it begins at a space and ends before one."""
    return "".join(_part(part.strip(), words) for part in _CUT.findall(cue) if part.strip()) + "(?= )"


def _part(part: str, words: Words) -> str:
    if part == "…":
        return _GAP
    if name := _NAME.fullmatch(part):
        return f"(?:{'|'.join(sorted({_run(entry) for entry in words[name[1]]}))})"
    return _run(part)


def _run(run: str) -> str:
    return "".join(f" {_word(word)}" for word in run.split())


@cache
def _word(word: str) -> str:
    if word == _BORDER:
        return re.escape(word)
    if word.endswith("*"):
        # The beginning of a word is no word: only its letters are made equal.
        return re.escape(search_text(word[:-1]).replace(" ", "")) + r"\S*"
    return re.escape(search_text(word))
