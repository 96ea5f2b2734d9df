"""What a form says about facts that do not go together, and what filing it costs."""

from __future__ import annotations

import pytest

from assistant.drafting import compose, normalise_facts
from assistant.law import Corpus
from assistant.law.schemas import CourtFee, Form, FormCheck
from tests.drafting.conftest import TODAY, example

LATE = FormCheck(
    when='judgment_date and days_since(judgment_date) > rule("T02", "days")',
    field="judgment_date",
    message="از این رأی بیش از {rule:T02.days} گذشته است.",
    level="warning",
)


def with_(form: Form, **changes: object) -> Form:
    return form.model_copy(update=changes)


@pytest.mark.parametrize(("level", "drafted"), [("error", False), ("warning", True)])
def test_a_failed_check_stops_the_draft_or_is_told_beside_it(
    level: str, drafted: bool, corpus: Corpus
) -> None:
    check = LATE.model_copy(update={"level": level})
    form = with_(corpus.forms["civil-appeal"], checks=(check,))
    raw = example(corpus, form.slug) | {"judgment_date": "1404/01/10", "service_date": "1405/08/25"}
    facts, errors = normalise_facts(form, raw, corpus, TODAY)
    said = "از این رأی بیش از ۲۰ روز گذشته است."
    if drafted:
        assert errors == ()
        assert compose(form, facts, corpus, TODAY).cautions == (said,)
    else:
        assert [(error.field, error.code, error.message) for error in errors] == [
            ("judgment_date", "check", said)
        ]


def test_a_check_that_does_not_hold_says_nothing(corpus: Corpus) -> None:
    form = with_(corpus.forms["civil-appeal"], checks=(LATE,))
    raw = example(corpus, form.slug) | {"judgment_date": "1405/08/20", "service_date": "1405/08/25"}
    facts, errors = normalise_facts(form, raw, corpus, TODAY)
    assert errors == ()
    assert compose(form, facts, corpus, TODAY).cautions == ()


@pytest.mark.parametrize(
    ("fees", "least", "most"),
    [
        ((CourtFee(matter="complaint"),), 100_000, 100_000),
        ((CourtFee(matter="financial", value="claim_value", stage="appeal"),), 45_000_000, 45_000_000),
        ((CourtFee(matter="financial", value="claim_value"),), 33_000_000, 35_000_000),
        (
            (CourtFee(matter="complaint", when="not claim_value"), CourtFee(matter="nonfinancial")),
            400_000,
            1_800_000,
        ),
    ],
)
def test_the_court_fee_is_worked_out_by_the_first_entry_that_holds(
    fees: tuple[CourtFee, ...], least: int, most: int, corpus: Corpus
) -> None:
    form = with_(corpus.forms["mahr-claim"], court_fee=fees)
    raw = example(corpus, form.slug) | {"claim_value": "1000000000 ریال"}
    note = compose(form, normalise_facts(form, raw, corpus, TODAY).facts, corpus, TODAY).court_fee
    assert note is not None
    assert (note.low, note.high) == (least, most)
    assert "ریال" in note.text
    assert note.cautions, "the tariff is old, and that is said"


def test_without_the_sum_in_dispute_the_fee_is_told_in_words_only(corpus: Corpus) -> None:
    fee = CourtFee(matter="financial", value="damage_amount")
    form = with_(corpus.forms["theft"], court_fee=(fee,))
    raw = {name: value for name, value in example(corpus, "theft").items() if name != "damage_amount"}
    assert compose(form, normalise_facts(form, raw, corpus, TODAY).facts, corpus, TODAY).court_fee is None
