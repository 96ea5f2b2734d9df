"""Facts found in what people tell: in stories, long answers and corrections, and what is rather left alone."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import Interview
from assistant.law import Corpus, load_corpus
from assistant.settings import PROJECT
from tests.drafting.conftest import TODAY

STORIES = yaml.safe_load((PROJECT / "tests/drafting/stories.yaml").read_text(encoding="utf-8"))
WORDS = "من شوهرم رضا کریمی کد ملی ۰۱۲۳۴۵ سکه تومان ابلاغ ،.\n\u200c آدرسم خیابان"


@pytest.mark.parametrize(("slug", "told", "facts"), [tuple(story.values()) for story in STORIES["found"]])
def test_facts_are_found_in_everyday_words(
    slug: str, told: str, facts: dict[str, str | bool], corpus: Corpus
) -> None:
    found = Interview(corpus.forms[slug], corpus).extract(told, TODAY)
    assert {name: fact.value for name, fact in found.items()} == facts


@pytest.mark.parametrize(("slug", "told"), [tuple(story.values()) for story in STORIES["left_alone"]])
def test_what_is_not_sure_is_left_alone(slug: str, told: str, corpus: Corpus) -> None:
    assert Interview(corpus.forms[slug], corpus).extract(told, TODAY) == {}


def test_a_fact_tells_where_it_stands(corpus: Corpus) -> None:
    told = "شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده"
    found = Interview(corpus.forms["mahr-claim"], corpus).extract(told, TODAY)["opponent_name"]
    assert told[found.start : found.end] == "رضا کریمی"


@given(text=st.text(alphabet=st.sampled_from(WORDS), max_size=120))
def test_nothing_told_breaks_the_extraction(text: str) -> None:
    corpus = load_corpus()
    for fact in Interview(corpus.forms["mahr-claim"], corpus).extract(text, TODAY).values():
        assert 0 <= fact.start < fact.end <= len(text)
