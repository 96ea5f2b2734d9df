import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import redact
from tests.persian.strategies import persian_text, texts

numbers = st.text("0123456789۰۱۲۳۴۵۶۷۸۹٠١٢", min_size=1, max_size=26)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("کد ملی من ۰۰۱۲۳۴۵۶۷۹ است", "کد ملی من [national-id] است"),
        ("زنگ بزنید 0912 123 4567", "زنگ بزنید [mobile]"),
        ("زنگ بزنید +989121234567", "زنگ بزنید [mobile]"),
        ("شبا IR58 0540 1051 8002 1273 1130 07", "شبا [iban]"),
        ("کارت 6037-9911-1234-5678", "کارت [card-or-case]"),
        ("پرونده 140312390000123456", "پرونده [case-number]"),
        ("ایمیل a.b@example.com دارم", "ایمیل [email] دارم"),
        ("خانم مریم نمونه آمد", "خانم [name] آمد"),
        ("سند به نام حسین نمونه است", "سند به نام [name] است"),
        ("ساکن تهران، خیابان آزادی، پلاک ۱۲", "ساکن [address]"),
    ],
)
def test_what_identifies_people_is_masked(text: str, masked: str) -> None:
    assert redact(text).startswith(masked[: masked.index("]") + 1])
    assert not re.search(r"\d{3}", redact(text))


@pytest.mark.parametrize(
    "text",
    [
        "۱۵۰ میلیون تومان طلب دارم",
        "مبلغ ۱۵۰٬۰۰۰٬۰۰۰ ریال",
        "در ۱۴۰۳/۰۵/۰۲ ابلاغ شد",
        "خانه را به نام زنش کرد",
        "ماده ۱۰۸۲ قانون مدنی",
    ],
)
def test_sums_dates_and_plain_words_stay(text: str) -> None:
    assert redact(text) == text


def test_a_long_bare_sum_is_set_by_thousands() -> None:
    assert redact("150000000 ریال") == "150٬000٬000 ریال"


@given(st.one_of(texts, persian_text, st.lists(st.one_of(numbers, persian_text)).map(" ".join)))
def test_no_run_of_eight_digits_survives(text: str) -> None:
    assert not re.search(r"\d{8}", redact(text))


@given(texts)
def test_redacting_twice_masks_no_less(text: str) -> None:
    assert not re.search(r"\d{8}", redact(redact(text)))


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text", ["1" * 9000, "a" * 9000, "a@" * 4000, "خیابان الف " * 800, " " * 9000, "0" * 5000 + " ریال"]
)
def test_no_text_keeps_the_masking_busy(text: str) -> None:
    assert not re.search(r"\d{8}", redact(text))
