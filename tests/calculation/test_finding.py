"""A message tells inputs: each sum, day and count goes where it belongs, or nowhere."""

from __future__ import annotations

import pytest

from assistant.calculation import Tools, find_inputs
from assistant.law import Corpus
from tests.calculation.conftest import TODAY


@pytest.mark.parametrize(
    ("calculator", "text", "found"),
    [
        ("court-fee", "هزینه دادرسی ۵۰۰ میلیون تومان چقدر میشه", {"value": "5000000000"}),
        ("court-fee", "هزینه تجدیدنظر برای ۱۰۰ میلیون تومان", {"value": "1000000000", "stage": "appeal"}),
        ("court-fee", "هزینه سازش ۹۰ میلیون تومان در شورا", {"matter": "council", "value": "900000000"}),
        ("court-fee", "هزینه شکایت کیفری چنده", {"matter": "complaint"}),
        ("court-fee", "هزینه دادرسی ۵۰۰ میلیون چقدر میشه", {}),  # rial or toman is asked
        ("deadline", "رأی ۲۰ آبان ابلاغ شده تا کی وقت تجدیدنظر دارم", {"served": "1405/08/20", "period": "T02"}),
        ("deadline", "دیروز دعوا کردیم، تا کی وقت تجدیدنظر دارم", {"period": "T02"}),  # no day of service
        (
            "deadline",
            "۵ مهر طلاق گرفتم و ۲۰ آبان رأی مهریه‌ام ابلاغ شد، تا کی واخواهی",
            {"served": "1405/08/20", "period": "T01"},
        ),
        ("deadline", "هفته پیش ابلاغ شد", {}),  # a week is no day
        ("mahr", "۱۱۴ سکه مهریه با سکه ۱۰۰ میلیون تومانی", {"coins": "114", "price": "1000000000"}),
        ("mahr", "مهریه‌ام صد و ده سکه است و سکه ۹۵ میلیون تومان", {"coins": "110", "price": "950000000"}),
        ("mahr", "مهریه زنم ۱۱۴ سکه‌ست حقوقم ۱۲ میلیون تومن", {"coins": "114"}),  # a wage is no price of a coin
        ("mahr", "یه دونه سکه مهرمه", {"coins": "1"}),
        ("mahr", "مهریه زنم ۱۱۴ سکه‌ست سکه ۱۲ تومن", {"coins": "114"}),  # «۱۲ تومن» is no sum
        ("mahr", "مهریه‌م سال ۷۳ صد هزار تومن بوده", {"cash": "1000000", "married": "1373"}),
        ("mahr", "مهریه من ۵۰ هزار تومان پول بود، عقد ۱۳۶۵", {"cash": "500000", "married": "1365"}),
        (
            "inheritance",
            "پدرم فوت کرده، یه زن و ۲ پسر و ۳ دختر داره",
            {"deceased": "man", "wives": "1", "sons": "2", "daughters": "3"},
        ),
        ("inheritance", "مادرم فوت شده دو فرزند پسر دارد", {"deceased": "woman", "sons": "2"}),
        ("inheritance", "پدرم فوت شده و ۲ پسر عمو دارم", {"deceased": "man"}),  # cousins are no sons
        ("inheritance", "پدرم فوت شده و دو تا برادر دارم", {"deceased": "man"}),  # whose brothers is not told
        ("inheritance", "سهم زن از ارث چقدر است", {}),
        ("late-payment", "چک ۸۰ میلیون تومانی سررسید ۱۴۰۲/۰۵/۱۰", {"debt": "800000000", "due": "1402/05/10"}),
        (
            "late-payment",
            "طلب ۸۰ میلیون تومان از ۱۴۰۲/۰۵/۱۰ تا ۱۴۰۴/۰۵/۱۰",
            {"debt": "800000000", "due": "1402/05/10", "paid": "1404/05/10"},
        ),
        ("late-payment", "خسارت ۸۰ میلیون تومان از فروردین ۱۴۰۳ تا امروز", {"debt": "800000000"}),
        ("maintenance", "از ۱۴۰۳/۰۲/۰۱ ماهی ۷ میلیون تومان نفقه", {"monthly": "70000000", "start": "1403/02/01"}),
        ("maintenance", "خانه ۲ میلیارد تومانی دارد و نفقه نمی‌دهد", {}),
        ("maintenance", "ماهی دو تومن خرجی میداد", {}),
    ],
)  # fmt: skip
def test_what_a_message_tells(corpus: Corpus, calculator: str, text: str, found: dict[str, str]) -> None:
    assert dict(find_inputs(corpus.calculators[calculator].inputs, text, TODAY)) == found


def test_a_message_never_tells_enough_to_divide_an_estate(corpus: Corpus, tools: Tools) -> None:
    """Whether father and mother live is asked, never assumed."""
    text = "پدرم فوت کرده، یه زن و ۲ پسر و ۳ دختر داره، پدر و مادرش زنده نیستند"
    told = find_inputs(corpus.calculators["inheritance"].inputs, text, TODAY)
    assert not {"father", "mother"} & set(told)
