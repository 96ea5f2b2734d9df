"""The world of these tests: a sample corpus of five forms, the real guide, interview and composition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.dialogue import World
from assistant.guidance import Guide
from assistant.law import load_corpus
from assistant.persian.dates import JalaliDate
from assistant.settings import settings
from tests.dialogue.script import Script
from tests.dialogue.words_index import WordsIndex

SAMPLE = Path(__file__).parent / "sample"
TODAY = JalaliDate.of(1405, 9, 3)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    templates = tmp_path_factory.mktemp("templates")
    shutil.copytree(SAMPLE / "petitions", templates / "petitions")
    for name in ("fields.yaml", "structures.yaml"):
        shutil.copy(settings().templates_dir / "petitions" / name, templates / "petitions")
    corpus = load_corpus(SAMPLE, templates)
    return World(Guide.open(corpus, WordsIndex(corpus), settings()), corpus, TODAY)  # type: ignore[arg-type]


@pytest.fixture
def talk(world: World) -> Script:
    return Script(world)
