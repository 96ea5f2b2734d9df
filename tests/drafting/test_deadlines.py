"""Deadlines: counted from the rule and the day of service, longer abroad, and said to be over when they are."""

from __future__ import annotations

import pytest

from assistant.drafting.deadlines import deadline_note
from assistant.law import Corpus
from assistant.persian import JalaliDate

TODAY = JalaliDate.of(1405, 9, 3)


@pytest.mark.parametrize(
    ("service", "abroad", "last_day"),
    [
        ("1405/01/01", False, "1405/01/22"),
        ("1403/12/25", False, "1404/01/16"),  # a leap year
        ("1404/03/10", False, "1404/03/31"),
        ("1404/03/10", True, "1404/05/09"),  # two months are sixty days
    ],
)
def test_the_day_of_service_and_the_day_of_the_act_do_not_count(
    service: str, abroad: bool, last_day: str, corpus: Corpus
) -> None:
    facts = {"service_date": service, "resides_abroad": abroad}
    note = deadline_note(corpus.forms["civil-appeal"], facts, corpus, TODAY)
    assert note is not None
    assert note.last_day == last_day


def test_an_open_deadline_advises_a_day_before_the_last(corpus: Corpus) -> None:
    facts = {"service_date": "1405/08/25", "resides_abroad": False}
    note = deadline_note(corpus.forms["civil-appeal"], facts, corpus, TODAY)
    assert note is not None
    assert (note.advised_day, note.passed) == ("1405/09/15", False)
    assert note.advised_day < (note.last_day or "")
    assert "۱۴۰۵/۰۹/۱۵" in (note.message or "")


def test_a_deadline_that_is_over_says_so(corpus: Corpus) -> None:
    facts = {"service_date": "1405/07/01", "resides_abroad": False}
    note = deadline_note(corpus.forms["civil-appeal"], facts, corpus, TODAY)
    assert note is not None
    assert note.passed
    assert "گذشته است" in (note.message or "")


def test_without_the_date_only_the_rule_is_told(corpus: Corpus) -> None:
    note = deadline_note(corpus.forms["civil-appeal"], {}, corpus, TODAY)
    assert note is not None
    assert (note.last_day, note.message) == (None, None)
    assert "۲۰ روز" in note.text


def test_a_form_without_a_deadline_has_no_note(corpus: Corpus) -> None:
    assert deadline_note(corpus.forms["mahr-claim"], {}, corpus, TODAY) is None
