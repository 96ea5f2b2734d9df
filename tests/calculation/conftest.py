"""The real corpus on a fixed day; the index of prices is always made up."""

from __future__ import annotations

import pytest

from assistant.calculation import Tools
from assistant.law import Corpus, load_corpus
from assistant.persian import JalaliDate

TODAY = JalaliDate.of(1405, 9, 3)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture
def tools(corpus: Corpus) -> Tools:
    return Tools(corpus, TODAY)
