"""The marked stories of ``corpus/stories``: what people tell, with the words marked that tell a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.drafting.fields import fields_of
from assistant.drafting.marking import labels_of
from assistant.law.corpus import Corpus

_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


class StoryError(ValueError):
    """A story is marked in a way that cannot be read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a story, ``text[start:end]``, and what they tell: a field, or a field with its value."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody told who needs a form."""

    form: str
    text: str
    marks: tuple[Mark, ...]


def read_stories(folder: Path, corpus: Corpus) -> list[Story]:
    """Read ``corpus/stories``: a file for each form, a list of stories.

    The words that tell something are marked: ``[[words|field]]``, or ``[[words|field=value]]``.

    Raises:
        StoryError: a file names no form, or a mark names nothing that the form asks for.
    """
    return [story for file in sorted(folder.glob("*.yaml")) for story in _stories(file, corpus)]


def parse(form: str, marked: str) -> Story:
    """Take the marks out of a story."""
    text, marks, end = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return Story(form, text + marked[end:], tuple(marks))


def _stories(file: Path, corpus: Corpus) -> Iterator[Story]:
    if file.stem not in corpus.forms:
        raise StoryError(f"{file.name}: there is no form of this name")
    known = labels_of(fields_of(corpus.forms[file.stem], corpus))
    for marked in yaml.load(file.read_bytes(), yaml.CSafeLoader):
        story = parse(file.stem, marked)
        for mark in story.marks:
            if mark.label not in known:
                raise StoryError(f"{file.name}: the form asks for no {mark.label}: {story.text[:60]} …")
        yield story
