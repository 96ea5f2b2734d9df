"""A wrong piece of a known value and the right one in its place: «۱۶ دی نه ششم», «۵۰ میلیون نبود ۶۰ بود»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from assistant.dialogue.conversation import Value
from assistant.dialogue.fields import words_for
from assistant.dialogue.texts import plain, words
from assistant.dialogue.world import World
from assistant.drafting import Interview
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.drafting.reading import date_rules
from assistant.drafting.reading.dates import in_plain_figures
from assistant.persian import find_amounts, find_dates, normalize, parse_amount, to_ascii_digits
from assistant.persian.dates import JalaliDate, parse_jalali
from assistant.persian.number_words import NUMBER, number_value

_NOT = re.compile(r"[\s،,؛.]+نه[\s،,؛.]+")
_WAS_NOT = re.compile(
    r"^(?P<wrong>.+?)\s+(?:نبود(?:ه|ش)?|نیست(?:ش)?|نیس|(?:اشتباه|غلط)(?:ه|ست| است| بود)?)[\s،,؛.]+(?P<right>.+)$",
    re.DOTALL,
)
_IN_PLACE_OF = re.compile(
    r"به ?جای (?P<wrong>.+?)[\s،,]+(?:بنویس|بذار|بزن|بگذار)\w*\s+(?P<right>.+)$", re.DOTALL
)
_MARKS = " ،,؛.!؟?"
_STOPS = ("،", ",", ".", "!")
_PAUSE = re.compile(r"[،,؛\n]+")
_SHORTEST = 3  # letters of a word that is looked for in a known text
_MOST_WORDS = 4
_FORENAMES = 2  # words that may be names which no list knows
_FEW_DIGITS, _MANY_DIGITS = 2, 5  # of an identifier that is named, of one that is not
_LONGEST_MONTH, _CENTURY = 31, 1300
_THOUSAND = 1000  # a smaller sum is told in the scale of the other one
_IDENTIFIERS = frozenset({"national_id", "mobile", "postal_code", "case_number", "iban", "sayad_cheque_id"})


class Pair(NamedTuple):
    """What is said to be wrong, and what right.

    ``firm``: only a correction is put in this way; ``named``: the message names the field.
    """

    wrong: str
    right: str
    firm: bool
    named: bool


def pairs(text: str, *, named: bool) -> Iterator[Pair]:
    """The ways to read a message as «this, not that»."""
    text = without_halt(text)
    around = [piece.strip(_MARKS) for piece in _NOT.split(text, maxsplit=1)]
    if len(around) == 2 and all(around):
        yield Pair(around[0], around[1], True, named)
        yield Pair(around[1], around[0], True, named)
    in_place = _IN_PLACE_OF.search(text.replace("\u200c", " "))
    if in_place:
        yield Pair(in_place["wrong"].strip(_MARKS), in_place["right"].strip(_MARKS), True, named)
    was_not = _WAS_NOT.match(text.strip())
    if was_not:
        yield Pair(was_not["wrong"].strip(_MARKS), was_not["right"].strip(_MARKS), False, named)


def without_halt(text: str) -> str:
    """A message without what only stops the talk: «نه صبر کن، …»."""
    told = text.strip().split()
    longest = max(len(phrase.split()) for phrase in words().halt)
    while len(told) > 1:
        lengths = range(min(longest, len(told) - 1), 0, -1)
        halts = (length for length in lengths if plain(" ".join(told[:length])) in words().halt)
        length = next(halts, 0)
        if not length or (length == 1 and not told[0].endswith(_STOPS) and _is_nine(told)):
            break
        told = told[length:]
    return " ".join(told)


def _is_nine(told: list[str]) -> bool:
    """Whether the first word counts the second one: «نه میلیون»."""
    return number_value(told[0]) is not None and (number_value(" ".join(told[:2])) or 0) >= _THOUSAND


def put_right(field: Field, known: Value, pair: Pair, interview: Interview, world: World) -> Value | None:
    """A known value with the wrong piece put right; None where it does not hold the wrong one."""
    if not isinstance(known, str):
        return None
    match field.type:
        case "jalali_date":
            return _date(field, known, pair, interview, world)
        case "rial_amount":
            return _amount(field, known, pair, interview, world)
        case kind if kind in _IDENTIFIERS:
            return _identifier(field, known, pair, interview, world)
        case kind if kind in FREE_TEXT:
            surely = pair.firm or field.is_name or _number_in(pair) is not None
            return _words(field, known, pair, interview, world) if surely else None
        case _:
            was, now = (interview.read(field.name, said, world.today) for said in (pair.wrong, pair.right))
            return now.value if was.value == known and now.warning is None else None


def _date(field: Field, known: str, pair: Pair, interview: Interview, world: World) -> Value | None:
    was, now = (_day(field, known, said, interview, world) for said in (pair.wrong, pair.right))
    part = None if was is not None else _part_of_day(known, pair.wrong)
    if was != known and part is None:
        return None
    if now is not None:
        return now
    right = _day_parts(pair.right).get(part or "day")
    if right is None:
        return None
    changed = JalaliDate.parse(known)
    told = {"year": changed.year, "month": changed.month, "day": changed.day, part or "day": right}
    return interview.read(field.name, "{year}/{month:02d}/{day:02d}".format(**told), world.today).value


def _day(field: Field, known: str, said: str, interview: Interview, world: World) -> Value | None:
    """The whole day that is said; in the year of the known one where none is told."""
    reading = interview.read(field.name, said, world.today)
    found = find_dates(in_plain_figures(said), world.today)
    if len(found) != 1 or not found[0].without_year or reading.warning is not None:
        return None if reading.warning else reading.value
    day, year = found[0].date, known.split("/", 1)[0]
    return interview.read(field.name, f"{year}/{day.month:02d}/{day.day:02d}", world.today).value


def _part_of_day(known: str, said: str) -> str | None:
    """The part of a known day that is named by itself: «۱۶ درسته نه ۶», «۱۴۰۴ بود نه ۱۴۰۳», «مهر نه آبان»."""
    day = JalaliDate.parse(known)
    named = _day_parts(said)
    parts = ("day", day.day), ("year", day.year), ("month", day.month)
    return next((part for part, value in parts if named == {part: value}), None)


def _day_parts(said: str) -> dict[str, int]:
    """A day, a month or a year that is told alone; empty where more than one of them is."""
    month = re.search(rf"(?<!\w)(?:{date_rules().month})(?!\w)", normalize(said))
    numbers = _numbers(said)
    if month is not None:
        found = parse_jalali(f"1 {month[0]} 1400", JalaliDate.of(1400, 12, 29))
        return {"month": found.month} if found and not numbers else {}
    if len(numbers) != 1:
        return {}
    number = numbers.pop()
    return {"day" if number <= _LONGEST_MONTH else "year": number + (_CENTURY if 31 < number < 100 else 0)}


def _amount(field: Field, known: str, pair: Pair, interview: Interview, world: World) -> Value | None:
    wrong, right = _sums(pair.wrong), _sums(pair.right)
    if len(wrong) != 1 or len(right) != 1:
        return None
    was, now = wrong.pop(), right.pop()
    if not was or _figures(was) != _figures(int(known)):
        return None
    if was < _THOUSAND <= now:  # «۵۰ نه ۶۰ میلیون»
        was *= _scale(now)
    told = parse_amount(pair.right)
    if told is not None and told.rial is not None and now >= _THOUSAND:
        return interview.read(field.name, pair.right, world.today).value
    scale = 1 if now >= _THOUSAND else _scale(was)  # «۵۰ میلیون نبود ۶۰ بود»
    changed = int(known) * Fraction(now * scale, was)
    return str(changed.numerator) if changed.denominator == 1 else None


def _sums(said: str) -> set[int]:
    """The sums of a text, in the unit told; bare numbers where it tells none."""
    told = {amount.number for amount in find_amounts(said) if amount.unit is not None}
    return told or _numbers(said)


def _identifier(field: Field, known: str, pair: Pair, interview: Interview, world: World) -> Value | None:
    wrong, right = (re.sub(r"\D", "", to_ascii_digits(said)) for said in (pair.wrong, pair.right))
    enough = len(wrong) >= (_FEW_DIGITS if pair.named else _MANY_DIGITS)
    if not enough or len(wrong) != len(right) or known.count(wrong) != 1:
        return None
    reading = interview.read(field.name, known.replace(wrong, right), world.today)
    return reading.value if reading.warning is None else None


def _words(field: Field, known: str, pair: Pair, interview: Interview, world: World) -> Value | None:
    said, told = normalize(pair.wrong).split(), _without_name_of(field, without_verb(pair.right))
    whole = _whole_name(field, known, pair, interview) if field.is_name else None
    if whole is not None:
        return whole
    told = _PAUSE.split(told)[0].strip() if field.is_name else told
    right = interview.name_told(field.name, without_verb(told)) if field.is_name else _number_in(pair) or told
    if field.is_name and len(right.split()) > _FORENAMES and right not in interview.names(right):
        return None  # «حذف کلمه زائد» is no name
    lengths = range(min(len(said), _MOST_WORDS), 0, -1)
    for length in sorted(
        lengths, key=lambda words: words != len(right.split())
    ):  # «پلاک ۴۱ نه ۴۳»: the same place
        wrong = " ".join(said[-length:])
        if _numbers(" ".join(said)) != _numbers(wrong):  # «سه میلیون» is not any «میلیون»
            continue
        same = re.escape(right.split()[0]) if right else ""  # «خیابان سعدی», «خیابان حافظ»
        place = rf"(?:(?<!\w){same}\s+)?(?<!\w){re.escape(wrong)}(?!\w)"
        changed, times = re.subn(place, lambda _: right, known)
        if times == 1 and right and (len(wrong) >= _SHORTEST or wrong.isdigit()):
            return interview.read(field.name, changed, world.today).value
    return None


def _without_name_of(field: Field, told: str) -> str:
    """What is told, without the field's name before it: «آدرسم خیابان حافظ»."""
    named = tuple(word for phrase in words_for(field) for word in phrase.split())
    first, _, rest = told.partition(" ")
    return rest if rest and plain(first).startswith(named) else told


