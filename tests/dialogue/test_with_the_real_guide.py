"""The real guide over a real index of four problems: from everyday words to the first question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.dialogue import World
from assistant.guidance import Guide
from assistant.law import load_corpus
from assistant.persian.dates import JalaliDate
from assistant.retrieval import open_index
from assistant.settings import Settings, settings
from tests.dialogue.script import Script

PROBLEMS = ("mahr-claim", "wife-maintenance-claim", "theft", "insult")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, small_corpus_dir: Path) -> World:
    corpus = load_corpus()
    known = {slug: corpus.claims[slug] for slug in PROBLEMS}
    cited = {id_ for claim in known.values() for id_ in claim.legal_basis}
    small = replace(
        corpus,
        articles={id_: article for id_, article in corpus.articles.items() if id_ in cited},
        claims=known,
        questions={},
        services={},
        calculators={},
        procedures={},
    )
    index = open_index(small, Settings(data_dir=tmp_path_factory.mktemp("data"), corpus_dir=small_corpus_dir))
    return World(Guide.open(corpus, index, settings()), corpus, JalaliDate.of(1405, 9, 3))


def test_a_story_in_spoken_persian_leads_to_its_form_with_what_was_told(real: World) -> None:
    talk = Script(real).say(
        "سلام. من مریم احمدی هستم، کد ملیم ۰۰۱۲۳۴۵۶۷۹. شوهرم علی رضایی مهریه‌م رو نمیده، ۱۱۴ سکه"
    )
    assert talk.now.offers[0] == "mahr-claim"
    assert "ماده ۱۰۸۲ قانون مدنی" in talk.heard
    talk.say("همون مهریه")
    assert talk.now.form == "mahr-claim"
    assert talk.now.facts["applicant_name"] == "مریم احمدی"
    assert talk.now.facts["applicant_national_id"] == "0012345679"
    assert talk.now.asking not in talk.now.facts


def test_a_question_on_the_side_is_answered_with_the_figures_of_the_day(real: World) -> None:
    talk = Script(real).say("شوهرم مهریه‌م رو نمیده", "همون مهریه")
    asking = talk.now.asking
    talk.say("راستی هزینه‌ش چقدره؟")
    assert "درصد" in talk.heard
    assert talk.now.asking == asking


def test_small_matters_of_daily_life_are_turned_down(real: World) -> None:
    talk = Script(real).say("هوا فردا چطوره؟")
    assert talk.now.state == "guidance"
    assert talk.now.stories == ()
    assert talk.choices == []


def test_finglish_is_understood(real: World) -> None:
    assert Script(real).say("mehriye mikham").now.offers[0] == "mahr-claim"
