"""The references that retrieval is held against, over the same articles and the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document

from assistant.law import Article
from assistant.law.corpus import Corpus
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.lexical import Field, LexicalIndex
from assistant.retrieval.passages import without_rules
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.words import words

Ranker = Callable[[str], Sequence[str]]
_DEPTH = 100


def plain_text(article: Article) -> str:
    """Return what a reference indexes: the official text where it is loaded, and our note."""
    official = article.official.text if article.official else ""
    note = f"{article.note.title}. {without_rules(article.note.note)}" if article.note else ""
    return f"{note}\n{official}".strip()


def bm25(corpus: Corpus) -> Ranker:
    """BM25 over normalised words, by bm25s."""
    articles = corpus.searchable
    index = LexicalIndex.build([(Field(plain_text(article)),) for article in articles], words)

    def rank(question: str) -> list[str]:
        scores = index.scores(question)
        best = np.argsort(-scores, kind="stable")[:_DEPTH]
        return [articles[int(position)].id for position in best]

    return rank


def dense(corpus: Corpus, embedder: Embedder, cache: VectorCache) -> Ranker:
    """The raw embedding over one passage an article."""
    articles = corpus.searchable
    vectors = cache.passages([plain_text(article) for article in articles])

    def rank(question: str) -> list[str]:
        likeness = vectors @ embedder.encode_queries([question])[0]
        return [articles[int(position)].id for position in np.argsort(-likeness, kind="stable")[:_DEPTH]]

    return rank


def langchain_bm25(corpus: Corpus) -> Ranker:
    """LangChain's own BM25Retriever as it comes: rank_bm25 over words split at spaces."""
    documents = [Document(plain_text(article), metadata={"id": article.id}) for article in corpus.searchable]
    retriever = BM25Retriever.from_documents(documents, k=_DEPTH)

    def rank(question: str) -> list[str]:
        return [document.metadata["id"] for document in retriever.invoke(question)]

    return rank