def _whole_name(field: Field, known: str, pair: Pair, interview: Interview) -> str | None:
    """The one whole name that is told in place of a known one: «رسول‌پور هست، سامان رسول‌پور»."""
    told = (interview.name_told(field.name, without_verb(name)) for name in interview.names(pair.right))
    whole = {name for name in told if " " in name and frozenset(name.split()) & frozenset(known.split())}
    return whole.pop() if len(whole) == 1 and normalize(pair.wrong).split()[-1] in known.split() else None


def _number_in(pair: Pair) -> str | None:
    """The number told in place of a number: «پلاک ۴۱ نیست ۴۳ه»."""
    if not normalize(pair.wrong).split()[-1].isdigit():
        return None
    numbers = re.findall(r"\d+", normalize(pair.right))
    return numbers[0] if len(numbers) == 1 else None


def without_verb(said: str) -> str:
    """A value without the words around it that only say that it is right: «امینیان هست», «راستی … درسته»."""
    told = normalize(said).strip(_MARKS).split()
    around = words().correction_filler | words().polite | words().correction
    while told and plain(told[-1]) in around:
        told.pop()
    while told and plain(told[0]) in around:
        told.pop(0)
    return " ".join(told)


def _numbers(text: str) -> set[int]:
    """The numbers of a text, «ششم» and «۶ام» too."""
    ordinals = re.sub(r"(?<=\w)[\u200c ]?(?:اُم|ام|م)(?!\w)", "", normalize(text).replace("سوم", "سه"))
    found = (number_value(match[0]) for match in re.finditer(NUMBER, to_ascii_digits(ordinals)))
    return {number for number in found if number is not None}


def _scale(number: int) -> int:
    """The thousand, million or milliard in which a number is told."""
    scale = 1
    while number % (scale * _THOUSAND) == 0:
        scale *= _THOUSAND
    return scale


def _figures(number: int) -> str:
    return str(number).rstrip("0")
