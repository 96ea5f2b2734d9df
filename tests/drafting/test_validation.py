"""Facts from a file or a form: normalised, or refused with a code and a sentence for each field."""

from __future__ import annotations

import pytest

from assistant.drafting import FieldError, WrongFacts, draft, normalise_facts, validate_facts
from assistant.law import Corpus
from tests.drafting.conftest import TODAY, example


def errors(corpus: Corpus, slug: str, **changes: object) -> dict[str, str]:
    found = validate_facts(corpus.forms[slug], example(corpus, slug) | changes, corpus, TODAY)
    return {error.field: error.code for error in found}


def test_an_example_is_normalised(corpus: Corpus) -> None:
    facts, found = normalise_facts(corpus.forms["theft"], example(corpus, "theft"), corpus, TODAY)
    assert found == ()
    assert facts["damage_amount"] == "800000000"
    assert facts["crime_date"] == "1405/08/20"


def test_normalised_facts_stay_as_they_are(corpus: Corpus) -> None:
    form = corpus.forms["civil-appeal"]
    once = normalise_facts(form, example(corpus, "civil-appeal"), corpus, TODAY).facts
    assert normalise_facts(form, once, corpus, TODAY) == (once, ())


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"hobby": "کوهنوردی"}, {"hobby": "unknown_field"}),
        ({"applicant_name": None}, {"applicant_name": "missing"}),
        ({"applicant_name": ""}, {"applicant_name": "missing"}),
        ({"applicant_national_id": "123"}, {"applicant_national_id": "not_a_national_id"}),
        ({"claim_value": -5}, {"claim_value": "not_positive"}),
        ({"claim_value": "۲۰۰ میلیون"}, {"claim_value": "no_unit"}),
        ({"claim_value": 0}, {"claim_value": "not_an_amount"}),
        ({"claim_value": [1]}, {"claim_value": "wrong_type"}),
        ({"claim_value": True}, {"claim_value": "wrong_type"}),
        ({"claim_value": "زیاد"}, {"claim_value": "not_an_amount"}),
        ({"claim_litigation_costs": "شاید"}, {"claim_litigation_costs": "not_yes_or_no"}),
        ({"claim_litigation_costs": 1}, {"claim_litigation_costs": "wrong_type"}),
        ({"evidence": {"a": 1}}, {"evidence": "wrong_type"}),
        ({"opponent_national_id": "0012345679"}, {"opponent_national_id": "same_person"}),
        ({"applicant_birth_date": "1406/01/01"}, {"applicant_birth_date": "date_in_future"}),
        ({"applicant_birth_date": "1371/07/31"}, {"applicant_birth_date": "not_a_date"}),
        ({"applicant_name": None, "claim_value": "x"}, {"applicant_name": "missing", "claim_value": "not_an_amount"}),
    ],
)  # fmt: skip
def test_each_wrong_fact_has_its_code(
    changes: dict[str, object], wrong: dict[str, str], corpus: Corpus
) -> None:
    assert errors(corpus, "mahr-claim", **changes) == wrong


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (900000000, "900000000"),
        ("900000000", "900000000"),
        ("۹۰۰,۰۰۰,۰۰۰", "900000000"),
        ("90 میلیون تومان", "900000000"),
    ],
)
def test_a_bare_number_of_money_is_rial(value: object, kept: str, corpus: Corpus) -> None:
    facts = normalise_facts(
        corpus.forms["mahr-claim"], example(corpus, "mahr-claim") | {"claim_value": value}, corpus, TODAY
    ).facts
    assert facts["claim_value"] == kept


@pytest.mark.parametrize(("value", "kept"), [(True, True), ("بله", True), ("خیر", False), ("true", True)])
def test_yes_and_no_may_be_words(value: object, kept: bool, corpus: Corpus) -> None:
    raw = example(corpus, "civil-appeal") | {"resides_abroad": value}
    assert normalise_facts(corpus.forms["civil-appeal"], raw, corpus, TODAY).facts["resides_abroad"] is kept


def test_a_judgment_is_not_served_before_it_is_given(corpus: Corpus) -> None:
    assert errors(corpus, "civil-appeal", service_date="1405/08/17") == {
        "service_date": "service_before_judgment"
    }
    assert errors(corpus, "civil-appeal", service_date="1405/08/18") == {}


def test_the_message_tells_what_is_expected(corpus: Corpus) -> None:
    (error,) = validate_facts(
        corpus.forms["mahr-claim"], example(corpus, "mahr-claim") | {"applicant_mobile": "12"}, corpus, TODAY
    )
    assert error == FieldError(
        "applicant_mobile",
        "not_a_mobile",
        "شماره همراه باید یازده رقم باشد و با ۰۹ آغاز شود؛ مثلاً ۰۹۱۲۰۰۰۰۰۰۰",
    )


def test_wrong_facts_make_no_draft(corpus: Corpus) -> None:
    with pytest.raises(WrongFacts) as caught:
        draft(corpus.forms["mahr-claim"], {}, corpus, TODAY)
    form = corpus.forms["mahr-claim"]
    required = {field.name for field in form.fields if field.required and field.when is None}
    assert {error.field for error in caught.value.errors} == required
