"""Composing: facts are data, the law is cited from the corpus, and what is missing is not printed."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from assistant.drafting import (
    Petition,
    compose,
    normalise_facts,
    render_docx,
    render_html,
    render_pdf,
    render_text,
)
from assistant.drafting.filters import MissingFact, join_articles
from assistant.law import Corpus, read_corpus
from assistant.persian import JalaliDate
from assistant.settings import settings
from tests.drafting.conftest import DraftForm, example

HOSTILE = (
    "{{7*7}}", "{% for x in y %}", "<p>سلام</p>", "]]>&amp;<!--", "{rule:J01}", "${7*7}", "#set page(width: 1cm)",
    "{{ ''.__class__.__mro__ }}", "*درشت* _کج_ `کد`", "\\u{0} $x$ @نشانی",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_a_person_types_is_printed_literally(typed: str, draft_example: DraftForm) -> None:
    petition = draft_example(
        "mahr-claim", opponent_name=typed, marriage_deed=typed, evidence=f"سند {typed}\nپیام {typed}"
    )
    assert typed in render_text(petition)
    assert "49" not in render_text(petition)
    assert render_pdf(petition).startswith(b"%PDF")
    assert render_docx(petition)
    assert "<p>سلام</p>" not in render_html(petition)


def test_the_authority_follows_the_threshold_of_the_rule(draft_example: DraftForm, corpus: Corpus) -> None:
    threshold = corpus.rules.value("J01", "1405/09/03")
    assert isinstance(threshold, int)
    at, above = (draft_example("mahr-claim", claim_value=value) for value in (threshold, threshold + 1))
    assert at.addressed_to == "ریاست محترم دادگاه صلح شهرستان تهران"
    assert above.addressed_to == "ریاست محترم دادگاه خانواده شهرستان تهران"
    assert "ماده ۱۲" in render_text(at)
    assert "مواد ۴ و ۱۲" in render_text(above)


def test_a_place_that_is_not_known_gives_a_neutral_address(draft_example: DraftForm) -> None:
    petition = draft_example("mahr-claim", applicant_address="خیابان نمونه، کوچه یکم، پلاک ۱۰")
    assert petition.addressed_to == "ریاست محترم دادگاه خانواده"


def test_the_province_of_the_court_hears_the_appeal(draft_example: DraftForm) -> None:
    assert draft_example("civil-appeal").addressed_to == "ریاست محترم دادگاه تجدیدنظر استان البرز"
    assert draft_example("civil-appeal", branch=None).addressed_to == "ریاست محترم دادگاه تجدیدنظر استان"


def test_without_the_other_party_the_judgment_tells_who_it_is(draft_example: DraftForm) -> None:
    text = render_text(draft_example("civil-appeal", opponent_name=None, opponent_address=None, branch=None))
    assert "تجدیدنظرخوانده: به شرح مندرج در دادنامه مورد اعتراض" in text


def test_the_persons_own_paragraphs_are_kept(draft_example: DraftForm) -> None:
    petition = draft_example("theft", facts="بند یکم ماجرا.\n\nبند دوم ماجرا.")
    texts = [block.text for block in petition.blocks if block.kind == "paragraph"]
    assert "بند یکم ماجرا." in texts
    assert "بند دوم ماجرا." in texts


def test_numbers_that_people_put_before_their_entries_are_not_doubled(draft_example: DraftForm) -> None:
    text = render_text(draft_example("civil-appeal", objections="۱- ایراد یکم\n2) ایراد دوم\n• ایراد سوم"))
    assert "۱- ایراد یکم\n۲- ایراد دوم\n۳- ایراد سوم" in text


def test_money_is_said_in_figures_words_and_toman(draft_example: DraftForm) -> None:
    text = render_text(draft_example("mahr-claim", claim_value="900 میلیون ریال"))
    assert "۹۰۰٬۰۰۰٬۰۰۰ ریال (نهصد میلیون ریال، برابر با نود میلیون تومان)" in text


def test_claim_value_and_basis_stand_in_the_structured_form(draft_example: DraftForm) -> None:
    petition = draft_example("mahr-claim")
    assert petition.claim_value == 9_000_000_000
    assert ("civil-code:1082", "ماده ۱۰۸۲ قانون مدنی") in [
        (basis.id, basis.label) for basis in petition.legal_basis
    ]
    assert Petition.model_validate_json(petition.model_dump_json()) == petition


def test_figures_of_the_law_come_from_rules_and_old_ones_say_so(draft_example: DraftForm) -> None:
    petition = draft_example("civil-appeal")
    assert "۴٫۵ درصد" in petition.fee
    assert any("تعرفه ۱۴۰۲" in warning for warning in petition.warnings)


def test_articles_of_one_law_stand_together() -> None:
    labels = [
        ("قانون مدنی", "ماده ۱۰۸۲ قانون مدنی"),
        ("قانون مدنی", "ماده ۱۰۸۵ قانون مدنی"),
        ("قانون چک", "ماده ۲ قانون چک"),
    ]
    assert join_articles(labels) == "مواد ۱۰۸۲ و ۱۰۸۵ قانون مدنی و ماده ۲ قانون چک"
    assert join_articles(labels[:1]) == "ماده ۱۰۸۲ قانون مدنی"
    assert join_articles(labels[:1], same_law="قانون مدنی") == "ماده ۱۰۸۲ همان قانون"


@pytest.fixture
def altered(tmp_path: Path) -> Corpus:
    """The corpus with templates that a test may spoil."""
    copytree(settings().templates_dir, tmp_path / "templates")
    corpus, _ = read_corpus(settings().corpus_dir, tmp_path / "templates", settings().data_dir)
    return corpus


@pytest.mark.parametrize(
    ("line", "error", "complaint"),
    [
        ("{{ opponent_mobile_number }}", Exception, "undefined"),
        ("{{ lawyer_name }}", MissingFact, "None"),
        ("{{ claim_litigation_costs }}", MissingFact, "True"),
        ('{{ cite("civil-code:9999") }}', LookupError, "legal_basis"),
        ("{{ form.__class__.__init__.__globals__ }}", Exception, "unsafe"),
    ],
)
def test_a_mistake_in_a_template_is_an_error_and_not_a_paper(
    line: str, error: type[Exception], complaint: str, altered: Corpus, today: JalaliDate
) -> None:
    body = altered.form_dir("mahr-claim") / "body.j2"
    spoilt = body.read_text(encoding="utf-8").replace(
        "{% block story %}", "{% block story %}<p>" + line + "</p>"
    )
    body.write_text(spoilt, encoding="utf-8")
    facts = normalise_facts(altered.forms["mahr-claim"], example(altered, "mahr-claim"), altered, today).facts
    with pytest.raises(error, match=complaint):
        compose(altered.forms["mahr-claim"], facts, altered, today)
