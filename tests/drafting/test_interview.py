"""The interview: what is asked next, what is missing, what may be left open."""

from __future__ import annotations

import pytest

from assistant.drafting import Interview, normalise_facts
from assistant.drafting.messages import messages
from assistant.law import Corpus
from assistant.law.schemas import Form
from tests.drafting.conftest import TODAY, example


@pytest.fixture
def interview(corpus: Corpus) -> Interview:
    return Interview(corpus.forms["mahr-claim"], corpus)


def test_questions_come_in_the_order_of_the_form_and_then_end(interview: Interview, corpus: Corpus) -> None:
    facts: dict[str, str | bool] = {}
    told = normalise_facts(interview.form, example(corpus, "mahr-claim"), corpus, TODAY).facts
    asked = []
    while question := interview.next_question(facts):
        asked.append(question.field)
        facts[question.field] = told[question.field]
    always = [
        field.name for field in interview.form.fields if field.when is None and (field.required or field.ask)
    ]
    assert asked == always


def test_a_question_speaks_to_the_situation(interview: Interview) -> None:
    assert interview.question("opponent_name").text == "نام و نام خانوادگی همسرتان چیست؟"
    assert interview.question("applicant_name").text == "نام و نام خانوادگی‌تان را بنویسید."


def test_a_skipped_optional_question_does_not_come_back(interview: Interview) -> None:
    facts = dict.fromkeys(["applicant_name", "applicant_national_id", "applicant_father_name"], "x")
    question = interview.next_question(facts)
    assert question is not None
    assert question.field == "applicant_birth_date"
    following = interview.next_question(facts, {"applicant_birth_date"})
    assert following is not None
    assert following.field == "applicant_mobile"


def test_a_skipped_required_question_comes_back_at_the_end(interview: Interview) -> None:
    everything = dict.fromkeys(interview.fields, "x")
    del everything["marriage_deed"]
    question = interview.next_question(everything, {"marriage_deed"})
    assert question is not None
    assert (question.field, question.required) == ("marriage_deed", True)


def test_missing_are_the_required_fields_that_are_open(interview: Interview) -> None:
    required = tuple(field.name for field in interview.form.fields if field.required and field.when is None)
    assert interview.missing({}) == required
    assert interview.missing(dict.fromkeys(required, "x")) == ()


def test_a_conditional_field_is_asked_only_when_its_condition_holds(corpus: Corpus) -> None:
    form = corpus.forms["civil-appeal"]
    fields = tuple(
        field.model_copy(update={"when": "resides_abroad", "required": True})
        if field.name == "evidence"
        else field
        for field in form.fields
    )
    conditional = Interview(
        Form.model_validate(form.model_dump() | {"fields": [f.model_dump() for f in fields]}), corpus
    )
    assert "evidence" not in conditional.missing({"resides_abroad": False})
    assert "evidence" in conditional.missing({"resides_abroad": True})


def test_an_unknown_address_has_words_of_its_own(interview: Interview) -> None:
    unknown = interview.unknown("opponent_address")
    assert unknown is not None
    assert interview.read("opponent_address", unknown, TODAY).value == unknown
    assert interview.unknown("applicant_name") is None


def test_a_problem_is_explained_with_the_example_of_the_field(interview: Interview) -> None:
    assert "۰۹۱۲۰۰۰۰۰۰۰" in interview.problem("applicant_mobile", "not_a_mobile")


def test_every_problem_text_can_be_said_of_every_field(interview: Interview) -> None:
    for code in messages().problems:
        assert "{" not in interview.problem("applicant_name", code)
