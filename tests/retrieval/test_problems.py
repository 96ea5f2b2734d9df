from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.law import Corpus, load_corpus
from assistant.retrieval import Index
from assistant.retrieval.embedding import TextEmbedder
from assistant.retrieval.examples import (
    GENERAL,
    OUT_OF_SCOPE,
    VAGUE,
    ScopeTexts,
    as_asked,
    read_scope,
    training_examples,
)
from assistant.retrieval.problem_model import Mixture, ProblemModel
from assistant.retrieval.problem_training import calibrate, train
from assistant.settings import Settings


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("سکه‌های مهرم رو چطور ازش بگیرم", "mahr-claim"),
        ("شوهرم چند ماهه خرجی نمیده", "wife-maintenance-claim"),
        ("صابخونه ودیعه‌مو پس نمیده", "recovery-of-deposit"),
        ("گوشیمو تو اتوبوس دزدیدن", "theft"),
        ("داداشم منو زد صورتم کبوده", "assault"),
    ],
)
def test_a_story_in_everyday_words_finds_its_problem(text: str, slug: str, index: Index) -> None:
    scores = index.problems(text)
    assert scores.best.slug == slug
    assert scores.best.probability > scores.none


def test_latin_letters_are_read_as_persian(index: Index) -> None:
    assert index.problems("mehriye mikham").best.slug == "mahr-claim"


@pytest.mark.parametrize("text", ["فردا تو شیراز بارون میاد؟", "یه جوک خنده‌دار تعریف کن", "سلام چطوری"])
def test_what_is_no_matter_of_law_is_out_of_scope(text: str, index: Index) -> None:
    scores = index.problems(text)
    assert scores.out_of_scope > 0.5
    assert scores.none >= scores.out_of_scope


@pytest.mark.parametrize("text", ["سهم ارث دختر چقدره", "فرق حقوقی و کیفری در چیه"])
def test_a_general_question_of_law_is_in_scope_and_has_no_form(text: str, index: Index) -> None:
    scores = index.problems(text)
    assert scores.out_of_scope < 0.5
    assert scores.none > scores.best.probability


@settings(deadline=None, max_examples=30)
@given(text=st.text(max_size=80))
def test_the_probabilities_of_the_forms_and_of_none_add_up_to_one(text: str, index: Index) -> None:
    scores = index.problems(text)
    assert sum(score.probability for score in scores) + scores.none == pytest.approx(1, abs=1e-4)
    ranked = [score.probability for score in scores]
    assert ranked == sorted(ranked, reverse=True)
    assert -1e-4 <= scores.out_of_scope <= scores.none + 1e-4


def test_a_form_never_learned_has_no_probability(index: Index) -> None:
    assert index.problems("مهریه").of("no-such-form") == 0.0


def test_a_saved_model_gives_the_same_probabilities(
    corpus: Corpus, embedder: TextEmbedder, tmp_path: Path
) -> None:
    examples = as_asked(training_examples(corpus, ScopeTexts(("سن بلوغ چنده",), ("هوا چطوره", "سلام"))))
    model = train(examples, embedder.encode_depths([example.text for example in examples]))
    model.save(tmp_path)
    depths = embedder.encode_depths(["مهرم رو نمیده"])[0]
    before = model.probabilities("مهرم رو نمیده", depths)
    after = ProblemModel.open(tmp_path).probabilities("مهرم رو نمیده", depths)
    assert np.allclose(before, after, atol=2e-3)  # the weights are kept in half precision


def test_calibration_trusts_the_view_that_is_right() -> None:
    truth = np.array([0, 1, 2, 0, 1, 2] * 10)
    right = np.where(np.eye(3)[truth] == 1, -0.5, -2.0)
    noise = np.random.default_rng(7).normal(-1.5, 0.5, right.shape)
    evidence = np.stack([right, noise, np.zeros_like(right)]).astype(np.float32)
    mixture = calibrate(evidence, truth)
    assert isinstance(mixture, Mixture)
    assert mixture.spelling > 2
    assert mixture.meaning < 1


def test_every_text_is_an_example_once_and_every_form_has_some() -> None:
    corpus = load_corpus()
    examples = as_asked(training_examples(corpus, read_scope(Settings().corpus_dir / "scope")))
    texts = [example.text for example in examples]
    assert len(texts) == len(set(texts))
    assert {example.label for example in examples} == {*corpus.claims, GENERAL, OUT_OF_SCOPE, VAGUE}
