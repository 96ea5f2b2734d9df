"""The real weights and a small part of the real corpus: whole paths in seconds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.law import Corpus, load_corpus
from assistant.retrieval import Index, open_embedder, open_index
from assistant.retrieval.embedding import TextEmbedder
from assistant.settings import Settings

PROBLEMS = (
    "mahr-claim",
    "wife-maintenance-claim",
    "recovery-of-deposit",
    "dishonoured-cheque",
    "theft",
    "assault",
)
LAWS = ("family-protection-1391",)
ARTICLES = ("civil-code:1082", "civil-code:1106", "civil-code:1107", "civil-code:1133")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory, small_corpus_dir: Path) -> Settings:
    """The settings of a fresh machine: nothing unpacked, nothing indexed."""
    return Settings(data_dir=tmp_path_factory.mktemp("data"), corpus_dir=small_corpus_dir)


@pytest.fixture(scope="session")
def embedder(settings: Settings) -> TextEmbedder:
    return open_embedder(settings)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Six problems, and the articles that a few questions need."""
    whole = load_corpus()
    return replace(
        whole,
        articles={
            article_id: article
            for article_id, article in whole.articles.items()
            if article.law in LAWS or article_id in ARTICLES
        },
        claims={slug: whole.claims[slug] for slug in PROBLEMS},
        questions={},
        services={},
        calculators={},
        procedures={},
    )


@pytest.fixture(scope="session")
def index(corpus: Corpus, settings: Settings, embedder: TextEmbedder) -> Index:
    assert Path(settings.data_dir, "models").is_dir(), embedder
    return open_index(corpus, settings)
