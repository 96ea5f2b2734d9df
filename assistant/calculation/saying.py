"""How results are said: sums, shares, days, spans."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.calculation.words import words
from assistant.law.rule_values import say
from assistant.law.schemas import CalculatorInput
from assistant.law.words import words as law_words
from assistant.persian import JalaliDate, format_rial, to_persian_digits

_PLACES = Decimal("0.01")


def rial(amount: Fraction | int) -> str:
    """A sum in whole rials: «۵۰٬۰۰۰٬۰۰۰ ریال (۵ میلیون تومان)»; a toman of many places is said about."""
    whole = round(Fraction(amount))
    toman = Fraction(whole, 10)
    for size, name in law_words().magnitudes:
        about = toman / size
        if about >= 1 and about * 1000 % 1:
            return words().about.format(rial=format_rial(whole), toman=f"{number(about)} {name}")
        if about >= 1:
            break
    return say(whole, (), "rial")


def number(value: Fraction | int | str) -> str:
    """A number in Persian digits."""
    plain = str(value) if isinstance(value, int | str) else format(_decimal(value), "f")
    return to_persian_digits(plain.replace(".", "٫"))


def share(part: Fraction) -> str:
    """A share of the whole: «یک‌هشتم», «۷ سهم از ۲۴ سهم», «همه دارایی»."""
    if part == 1:
        return words().whole
    named = {Fraction(value): word for word, value in law_words().fractions.items()}
    if part in named:
        return named[part]
    return to_persian_digits(words().fraction.format(numerator=part.numerator, denominator=part.denominator))


def percent(part: Fraction) -> str:
    """A share of the whole in percent: «۲۹٫۱۷ درصد»."""
    return words().percent.format(number=number(part * 100))


def day(date: JalaliDate) -> str:
    """A day: «۱۴۰۵/۰۹/۰۳»."""
    return to_persian_digits(str(date))


def span(months: int, days: int) -> str:
    """A length of time: «۱۸ ماه و ۱۱ روز»."""
    template = words().months_and_days if months and days else words().months if months else words().days
    return to_persian_digits(template.format(months=months, days=days))


def told(spec: CalculatorInput, value: str | bool) -> str:
    """An input as it is read back to the person; «بله» and «نه» for what is so or not."""
    if isinstance(value, bool):
        return words().yes if value else words().no
    if spec.type == "amount":
        return rial(int(value))
    if spec.choices:
        return spec.choices[value].text
    return to_persian_digits(value)


def _decimal(value: Fraction) -> Decimal:
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PLACES)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize()
