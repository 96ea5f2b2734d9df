"""Whatever people tell, no form shows a trace of its making, or a word of anybody else."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from assistant.drafting import compose, render_text
from assistant.drafting.authoring import paper_problems
from assistant.law import Corpus
from tests.drafting.conftest import FINISHED, TODAY, example
from tests.drafting.facts_strategies import facts_of

TYPED_CODE = [re.compile(re.escape(piece)) for piece in ("{{", "}}", "{%", "%}")]


@pytest.mark.parametrize("slug", FINISHED)
def test_any_valid_facts_make_a_clean_paper(slug: str, corpus: Corpus) -> None:
    form = corpus.forms[slug]
    usual = {value for value in example(corpus, slug).values() if isinstance(value, str) and len(value) > 12}

    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(facts=facts_of(form, corpus))
    def check(facts: dict[str, str | bool]) -> None:
        petition = compose(form, facts, corpus, TODAY)
        typed = any("{{" in str(value) for value in facts.values())
        problems = [
            problem
            for problem in paper_problems(petition)
            if not (typed and any(mark.search(problem) for mark in TYPED_CODE))
        ]
        assert problems == []
        text = render_text(petition)
        assert "  " not in text
        told = "\n".join(str(value) for value in facts.values())
        for value in usual:
            first = value.splitlines()[0]
            assert first in told or first not in text, "a fact that was not given"

    check()
