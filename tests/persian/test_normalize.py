import re

import pytest
from hypothesis import given

from assistant.persian import normalize, search_text
from tests.persian.strategies import texts


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("علي كتاب", "علی کتاب"),
        ("دايرة", "دایره"),
        ("خانهٔ ما", "خانه ما"),
        ("خانۀ ما", "خانه ما"),
        ("مســـؤول", "مسؤول"),
        ("ثَبتِ مُهر", "ثبت مهر"),
        ("ﻣﻬﺮﯾﻪ", "مهریه"),
        ("ﷲ ۱۰﷼", "الله ۱۰ریال"),
        ("قرار\u200fداد", "قرارداد"),
        ("مهر\ufeffیه", "مهریه"),
        ("رأی مسئول تأمین", "رأی مسئول تأمین"),
        ("رأي مسي\u0654ول", "رأی مسئول"),
    ],
)
def test_letters_become_persian_and_signs_go(typed: str, stored: str) -> None:
    assert normalize(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("می خواهم", "می‌خواهم"),
        ("نمی شود", "نمی‌شود"),
        ("برمی گردد", "برمی‌گردد"),
        ("میشود", "می‌شود"),
        ("نمیتوانند", "نمی‌توانند"),
        ("میتوان", "می‌توان"),
        ("خانه ها", "خانه‌ها"),
        ("خانهها", "خانه‌ها"),
        ("کار های من", "کارهای من"),
        ("آن ها", "آن‌ها"),
        ("بچه هایشان", "بچه‌هایشان"),
        ("بزرگ ترین", "بزرگ‌ترین"),
        ("رفته ام", "رفته‌ام"),
        ("شده اند", "شده‌اند"),
        ("نامه ای", "نامه‌ای"),
        ("خانه ی من", "خانه‌ی من"),
        ("می‌‌خواهم", "می‌خواهم"),
        ("قرار‌داد‌های", "قراردادهای"),
        ("می ‌شود", "می‌شود"),
    ],
)
def test_half_spaces_are_set(typed: str, stored: str) -> None:
    assert normalize(typed) == stored


@pytest.mark.parametrize(
    "word", ["میان", "میدان", "میراث", "میلیون", "میزان", "میل", "میوه", "نمیرد", "که ای", "به ها"]
)
def test_words_that_only_look_like_verbs_stay_whole(word: str) -> None:
    assert "می\u200c" not in normalize(word)


def test_line_breaks_stay_and_spaces_shrink() -> None:
    assert normalize("  یک \r\n\r\n دو\u2028سه\t \u00a0چهار ") == "یک\n\nدو\nسه چهار"


def test_persian_and_ascii_digits_stay_as_typed_and_arabic_ones_become_persian() -> None:
    assert normalize("۱۲ 34 ٥٦") == "۱۲ 34 ۵۶"


@given(texts)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(texts)
def test_what_is_normalised_holds_no_arabic_lookalike_control_or_double_space(text: str) -> None:
    assert not re.search(
        "[يكةىۀـ\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u064b-\u0652]|  ", normalize(text)
    )


@pytest.mark.parametrize(
    "same",
    [
        ["می‌خواهم", "می خواهم", "میخواهم", "میخوام", "می‌خوام", "ميخواهم"],
        ["رأی", "رای", "رأي"],
        ["مسئولیت", "مسؤولیت"],
        ["هیئت", "هیأت", "هیات"],
        ["قضائی", "قضایی"],
        ["مهریه‌ام", "مهریه ام", "مهریه‌م", "مهرم"],
        ["خانه‌ها", "خانه ها", "خونه‌ها"],
        ["۱۵۰٬۰۰۰٬۰۰۰ ریال", "150000000 ریال", "۱۵۰,۰۰۰,۰۰۰ ریال"],
        ["اجراء", "اجرا"],
        ["IBAN", "iban"],
        ["سلام، خوبید؟", "سلام خوبید"],
    ],
)
def test_writings_of_one_thing_have_one_key(same: list[str]) -> None:
    assert len({search_text(text) for text in same}) == 1


def test_different_words_keep_different_keys() -> None:
    assert len({search_text(word) for word in ["مهریه", "مهر", "نفقه", "خانه", "خان", "حکم", "حاکم"]}) == 7


@given(texts)
def test_the_key_does_not_depend_on_normalisation(text: str) -> None:
    assert search_text(normalize(text)) == search_text(text)


@given(texts)
def test_the_key_is_words_and_single_spaces(text: str) -> None:
    key = search_text(text)
    assert not re.search(r"[^\w ]|  |[۰-۹٠-٩\u200c]", key)
    assert key == key.strip()


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text", ["می " * 3000, "ه ها " * 2000, "ه" * 9000 + " ها", "الف\u200c" * 3000, " " * 9000, "\n " * 4000]
)
def test_no_text_keeps_the_spelling_busy(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)
    assert len(search_text(text)) <= len(text) * 2


@pytest.mark.parametrize("typed", ["کتباً و فوراً", "كتباً  و فوراً"])
def test_the_tanvin_stays_where_a_text_is_printed(typed: str) -> None:
    assert normalize(typed, keep_tanvin=True) == "کتباً و فوراً"
    assert normalize(typed) == "کتبا و فورا"
    assert search_text("کتباً و فوراً") == search_text("کتبا و فورا")
