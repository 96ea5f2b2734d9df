"""Stories told by others: other names, numbers, places and days in them, sentences in another order or left out.

A story teaches where a name stands, not whose it is; so each is told again with what other stories tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from random import Random

from assistant.drafting.fields import Field
from assistant.persian.letters import ZWNJ
from assistant.training.stories import Mark, Story

_OTHER = 0.6  # share of the marked words that are exchanged
_REORDERED, _SHORTENED, _UNPOINTED, _UNSPACED = 0.35, 0.35, 0.3, 0.3  # shares of the stories
_SENTENCE = re.compile(r"[.!?؟\n]+\s*")
_NUMBER = re.compile(r"[\d۰-۹][\d۰-۹ /-]*")
_POINTS = ".،؛!؟?"

Kinds = Mapping[str, str]  # what a label can be exchanged with, by label
Words = Mapping[str, Sequence[str]]  # what stories tell, by kind


def kinds_of(fields: Mapping[str, Field]) -> dict[str, str]:
    """What the words of each label are of a kind with: names, addresses, dates, amounts."""
    kinds = {}
    for name, field in fields.items():
        if field.is_name:
            kinds[name] = "name"
        elif field.is_address:
            kinds[name] = "address"
        elif field.type in ("jalali_date", "rial_amount"):
            kinds[name] = field.type
    return kinds


def told_words(stories: Sequence[Story], kinds: Kinds) -> Words:
    """What the stories tell, by kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for story in stories:
        for mark in story.marks:
            words = story.text[mark.start : mark.end]
            if kind := _kind(words, mark.label, kinds):
                found[kind].append(words)
    return found


def varied(story: Story, told: Words, kinds: Kinds, rng: Random) -> Story:
    """Return the story as somebody else would tell it."""
    story = _exchanged(story, told, kinds, rng)
    story = _rearranged(story, rng)
    return Story(story.form, _typed(story, rng), story.marks)


def _kind(words: str, label: str, kinds: Kinds) -> str | None:
    """Names of two or three words, numbers of one length, and what is of a kind by its field; only Persian letters."""
    if re.search(r"[A-Za-z]", words):
        return None
    if _NUMBER.fullmatch(words):
        return f"number of {len(words)}"
    kind = kinds.get(label)
    plain_name = len(words.split()) in (2, 3) and not re.search(r"[\d۰-۹،]", words)
    return None if kind == "name" and not plain_name else kind


def _exchanged(story: Story, told: Words, kinds: Kinds, rng: Random) -> Story:
    text, marks, end = "", [], 0
    for mark in story.marks:
        text += story.text[end : mark.start]
        words = story.text[mark.start : mark.end]
        kind = _kind(words, mark.label, kinds)
        if kind and told.get(kind) and rng.random() < _OTHER:
            words = rng.choice(told[kind])
        marks.append(Mark(len(text), len(text) + len(words), mark.label))
        text += words
        end = mark.end
    return Story(story.form, text + story.text[end:], tuple(marks))


def _rearranged(story: Story, rng: Random) -> Story:
    cuts = sorted({0, *(match.end() for match in _SENTENCE.finditer(story.text)), len(story.text)})
    sentences = list(pairwise(cuts))
    if len(sentences) < 2 or any(mark.start < cut < mark.end for mark in story.marks for cut in cuts):
        return story
    if rng.random() < _REORDERED:
        rng.shuffle(sentences)
    if len(sentences) > 2 and rng.random() < _SHORTENED:
        sentences.pop(rng.randrange(len(sentences)))
    text, marks = "", []
    for start, end in sentences:
        moved = len(text) - start
        inside = [mark for mark in story.marks if start <= mark.start and mark.end <= end]
        marks += [Mark(mark.start + moved, mark.end + moved, mark.label) for mark in inside]
        text += story.text[start:end].rstrip() + " "
    return Story(story.form, text, tuple(marks))


def _typed(story: Story, rng: Random) -> str:
    """Without punctuation, or without half-spaces; letter for letter as long as before."""
    text = story.text
    if rng.random() < _UNPOINTED:
        kept = {place for mark in story.marks for place in range(mark.start, mark.end)}
        text = "".join(" " if c in _POINTS and at not in kept else c for at, c in enumerate(text))
    return text.replace(ZWNJ, " ") if rng.random() < _UNSPACED else text
