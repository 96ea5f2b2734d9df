"""Of several questions, the one is asked whose answer is expected to tell most."""

from __future__ import annotations

import pytest

from assistant.guidance.model import FormOffer
from assistant.guidance.separating import expected_gain, separating_question
from assistant.service import Rooms


def offers(rooms: Rooms, **scores: float) -> list[FormOffer]:
    claims = rooms.corpus.claims
    slugs = {name.replace("_", "-"): score for name, score in scores.items()}
    return [FormOffer(slug, claims[slug].title, claims[slug].folder, score) for slug, score in slugs.items()]


def test_an_even_chance_between_two_is_a_whole_bit() -> None:
    assert expected_gain([0.5, 0.5], 0, 1) == pytest.approx(1)


def test_asking_about_the_likelier_two_tells_more() -> None:
    scores = [0.45, 0.4, 0.15]
    assert expected_gain(scores, 0, 1) > expected_gain(scores, 0, 2) > expected_gain(scores, 1, 2)


def test_nothing_is_gained_where_there_is_no_doubt() -> None:
    assert expected_gain([1.0, 0.0], 0, 1) == pytest.approx(0)


def test_the_question_written_for_the_two_likeliest_is_asked(rooms: Rooms) -> None:
    found = offers(rooms, mahr_claim=0.4, wife_maintenance_claim=0.35, divorce_by_wife=0.12)
    assert (
        separating_question(rooms.corpus, found, rooms.guide.texts)
        == (rooms.corpus.claims["mahr-claim"].separating_questions[0])
    )


def test_two_that_no_question_was_written_for_are_named(rooms: Rooms) -> None:
    found = offers(rooms, mahr_claim=0.4, theft=0.35)
    question = separating_question(rooms.corpus, found, rooms.guide.texts)
    assert rooms.corpus.claims["mahr-claim"].plain in question
    assert rooms.corpus.claims["theft"].plain in question


def test_a_written_question_about_a_less_likely_pair_does_not_displace_a_better_one(rooms: Rooms) -> None:
    found = offers(rooms, theft=0.4, mahr_claim=0.35, wife_maintenance_claim=0.1)
    assert rooms.corpus.claims["theft"].plain in separating_question(rooms.corpus, found, rooms.guide.texts)
