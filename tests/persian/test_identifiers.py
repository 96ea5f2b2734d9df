from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import (
    Checked,
    check_case_number,
    check_iban,
    check_legal_id,
    check_mobile,
    check_national_id,
    check_postal_code,
    check_sayad,
    to_persian_digits,
)
from tests.persian.strategies import texts

CHECKS = [
    check_national_id,
    check_legal_id,
    check_iban,
    check_sayad,
    check_postal_code,
    check_mobile,
    check_case_number,
]


@pytest.mark.parametrize(
    "text", ["0012345679", "1270000004", "4990012348", "۰۰۱۲۳۴۵۶۷۹", "٠٠١-234567-9", "001 234\u200c5679"]
)
def test_a_sound_national_id_is_accepted(text: str) -> None:
    read = check_national_id(text)
    assert (read.problem, read.warning) == (None, None)
    assert read.value in {"0012345679", "1270000004", "4990012348"}


def test_words_around_a_number_do_not_matter() -> None:
    assert check_national_id("کد ملی من ۰۰۱۲۳۴۵۶۷۹ است").value == "0012345679"


def test_a_wrong_check_digit_of_a_national_id_is_only_doubted() -> None:
    assert check_national_id("0012345670") == Checked("0012345670", None, "check_digit")
    assert check_legal_id("10100000008") == Checked("10100000008", None, "check_digit")


def test_a_sound_legal_id_is_accepted() -> None:
    assert check_legal_id("10101234565") == Checked("10101234565")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1111111111", "repeated_digits"),
        ("123456789", "length"),
        ("", "empty"),
        ("ندارم", "not_digits"),
        ("0012345679 یا 4990012348", "not_digits"),
    ],
)
def test_what_cannot_be_a_national_id_is_refused(text: str, problem: str) -> None:
    assert check_national_id(text) == Checked(None, problem)


@pytest.mark.parametrize(
    "text",
    [
        "IR580540105180021273113007",
        "ir58 0540 1051 8002 1273 1130 07",
        "580540105180021273113007",
        "شبا: IR۵۸۰۵۴۰۱۰۵۱۸۰۰۲۱۲۷۳۱۱۳۰۰۷",
    ],
)
def test_a_sound_iban_is_accepted(text: str) -> None:
    assert check_iban(text) == Checked("IR580540105180021273113007")


def test_an_iban_with_a_slip_is_refused() -> None:
    assert check_iban("IR580540105180021273113008") == Checked(None, "check_digit")
    assert check_iban("IR58054010518002127311300") == Checked(None, "length")


@pytest.mark.parametrize(
    "text",
    [
        "09121234567",
        "+989121234567",
        "00989121234567",
        "989121234567",
        "9121234567",
        "۰۹۱۲ ۱۲۳ ۴۵۶۷",
        "0912-123-4567",
    ],
)
def test_a_mobile_number_is_brought_to_one_form(text: str) -> None:
    assert check_mobile(text) == Checked("09121234567")


@pytest.mark.parametrize(
    ("text", "problem"), [("02188776655", "prefix"), ("0912123456", "length"), ("12", "length")]
)
def test_other_telephone_numbers_are_refused(text: str, problem: str) -> None:
    assert check_mobile(text) == Checked(None, problem)


def test_a_postal_code_has_ten_digits_and_an_odd_one_is_only_doubted() -> None:
    assert check_postal_code("14155-64344") == Checked("1415564344")
    assert check_postal_code("0415564344") == Checked("0415564344", None, "unusual")
    assert check_postal_code("12345") == Checked(None, "length")


def test_a_sayad_id_has_sixteen_digits() -> None:
    assert check_sayad("1234 5678 9012 3456") == Checked("1234567890123456")
    assert check_sayad("123456789012345") == Checked(None, "length")


def test_a_case_number_is_never_refused_for_its_length() -> None:
    assert check_case_number("۹۰۰۹۹۸۲۶۱۹۷۰۰۰۰۰") == Checked("9009982619700000")
    assert check_case_number("9009982619700000/1") == Checked("9009982619700000")
    assert check_case_number("140312390000123456") == Checked("140312390000123456")
    assert check_case_number("9900123") == Checked("9900123", None, "length")
    assert check_case_number("نمی‌دانم") == Checked(None, "not_digits")


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda d: len(set(d)) > 1))
def test_exactly_one_check_digit_of_a_national_id_is_not_doubted(digits: str) -> None:
    sound = [last for last in "0123456789" if check_national_id(digits + last).warning is None]
    assert len(sound) == 1


@given(st.text("0123456789", min_size=22, max_size=22), st.integers(0, 21), st.integers(1, 9))
def test_one_changed_digit_of_an_iban_is_noticed(account: str, place: int, by: int) -> None:
    iban = f"IR{98 - int(account + '182700') % 97:02}{account}"
    assert check_iban(iban) == Checked(iban)
    slip = str((int(account[place]) + by) % 10)
    assert check_iban(iban[: 4 + place] + slip + iban[5 + place :]).problem == "check_digit"


@pytest.mark.parametrize("check", CHECKS)
@given(text=texts)
def test_any_text_gets_a_value_or_a_problem(check: Callable[[str], Checked], text: str) -> None:
    read = check(text)
    assert (read.value is None) != (read.problem is None)
    if read.value is not None:
        assert check(read.value) == read
        assert check(to_persian_digits(read.value)) == read
