"""From the marked stories to the marker and its card."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random

import numpy as np

from assistant.drafting.fields import Field, fields_of
from assistant.drafting.folding import fold
from assistant.drafting.marking import VALUE, all_labels, labels_of
from assistant.law.corpus import Corpus
from assistant.retrieval.adapter import file_hash
from assistant.retrieval.embedding import Embedder, open_embedder
from assistant.retrieval.weights import FOLDER
from assistant.settings import Settings
from assistant.training.marking import Lesson, MarkingPlan, fit, write_marker
from assistant.training.stories import Story, read_stories
from assistant.training.variation import kinds_of, told_words, varied

TOLD_EVERY = 200  # stories
MARKER, CARD = "marker.safetensors", "marker.json"
LICENCE = "Apache-2.0; trained on the marked stories of this project (CC BY 4.0) alone"

MarkerJudge = Callable[[Path], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class MarkerCard:
    """What a marker was made of, and what it is worth."""

    licence: str
    model: str  # the folder of the language model whose rows it reads
    marker: str  # SHA-256 of its file
    data: str  # SHA-256 of the stories
    stories: int
    marks: int
    labels: int
    plan: MarkingPlan
    dev: Mapping[str, float]


def train_marker(
    corpus: Corpus, settings: Settings, plan: MarkingPlan, out: Path, judge: MarkerJudge
) -> MarkerCard:
    """Train, and write the marker and its card to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    embedder = open_embedder(settings)
    stories = read_stories(settings.corpus_dir / "stories", corpus)
    labels = all_labels(corpus)
    meanings = embedder.encode_queries(_called(corpus, labels))
    as_told = _lessons(stories, corpus, labels, embedder, plan)
    networks = []
    for number in range(plan.heads):
        one = replace(plan, seed=plan.seed + number)
        print(f"dadkhah: network {number + 1}/{plan.heads}", file=sys.stderr, flush=True)
        retold = _lessons(list(_retold(stories, corpus, one)), corpus, labels, embedder, one)
        networks.append(fit([*as_told, *retold], meanings, one))
    write_marker(networks, labels, plan, out / MARKER)
    card = MarkerCard(
        licence=LICENCE,
        model=FOLDER,
        marker=file_hash(out / MARKER),
        data=stories_hash(stories),
        stories=len(stories),
        marks=sum(len(story.marks) for story in stories),
        labels=len(labels),
        plan=plan,
        dev=judge(out / MARKER),
    )
    (out / CARD).write_text(json.dumps(asdict(card), ensure_ascii=False, indent=2) + "\n", "utf-8")
    return card


def stories_hash(stories: Sequence[Story]) -> str:
    """The SHA-256 of the stories, in their order."""
    told = json.dumps([asdict(story) for story in stories], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _lessons(
    stories: Sequence[Story], corpus: Corpus, labels: Sequence[str], embedder: Embedder, plan: MarkingPlan
) -> list[Lesson]:
    lessons: list[Lesson] = []
    for story in stories:
        lessons.append(_lesson(story, corpus, labels, embedder, plan))
        if len(lessons) % TOLD_EVERY == 0:
            told = f"dadkhah: {len(lessons)}/{len(stories)} stories read"
            print(told, file=sys.stderr, flush=True)
    return lessons


def _retold(stories: Sequence[Story], corpus: Corpus, plan: MarkingPlan) -> Iterator[Story]:
    """Every story as others would tell it."""
    rng = Random(plan.seed)
    kinds = kinds_of(_fields(corpus))
    told = told_words(stories, kinds)
    for _ in range(plan.varied):
        yield from (varied(story, told, kinds, rng) for story in stories)


def _lesson(
    story: Story, corpus: Corpus, labels: Sequence[str], embedder: Embedder, plan: MarkingPlan
) -> Lesson:
    place_of = {label: place for place, label in enumerate(labels, start=1)}
    folded = fold(story.text)
    pieces, rows = embedder.rows(folded, plan.layers)
    targets = [0] * len(pieces)
    for number, (start, end) in enumerate(pieces):
        start += len(folded[start:end]) - len(
            folded[start:end].lstrip()
        )  # a piece begins with the blank before it
        for mark in story.marks:
            if start < mark.end and end > mark.start and start < end:
                targets[number] = place_of[mark.label]
    allowed = [place_of[label] for label in labels_of(fields_of(corpus.forms[story.form], corpus))]
    return Lesson(rows.astype(np.float16), targets, allowed)


def _called(corpus: Corpus, labels: Sequence[str]) -> list[str]:
    """What the labels are called in Persian: the field, and the choice or yes or no."""
    fields = _fields(corpus)
    return [_name(label, fields) for label in labels]


def _fields(corpus: Corpus) -> dict[str, Field]:
    """The fields of all forms, by name."""
    return {name: field for form in corpus.forms.values() for name, field in fields_of(form, corpus).items()}


def _name(label: str, fields: Mapping[str, Field]) -> str:
    name, _, value = label.partition(VALUE)
    return f"{fields[name].label}: {value}" if value else fields[name].label
