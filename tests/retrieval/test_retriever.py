import pytest
from langchain_core.retrievers import BaseRetriever

from assistant.law import Corpus
from assistant.retrieval import Index
from assistant.retrieval.retriever import ArticleRetriever


@pytest.fixture
def retriever(corpus: Corpus, index: Index) -> ArticleRetriever:
    return ArticleRetriever(corpus=corpus, index=index, k=4)


def test_it_is_a_retriever_that_a_chain_can_invoke(retriever: ArticleRetriever) -> None:
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke("شوهرم خرجی نمیده")
    assert len(documents) == 4
    assert "civil-code:1106" in [document.id for document in documents]


def test_a_document_carries_the_note_and_says_where_it_stands(
    retriever: ArticleRetriever, corpus: Corpus
) -> None:
    document = retriever.invoke("ماده ۱۰۸۲ قانون مدنی")[0]
    note = corpus.article("civil-code:1082").note
    assert note
    assert document.page_content == note.note
    assert document.metadata["law"] == "civil-code"
    assert document.metadata["article"] == "1082"
    assert document.metadata["title"] == note.title
    assert document.metadata["score"] > 0


async def test_asked_asynchronously_it_finds_the_same(retriever: ArticleRetriever) -> None:
    assert await retriever.ainvoke("مهریه‌ام را نمی‌دهد") == retriever.invoke("مهریه‌ام را نمی‌دهد")


def test_the_number_of_documents_is_at_least_one(corpus: Corpus, index: Index) -> None:
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        ArticleRetriever(corpus=corpus, index=index, k=0)
