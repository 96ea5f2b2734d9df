"""What is too long to be read at one go is found; what reads well is left alone."""

from __future__ import annotations

import pytest

from assistant.law import load_corpus
from assistant.law.checks.readability import long_words, readability, sentence_lengths
from assistant.settings import PROJECT
from tests.law.conftest import House

NOTE = "corpus/statutes/sample-act.yaml"
GUIDE = "corpus/procedures/sample-claim.yaml"
QUESTION = "corpus/questions/sample.yaml"


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("نامه بنویسید.", [2]),
        ("نامه بنویسید. ثبت کنید؛ بعد صبر کنید", [2, 2, 3]),
        ("آیا مال را خودتان سپرده‌اید؟ «بله.» گفت", [5, 1, 2]),
        ("مبلغ ۲.۵ درصد است", [4]),
        ("", []),
    ],
)
def test_sentences_are_counted_in_words(text: str, lengths: list[int]) -> None:
    assert sentence_lengths(text) == lengths


def test_a_word_of_ten_letters_is_long_and_a_half_space_is_no_letter() -> None:
    assert long_words("شما نمی‌توانید این کار را با وکالت‌نامه او بکنید") == 0.0  # 9 letters and a half-space
    assert long_words("شما این کار را با دادخواست‌دهندگان دیگر بکنید") == pytest.approx(1 / 8)


def test_a_few_words_have_no_share_worth_telling() -> None:
    assert long_words("دادخواست‌دهندگان") == 0.0


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (GUIDE, "دادگاه رأی می‌دهد", "رأی " * 37, "next[0]: a sentence has 37 words: part it, 36 are the most"),
        (GUIDE, "دادگاه رأی می‌دهد", "رأی می‌دهد. " * 20, "next[0]: 239 letters and spaces: keep to 225"),
        (GUIDE, "صاحب مال", "ا" * 10 + " ب" * 3 + " ج" * 3 + " دادخواست‌دهندگان", "who[0]: 25% of the words are long"),
        (NOTE, "مسئول نیستید", "مسئول " * 60, "8 مکرر › note: a sentence has 68 words: part it, 60"),
    ],
)  # fmt: skip
def test_what_is_too_long_is_a_warning(house: House, file: str, old: str, new: str, found: str) -> None:
    house.replace(file, old, new)
    assert any(found in warning for warning in house.findings("warning")), house.findings("warning")
    assert house.findings() == []


def test_a_short_answer_that_is_long_as_a_whole_is_a_warning(house: House) -> None:
    statement = (
        "{text: مال را پس بدهید و رسید بگیرید تا بعد کسی حرفی نزند و کار تمام شود, cites: [sample-act:7]}, "
    )
    house.replace(GUIDE, "summary: [", f"summary: [{statement * 9}")
    assert any("summary: " in warning and "keep to 550" in warning for warning in house.findings("warning"))


def test_a_reference_counts_as_the_figure_that_is_read_in_its_place(house: House) -> None:
    house.replace(GUIDE, "دادگاه رأی می‌دهد", f'"{"{rule:T90} " * 18}"')  # 36 words; as written, 18
    assert not any("next[0]" in warning for warning in house.findings("warning"))
    house.replace(GUIDE, "{rule:T90}", "{rule:T90} {rule:T90}")
    assert any("next[0]: a sentence has 38 words" in warning for warning in house.findings("warning"))


def test_how_each_kind_reads_is_told(house: House) -> None:
    assert "readability of questions: 4.5 words a sentence, 5 in the longest" in house.findings("info")


def test_in_the_shipped_corpus_only_outliers_are_named() -> None:
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    named = [finding for finding in readability(corpus) if finding.level == "warning"]
    assert len(named) < 60, "\n".join(map(str, named))
