"""Sums of money in everyday Persian, and how they are written in a petition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from num2words import num2words

from assistant.persian.digits import to_persian_digits
from assistant.persian.letters import LETTER, ZWNJ
from assistant.persian.number_words import NUMBER, fold, number_value

Unit = Literal["rial", "toman"]

_MAX = 10**18  # eighteen digits, the widest amount a form takes
_BILLION = 10**9
_ENDING = f"(?:{ZWNJ}?(?:ی|م|ت|ش|ه|و|مو|تو|شو|م رو|ان))?"
_UNIT = rf"(?:(?P<rial>ریال|﷼)|(?P<toman>تومان|تومن|تمن|تومون|(?<=\d)ت|(?<=\d )ت)){_ENDING}(?![{LETTER}])"
_AMOUNT = re.compile(rf"(?P<number>{NUMBER})(?:[ \u00a0{ZWNJ}]*(?P<unit>{_UNIT}))?")
_LARGE = re.compile(r"میلیون|ملیون|میلیارد|ملیارد|تریلیون|\d *م$|[,٬]\d{3}|(?:[،./]\d{3}){2}")
# A large number of these is no money.
_COUNTED = re.compile(
    rf"[ {ZWNJ}]*(?:نفر|سکه|متر|کیلو|گرم|تن|سال|ماه|روز|ساعت|بار|دفعه|عدد|رأی|رای|هکتار|درصد|سهم|دنگ|دانگ)"
    rf"(?![{LETTER}])"
)
# A number of its own before the one that is meant: «0012345679 و ۳۰ میلیون», «آبان ۱۴۰۵ دوازده میلیون».
_DIGITS_APART = re.compile(r"\d+ *و *(?=\d)|1[34]\d\d +(?=\D)")
_GLUED_LETTER = re.compile(rf"[{LETTER}]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum found in a text.

    Attributes:
        rial: the sum in rial, or None where the text names no unit.
        number: the number as said, in ``unit``; «صد و پنجاه تومن» is 150 although people may mean millions.
        unit: "rial", "toman" or None.
        start, end: the place in the text that was read.
    """

    rial: int | None
    number: int
    unit: Unit | None
    start: int
    end: int


def _amount(match: re.Match[str]) -> Amount | None:
    number = number_value(match["number"])
    if number is None or not 0 < number < _MAX:
        return None
    unit: Unit | None = "rial" if match["rial"] else "toman" if match["toman"] else None
    rial = None if unit is None else number * (10 if unit == "toman" else 1)
    return (
        None if rial is not None and rial >= _MAX else Amount(rial, number, unit, match.start(), match.end())
    )


def _stands_alone(match: re.Match[str], folded: str) -> bool:
    """Tell whether a number is neither the start of a word («سه» of «سهم») nor a count of things."""
    end = match.end()
    return _GLUED_LETTER.match(folded, end) is None and _COUNTED.match(folded, end) is None


def _is_money(match: re.Match[str], folded: str) -> bool:
    if match["unit"]:
        return True
    return _stands_alone(match, folded) and _LARGE.search(match["number"]) is not None


def _numbers(folded: str) -> Iterator[re.Match[str]]:
    """Yield the numbers in ``folded`` with their units; «0012345679 و ۳۰ میلیون» is two of them."""
    position = 0
    while match := _AMOUNT.search(folded, position):
        position = match.end()
        if number_value(match["number"]) is not None:
            yield match
        elif unrelated := _DIGITS_APART.match(folded, match.start()):
            position = unrelated.end()


def find_amounts(text: str) -> list[Amount]:
    """Return the sums of money in ``text`` in order.

    A number counts as money when it has a unit (ریال، تومان), a scale of a million and above, or
    thousands set apart; bare digits may be anything and are left out.
    """
    folded = fold(text)
    found = [_amount(match) for match in _numbers(folded) if _is_money(match, folded)]
    return [amount for amount in found if amount is not None]


def parse_amount(text: str) -> Amount | None:
    """Read the answer to "how much": one sum, with or without unit; a bare number counts too.

    Returns None where there is no number, or where two different sums are named.
    """
    found = find_amounts(text)
    if not found:
        folded = fold(text)
        bare = [_amount(match) for match in _numbers(folded) if _stands_alone(match, folded)]
        found = [amount for amount in bare if amount is not None]
    sums = {amount.number if amount.rial is None else amount.rial for amount in found}
    return found[0] if len(sums) == 1 else None


def format_rial(rial: int) -> str:
    """Return ``rial`` in Persian digits by thousands with its unit: «۱۵۰٬۰۰۰٬۰۰۰ ریال»."""
    return f"{to_persian_digits(f'{rial:,}').replace(',', '٬')} ریال"


def _in_words(number: int) -> str:
    """Write a whole number in words.

    num2words says «تریلیون» and «تریلیارد» from 10**12 on; in Iran one counts thousands of «میلیارد».
    """
    billions, rest = divmod(number, _BILLION)
    if billions < 1000:
        return str(num2words(number, lang="fa"))
    words = f"{_in_words(billions)} میلیارد"
    return f"{words} و {num2words(rest, lang='fa')}" if rest else words


def amount_in_words(rial: int) -> str:
    """Return ``rial`` in words, with toman beside it: «ده هزار ریال، برابر با هزار تومان».

    Raises:
        ValueError: for a negative amount.
    """
    if rial < 0:
        raise ValueError(f"an amount is not negative: {rial}")
    words = f"{_in_words(rial)} ریال"
    return f"{words}، برابر با {_in_words(rial // 10)} تومان" if rial and rial % 10 == 0 else words
