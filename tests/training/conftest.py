from pathlib import Path

import pytest

from assistant.law import Corpus, load_corpus
from assistant.retrieval.weights import base_model
from assistant.settings import Settings
from assistant.training.material import training_pairs
from assistant.training.pairs import Pair


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def pairs(corpus: Corpus) -> list[Pair]:
    return training_pairs(corpus, Settings().corpus_dir / "scope", seed=1)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return base_model(tmp_path_factory.mktemp("data"))
