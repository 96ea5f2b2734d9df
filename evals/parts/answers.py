"""Answers against their key points: whether what must be said is said."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from statistics import fmean

from assistant.persian import search_text
from assistant.service import Rooms
from evals.datasets import KeyPoint, Question, Split, load_judgements, load_questions
from evals.report import Part

_TOGETHER = 2  # sentences within which all groups of a key point must stand
_BEGINNING = 6  # sentences: what a person reads first


def measure(rooms: Rooms, split: Split) -> Part:
    """Return the share of key points said, and of answers that say all of theirs."""
    questions = load_questions(split)
    today = rooms.today()
    told = [
        [f"{sentence.text}" for sentence in rooms.guide.ask(question.question, today).sentences]
        for question in questions
    ]
    said = [points_said(question, sentences) for question, sentences in zip(questions, told, strict=True)]
    early = [
        points_said(question, sentences[:_BEGINNING])
        for question, sentences in zip(questions, told, strict=True)
    ]
    rows = {"dadkhah": _scores(said)}
    judged, used = _judged(questions, told, said)
    if used:
        rows[f"dadkhah, {used} points judged by readers"] = _scores(judged)
    rows |= {f"dadkhah, first {_BEGINNING} sentences": _scores(early)}
    for area in sorted({question.area for question in questions}):
        of_area = [points for points, question in zip(said, questions, strict=True) if question.area == area]
        rows[f"dadkhah: {area} ({len(of_area)})"] = _scores(of_area)
    misses = _misses(questions, said) if split == "dev" else ()
    return Part("answers", "Key points in answers", len(questions), rows, ("key points said",), misses)


def answer_digest(sentences: Sequence[str]) -> str:
    """A short hash of an answer: a judgement holds for the very words that were judged."""
    return hashlib.sha256("\n".join(sentences).encode()).hexdigest()[:16]


def _judged(
    questions: Sequence[Question], told: Sequence[Sequence[str]], said: Sequence[Sequence[bool]]
) -> tuple[list[tuple[bool, ...]], int]:
    """The points said, where a reader's judgement of this answer goes before the terms; how many judgements held."""
    judgements = {(j.id, j.point): j for j in load_judgements()}
    used = 0
    judged = []
    for question, sentences, points in zip(questions, told, said, strict=True):
        digest = answer_digest(sentences)
        mine = [judgements.get((question.id, number)) for number in range(len(points))]
        valid = [j if j is not None and j.answer == digest else None for j in mine]
        used += sum(j is not None for j in valid)
        judged.append(tuple(j.said if j else there for j, there in zip(valid, points, strict=True)))
    return judged, used


def points_said(question: Question, sentences: Sequence[str]) -> tuple[bool, ...]:
    """Which key points of a question an answer says."""
    keys = [_key(sentence) for sentence in sentences]
    windows = [
        " ".join(keys[start : start + _TOGETHER]) for start in range(max(len(keys) - _TOGETHER + 1, 1))
    ]
    return tuple(any(_says(window, point) for window in windows) for point in question.key_points)


def _says(window: str, point: KeyPoint) -> bool:
    return all(any(_key(term) in window for term in group) for group in point.terms)


def _key(text: str) -> str:
    """A text as terms are looked up in it: spelling made equal, no spaces."""
    return search_text(text).replace(" ", "")


def _scores(said: Sequence[Sequence[bool]]) -> dict[str, float]:
    return {
        "key points said": fmean(fmean(points) for points in said),
        "answers that say all": fmean(all(points) for points in said),
    }


def _misses(questions: Sequence[Question], said: Sequence[Sequence[bool]]) -> list[str]:
    return [
        f"{question.id} {question.question} | {point.point}"
        for question, points in zip(questions, said, strict=True)
        for point, there in zip(question.key_points, points, strict=True)
        if not there
    ]
