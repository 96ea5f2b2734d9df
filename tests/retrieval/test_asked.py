"""What people ask is recognised by the articles found for a message and by its words."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.law import Corpus
from assistant.law.schemas import Question
from assistant.retrieval import Index, open_index
from assistant.retrieval.asked import Evidence, probability
from assistant.settings import Settings


def question(id_: str, wordings: list[str], *cites: str) -> Question:
    answer = [{"text": "پاسخ نخست", "cites": list(cites)}, {"text": "پاسخ دوم", "cites": list(cites)}]
    return Question.model_validate({"id": id_, "wordings": wordings, "answer": answer})


QUESTIONS = (
    question(
        "mahr-without-divorce",
        ["بدون طلاق مهریه میدن؟", "هنوز زنشم مهرمو میتونم بگیرم", "گرفتن مهریه طلاق میخواد؟"],
        "civil-code:1082",
    ),
    question(
        "working-wife",
        ["زن شاغل نفقه دارد؟", "خودم کار میکنم خرجی باید بده؟", "سر کار میرم نفقم قطع میشه؟"],
        "civil-code:1106",
    ),
)


@pytest.fixture(scope="module")
def asked(corpus: Corpus, settings: Settings) -> Index:
    questions = MappingProxyType({record.id: record for record in QUESTIONS})
    return open_index(replace(corpus, questions=questions), settings)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("میشه قبل از اینکه طلاق بگیرم مهریه رو ازش بگیرم", "mahr-without-divorce"),
        ("من کارمندم شوهرم میگه چون کار میکنی نفقه نداری", "working-wife"),
    ],
)
def test_the_question_that_a_message_asks_comes_first(asked: Index, text: str, right: str) -> None:
    hits = asked.asked(text, 2)
    assert hits[0].asked.id == right
    assert hits[0].probability > hits[1].probability


def test_a_message_about_something_else_asks_none_of_them(asked: Index) -> None:
    assert all(hit.probability < 0.5 for hit in asked.asked("گوشیم رو تو مترو زدن کجا شکایت کنم", 3))


def test_without_questions_nothing_is_asked(index: Index) -> None:
    assert index.asked("مهریه", 3) == []


def test_wordings_lend_their_words_to_the_articles_that_answer_them(
    index: Index, corpus: Corpus, settings: Settings
) -> None:
    odd = question("odd", ["بلبل خرما چنده", "بلبل تو قفس", "بلبل روی شاخه"], "civil-code:1133")
    lent = open_index(replace(corpus, questions=MappingProxyType({"odd": odd})), settings)
    text, cited = "بلبل توی قفس خونه", "civil-code:1133"
    before = [hit.article_id for hit in index.articles(text, 100)]
    after = [hit.article_id for hit in lent.articles(text, 100)]
    assert after.index(cited) < before.index(cited)


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0, 10))
def test_more_evidence_never_makes_a_question_less_likely(articles: float, words: float, more: float) -> None:
    less = probability(Evidence(articles, words))
    assert less <= probability(Evidence(articles + more, words))
    assert less <= probability(Evidence(articles, words + more))
    assert 0 <= less <= 1
