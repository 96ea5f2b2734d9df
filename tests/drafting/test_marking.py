"""What the learned marker finds in stories that no cue reads, with the real language model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.drafting import Interview, Marker
from assistant.drafting.extraction import Found
from assistant.drafting.marking import all_labels
from assistant.service import Rooms
from tests.drafting.conftest import TODAY

LETTERS = "من شوهرم رضا کریمی ۱۲۳ تومان دیروز توی خیابان ،.\n\u200c ok"


@pytest.fixture(scope="module")
def marker(rooms: Rooms) -> Marker:
    assert rooms.marker is not None
    return rooms.marker


def read(rooms: Rooms, slug: str, story: str) -> dict[str, Found]:
    return Interview(rooms.corpus.forms[slug], rooms.corpus, marker=rooms.marker).extract(story, TODAY)


def test_words_that_no_cue_knows_tell_a_field(rooms: Rooms) -> None:
    story = "دیشب قفل در انبارمو پشت میدون تره‌بار شکستن، سه تا موتور برق بردن. نگهبان دیده"
    by_cues = Interview(rooms.corpus.forms["theft"], rooms.corpus).extract(story, TODAY)
    found = read(rooms, "theft", story)
    assert "asset_description" not in by_cues
    assert found["asset_description"].value == "سه تا موتور برق"


def test_what_a_cue_tells_is_never_overruled(rooms: Rooms) -> None:
    story = "شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده، تو کوچه گلستان می‌شینه"
    by_cues = Interview(rooms.corpus.forms["mahr-claim"], rooms.corpus).extract(story, TODAY)
    found = read(rooms, "mahr-claim", story)
    assert by_cues.items() <= found.items()


def test_a_day_far_into_a_long_story_is_read(rooms: Rooms, marker: Marker) -> None:
    beside = "دلم خیلی پر است و هر روز همین بساط را داریم. " * 40
    fields = Interview(rooms.corpus.forms["theft"], rooms.corpus).fields
    story = beside + "گوشیمو تو پارک لاله تهران از کیفم زدن."
    places = {c.field: story[c.start : c.end] for c in marker.candidates(fields, story, TODAY)}
    assert "پارک لاله" in places["crime_place"]


def test_what_is_marked_stands_in_the_story_and_belongs_to_the_form(rooms: Rooms, marker: Marker) -> None:
    fields = Interview(rooms.corpus.forms["mahr-claim"], rooms.corpus).fields
    story = "سلام. مهرم ۱۱۴ سکه بود، شوهرم حسین رستمی نمیده، خسارت هم میخوام"
    for candidate in marker.candidates(fields, story, TODAY):
        assert candidate.field in fields
        assert 0 <= candidate.start < candidate.end <= len(story)


@pytest.mark.parametrize("story", ["", " ", "؟!", "سلام"])
def test_what_tells_nothing_gives_nothing(story: str, rooms: Rooms) -> None:
    assert read(rooms, "mahr-claim", story) == {}


@given(story=st.text(alphabet=st.sampled_from(LETTERS), max_size=80))
@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_story_breaks_it(story: str, rooms: Rooms) -> None:
    for fact in read(rooms, "debt-claim", story).values():
        assert 0 <= fact.start < fact.end <= len(story)


def test_it_knows_every_label_of_the_forms(rooms: Rooms, marker: Marker) -> None:
    assert set(all_labels(rooms.corpus)) <= set(marker.labels)
