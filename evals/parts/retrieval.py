"""Retrieval of articles for lay questions, beside the references."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.retrieval import open_embedder
from assistant.retrieval.vector_cache import VectorCache
from assistant.service import Rooms
from evals.datasets import Question, Split, load_questions
from evals.metrics.ranking import hit, ranking_scores
from evals.parts.baselines import bm25, dense, langchain_bm25
from evals.report import Part

_DEPTH = 100
_READ = 5  # a question with no right article among the first five is listed as a miss


def measure(rooms: Rooms, split: Split) -> Part:
    """Return the table of retrieval: ours, BM25 alone, dense alone, LangChain's BM25Retriever."""
    questions = load_questions(split)
    embedder = open_embedder(rooms.settings)
    cache = VectorCache(embedder, rooms.settings.data_dir / "index" / "vectors.sqlite")
    rankers: dict[str, Callable[[str], Sequence[str]]] = {
        "dadkhah": lambda text: [hit.article_id for hit in rooms.index.articles(text, _DEPTH)],
        "bm25 alone": bm25(rooms.corpus),
        "dense alone": dense(rooms.corpus, embedder, cache),
        "langchain BM25Retriever": langchain_bm25(rooms.corpus),
    }
    ranked = {name: [(rank(q.question), q.articles) for q in questions] for name, rank in rankers.items()}
    rows = {name: ranking_scores(pairs) for name, pairs in ranked.items()}
    for style in sorted({q.style for q in questions}):
        pairs = [pair for pair, q in zip(ranked["dadkhah"], questions, strict=True) if q.style == style]
        rows[f"dadkhah: {style} ({len(pairs)})"] = ranking_scores(pairs)
    misses = _misses(questions, ranked["dadkhah"]) if split == "dev" else ()
    return Part("retrieval", "Articles for a question", len(questions), rows, ("hit@5", "recall@100"), misses)


def _misses(
    questions: Sequence[Question], ranked: Sequence[tuple[Sequence[str], Sequence[str]]]
) -> list[str]:
    return [
        f"{question.id} {question.question} | {', '.join(right)} | {', '.join(ranking[:_READ])}"
        for question, (ranking, right) in zip(questions, ranked, strict=True)
        if not hit(ranking, right, _READ)
    ]
