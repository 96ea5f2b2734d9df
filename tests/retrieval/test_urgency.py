"""What the learned opinion on urgency is taught, and how it judges what it never read."""

from __future__ import annotations

import pytest

from assistant.law import load_corpus
from assistant.retrieval.examples import as_asked, read_scope
from assistant.retrieval.urgency import CALM, read_urgency, urgency_examples
from assistant.service import Rooms
from assistant.settings import settings


def test_each_text_is_taught_once_and_ordinary_stories_are_calm() -> None:
    corpus, scope = load_corpus(), settings().corpus_dir / "scope"
    texts = read_urgency(scope / "urgency.yaml")
    examples = as_asked(urgency_examples(corpus, read_scope(scope), texts))
    label = {example.text: example.label for example in examples}
    assert len(label) == len(examples)
    assert set(label.values()) == {"danger", "deadline", "detention", CALM}
    assert {label[text] for text in corpus.claims["theft"].utterances if text in label} == {CALM}
    assert set(texts.unclear) <= set(corpus.claims)


@pytest.mark.parametrize(
    ("urgent", "calm"),
    [
        ("شوهرم با ساطور افتاده دنبال بچه‌ها", "ساطور قصابی‌ام رو مشتری پس آورده"),
        ("فردا آخرین روز اعتراض به رأیه", "اعتراض به رأی معمولا چقدر طول می‌کشه"),
        ("برادرم رو بازداشت کردن بردن", "حسابم رو بانک بسته"),
    ],
)
def test_an_urgent_text_is_more_probably_urgent_than_a_calm_one(rooms: Rooms, urgent: str, calm: str) -> None:
    assert sum(rooms.index.urgencies(urgent).values()) > 2 * sum(rooms.index.urgencies(calm).values())
