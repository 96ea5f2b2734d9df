from random import Random

import pytest

from assistant.persian import from_finglish, is_finglish, search_text
from assistant.training.latin import to_latin
from assistant.training.noise import mistype

TEXTS = (
    "شوهرم مهریه‌ام را نمی‌دهد چه کار کنم",
    "صاحبخونه پول پیشمو پس نمیده",
    "چک برگشتی ۲۵۰ میلیون تومانی دارم",
    "بعد از فوت پدرم انحصار وراثت لازمه؟",
)


def distance(one: str, other: str) -> int:
    """Letters to be put in, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i, *row[1:]] if (last := row) else row
        for j, b in enumerate(other, start=1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
    return row[-1]


@pytest.mark.parametrize("text", TEXTS)
def test_a_mistyped_text_is_another_that_can_still_be_read(text: str) -> None:
    rng = Random(7)
    for typed in (mistype(text, rng) for _ in range(50)):
        assert typed != text
        assert 0 < distance(text, typed) <= len(text) // 3


def test_mistakes_are_varied_and_the_same_for_the_same_seed() -> None:
    assert len({mistype(TEXTS[0], Random(seed)) for seed in range(40)}) > 30
    assert [mistype(text, Random(3)) for text in TEXTS] == [mistype(text, Random(3)) for text in TEXTS]


@pytest.mark.parametrize("text", ["", "که", "و به از", "؟"])
def test_what_is_too_short_for_a_mistake_stays(text: str) -> None:
    assert search_text(mistype(text, Random(1))).replace(" ", "") == search_text(text).replace(" ", "")


@pytest.mark.parametrize("text", TEXTS)
def test_latin_letters_hold_no_persian_and_are_read_as_finglish(text: str) -> None:
    typed = [to_latin(text, Random(seed)) for seed in range(20)]
    assert all(one.isascii() for one in typed)
    assert sum(map(is_finglish, typed)) >= 8, "some spellings are no one's"


def test_known_words_in_latin_letters_are_read_back() -> None:
    read = [from_finglish(to_latin("مهریه طلاق شوهر", Random(seed))) for seed in range(10)]
    assert set(read) == {"مهریه طلاق شوهر"}


def test_a_word_is_spelled_in_several_ways() -> None:
    assert len({to_latin("اظهارنامه قراردادنویسی", Random(seed)) for seed in range(30)}) > 5
