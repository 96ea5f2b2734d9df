from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.lexical import Field, LexicalIndex
from assistant.retrieval.words import pieces, words

DOCUMENTS = [
    [Field("مطالبه مهریه", 3), Field("زن هر وقت بخواهد می‌تواند آن را بگیرد")],
    [Field("نفقه همسر", 3), Field("خوراک و پوشاک و خانه، حتی اگر مهریه گرفته باشد")],
    [Field("چک برگشتی", 3), Field("دارنده از بانک گواهی می‌گیرد")],
    [],
]


def best(index: LexicalIndex, text: str) -> int:
    return int(np.argmax(index.scores(text)))


def test_a_word_in_a_boosted_field_counts_more() -> None:
    assert best(LexicalIndex.build(DOCUMENTS, words), "مهریه") == 0


def test_half_spaces_and_arabic_letters_make_no_difference() -> None:
    index = LexicalIndex.build(DOCUMENTS, words)
    assert np.array_equal(index.scores("می‌تواند چک"), index.scores("ميتواند چك"))


def test_pieces_find_a_misspelt_word_that_words_miss() -> None:
    assert LexicalIndex.build(DOCUMENTS, words).scores("مهرریه").max() == 0
    assert best(LexicalIndex.build(DOCUMENTS, pieces), "مهرریه") == 0


def test_a_text_that_shares_nothing_scores_zero_everywhere() -> None:
    assert not LexicalIndex.build(DOCUMENTS, pieces).scores("xyzzy").any()
    assert not LexicalIndex.build(DOCUMENTS, words).scores("").any()


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    index = LexicalIndex.build(DOCUMENTS, pieces)
    index.save(tmp_path / "pieces")
    text = "نفقه‌ام را نمی‌دهد"
    assert np.array_equal(LexicalIndex.open(tmp_path / "pieces", pieces).scores(text), index.scores(text))


@given(st.text(alphabet="ابپتجچدرزسشعفقکگلمنوهی ", max_size=40))
def test_pieces_stay_within_words(text: str) -> None:
    edged = [f"<{word}>" for word in words(text)]
    assert all(3 <= len(piece) <= 5 and any(piece in word for word in edged) for piece in pieces(text))
