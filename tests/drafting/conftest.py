"""The real corpus and its finished forms, and a way to draft them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
import yaml

from assistant.drafting import Petition, compose, normalise_facts, render_docx, render_pdf
from assistant.law import Corpus, load_corpus
from assistant.law.schemas import Form
from assistant.persian import JalaliDate
from assistant.settings import settings

TODAY = JalaliDate.of(1405, 9, 3)
DraftForm = Callable[..., Petition]

FINISHED = sorted(path.parent.name for path in (settings().templates_dir / "petitions").glob("*/*/body.j2"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def today() -> JalaliDate:
    return TODAY


def example(corpus: Corpus, slug: str) -> dict[str, object]:
    """The facts of the example that stands beside the form."""
    facts = yaml.safe_load((corpus.form_dir(slug) / "example.yaml").read_text(encoding="utf-8"))
    assert isinstance(facts, dict)
    return facts


@cache
def usual(slug: str) -> Petition:
    """The paper of a form's example, composed once for all tests that only look at it."""
    corpus = load_corpus()
    given, errors = normalise_facts(corpus.forms[slug], example(corpus, slug), corpus, TODAY)
    assert errors == ()
    return compose(corpus.forms[slug], given, corpus, TODAY)


@cache
def usual_pdf(slug: str) -> bytes:
    """Its PDF."""
    return render_pdf(usual(slug))


@cache
def usual_word(slug: str) -> bytes:
    """Its Word document."""
    return render_docx(usual(slug))


@pytest.fixture
def draft_example(corpus: Corpus) -> DraftForm:
    """Compose a form's example, with some facts changed; a fact of None is left out."""

    def compose_example(slug: str, **changes: object) -> Petition:
        form: Form = corpus.forms[slug]
        given, errors = normalise_facts(form, example(corpus, slug) | changes, corpus, TODAY)
        assert errors == ()
        return compose(form, given, corpus, TODAY)

    return compose_example
