"""How well a model finds articles on dev by meaning alone: one passage an article, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.law.corpus import Corpus
from assistant.persian import in_one_spelling
from assistant.retrieval.embedding import bundled_embedder
from assistant.retrieval.vector_cache import VectorCache
from evals.datasets import load_questions
from evals.metrics.ranking import ranking_scores
from evals.parts.baselines import dense


def by_meaning_on_dev(corpus: Corpus, model: Path, threads: int) -> Mapping[str, float]:
    """Return the measures of a folder of the bundled kind over the development questions."""
    embedder = bundled_embedder(model, threads, str(model))
    with TemporaryDirectory() as folder:
        rank = dense(corpus, embedder, VectorCache(embedder, Path(folder) / "vectors.sqlite"))
    scores = ranking_scores([(rank(in_one_spelling(q.question)), q.articles) for q in load_questions("dev")])
    return {measure: round(score, 3) for measure, score in scores.items()}
