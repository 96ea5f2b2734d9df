"""Counties and provinces are believed only where a text surely names them."""

from __future__ import annotations

import pytest

from assistant.drafting.places import find_place


@pytest.mark.parametrize(
    ("text", "county", "province"),
    [
        ("تهران، خیابان نمونه، پلاک ۱۰", "تهران", "تهران"),
        ("استان فارس، شیراز، خیابان نمونه", "شیراز", "فارس"),
        ("شعبه ۳ دادگاه عمومی حقوقی شهرستان کرج", "کرج", "البرز"),
        ("شعبه ۲ دادگاه صلح شهر رشت", "رشت", "گیلان"),
        ("شعبه ۵ دادگاه خانواده مشهد", "مشهد", "خراسان رضوی"),
        ("خمینی‌شهر، بلوار نمونه", "خمینی‌شهر", "اصفهان"),
        ("گنبد کاووس\nخیابان نمونه", "گنبد کاووس", "گلستان"),
    ],
)
def test_a_county_and_its_province(text: str, county: str, province: str) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.county, place.province) == (county, province)


@pytest.mark.parametrize(
    "text",
    ["خیابان تهران، پلاک ۲", "کوچه شهید کرمان", "شعبه ۲ دادگاه صلح", "", "شهرستان نمونه", "جاده قدیم کرج"],
)
def test_a_street_named_after_a_city_is_no_place(text: str) -> None:
    assert find_place(text) is None
