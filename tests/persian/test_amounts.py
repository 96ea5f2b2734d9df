import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import (
    Amount,
    amount_in_words,
    find_amounts,
    format_rial,
    parse_amount,
    to_ascii_digits,
    to_persian_digits,
)
from tests.persian.strategies import texts

rials = st.integers(min_value=1, max_value=10**15 - 1)


@pytest.mark.parametrize(
    ("text", "rial", "number", "unit"),
    [
        ("۱۵۰ میلیون تومن", 1_500_000_000, 150_000_000, "toman"),
        ("یک میلیارد و دویست میلیون ریال", 1_200_000_000, 1_200_000_000, "rial"),
        ("۱۵۰,۰۰۰,۰۰۰", None, 150_000_000, None),
        ("۱۵۰٬۰۰۰٬۰۰۰ ریال", 150_000_000, 150_000_000, "rial"),
        ("150/000/000 ریال", 150_000_000, 150_000_000, "rial"),
        ("صد و پنجاه تومن", 1_500, 150, "toman"),
        ("نیم میلیون", None, 500_000, None),
        ("دو و نیم میلیارد تومان", 25_000_000_000, 2_500_000_000, "toman"),
        ("دو میلیون و نیم تومن", 25_000_000, 2_500_000, "toman"),
        ("1.5 میلیارد", None, 1_500_000_000, None),
        ("۱/۵ میلیون تومان", 15_000_000, 1_500_000, "toman"),
        ("500م", None, 500_000_000, None),
        ("۲۰۰ میلیون", None, 200_000_000, None),
        ("پونصدهزارتومن", 5_000_000, 500_000, "toman"),
        ("سیصد هزار تومنم", 3_000_000, 300_000, "toman"),
        ("هفت صد تومن", 7_000, 700, "toman"),
        ("صدو پنجاه ميليون تومان", 1_500_000_000, 150_000_000, "toman"),
        ("۱۵ میلیون و ۵۰۰ هزار تومن", 155_000_000, 15_500_000, "toman"),
        ("هزار میلیارد تومان", 10**13, 10**12, "toman"),
        ("بیست و پنج هزار تومان", 250_000, 25_000, "toman"),
    ],
)
def test_sums_are_read_as_people_write_them(
    text: str, rial: int | None, number: int, unit: str | None
) -> None:
    assert find_amounts(f"گفت {text} می‌دهد") == [Amount(rial, number, unit, 4, 4 + len(text))]  # type: ignore[arg-type]
    assert parse_amount(text) == Amount(rial, number, unit, 0, len(text))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "کد ملی 0012345679",
        "۱۴۰۳/۰۵/۰۲",
        "۵ سکه",
        "۲ میلیون نفر",
        "سیما",
        "سهم من",
        "پلاک ۱۲",
        "نه",
        "دو سه میلیون",
    ],
)
def test_other_numbers_are_no_sums(text: str) -> None:
    assert find_amounts(text) == []


def test_a_number_beside_a_sum_is_left_out() -> None:
    assert [a.rial for a in find_amounts("کد ملی 0012345679 و ۳۰ میلیون تومان")] == [300_000_000]
    assert [a.rial for a in find_amounts("آبان ۱۴۰۵ دوازده میلیون تومن رفت")] == [120_000_000]


def test_an_answer_may_be_a_bare_number() -> None:
    assert parse_amount("150000000") == Amount(None, 150_000_000, None, 0, 9)
    assert parse_amount("صد و پنجاه") == Amount(None, 150, None, 0, 10)


def test_two_wordings_of_one_sum_are_one_and_two_sums_are_none() -> None:
    same = parse_amount("۱۵۰ میلیون ریال (۱۵ میلیون تومان)")
    assert same is not None
    assert same.rial == 150_000_000
    assert parse_amount("ده میلیون ریال و پنج میلیون تومان") is None
    assert parse_amount("نمی‌دانم") is None


def test_a_sum_is_shown_by_thousands_with_its_unit() -> None:
    assert format_rial(150_000_000) == "۱۵۰٬۰۰۰٬۰۰۰ ریال"


@pytest.mark.parametrize(
    ("rial", "words"),
    [
        (150_000_000, "صد و پنجاه میلیون ریال، برابر با پانزده میلیون تومان"),
        (1_000, "هزار ریال، برابر با صد تومان"),
        (1_005, "هزار و پنج ریال"),
        (0, "صفر ریال"),
        (2 * 10**12, "دو هزار میلیارد ریال، برابر با دویست میلیارد تومان"),
    ],
)
def test_a_sum_is_written_in_words_with_toman_beside_it(rial: int, words: str) -> None:
    assert amount_in_words(rial) == words


def test_a_negative_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        amount_in_words(-1)


@given(rials)
def test_what_is_written_in_words_is_read_back(rial: int) -> None:
    words, *_ = amount_in_words(rial).split("،")
    assert [amount.rial for amount in find_amounts(words)] == [rial]


@given(rials)
def test_what_is_shown_is_read_back(rial: int) -> None:
    found = parse_amount(format_rial(rial))
    assert found is not None
    assert found.rial == rial


@given(texts)
def test_places_are_right_and_do_not_overlap(text: str) -> None:
    end = 0
    for amount in find_amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        again = find_amounts(text[amount.start : amount.end])
        assert [(a.number, a.unit) for a in again] == [(amount.number, amount.unit)]
        end = amount.end
    parse_amount(text)


@pytest.mark.parametrize(
    "text", ["یک و " * 2000, "1" * 9000, "0" * 5000 + "1 ریال", "۱,۰۰۰" * 900, "و " * 4000]
)
@pytest.mark.timeout(5)
def test_endless_numbers_are_no_sums_and_take_no_time(text: str) -> None:
    assert find_amounts(text) == []
    assert parse_amount(text) is None


@given(texts)
def test_digits_change_one_for_one_and_back(text: str) -> None:
    assert len(to_ascii_digits(text)) == len(to_persian_digits(text)) == len(text)
    assert to_ascii_digits(to_persian_digits(text)) == to_ascii_digits(text)
