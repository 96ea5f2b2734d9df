"""The index as a LangChain retriever."""

from __future__ import annotations

import asyncio

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from assistant.law.corpus import Corpus
from assistant.retrieval.hybrid import Hit
from assistant.retrieval.index import Index


class ArticleRetriever(BaseRetriever):
    """Finds the articles of law that fit a question in everyday Persian.

    Documents carry the note, or the official text where there is no note, and the metadata
    ``id``, ``law``, ``article``, ``title`` and ``score``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    corpus: Corpus
    index: Index
    k: int = Field(default=10, ge=1)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
    ) -> list[Document]:
        return [self._document(hit) for hit in self.index.articles(query, self.k)]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,  # noqa: ARG002
    ) -> list[Document]:
        hits = await asyncio.to_thread(self.index.articles, query, self.k)
        return [self._document(hit) for hit in hits]

    def _document(self, hit: Hit) -> Document:
        article = self.corpus.article(hit.article_id)
        text = article.note.note if article.note else article.official.text if article.official else ""
        return Document(
            page_content=text,
            id=article.id,
            metadata={
                "id": article.id, "law": article.law, "article": article.number,
                "title": article.title, "score": hit.score,
            },
        )  # fmt: skip
