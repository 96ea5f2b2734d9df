"""Masking of what identifies people, for logs and samples (criminal-procedure-1392:650)."""

import re

from assistant.persian.amounts import find_amounts
from assistant.persian.digits import to_ascii_digits
from assistant.persian.identifiers import check_mobile
from assistant.persian.letters import LETTER, ZWNJ

_WORD = rf"[{LETTER}{ZWNJ}]+"
_GAP = r"[ \u00a0]+"
_NOT_NAMES = (
    "من|تو|او|ما|شما|خودم|خودش|خود|زنم|زنش|همسرم|همسرش|شوهرم|شوهرش|پدرم|پدرش|مادرم|مادرش|برادرم|خواهرم|فرزندم|پسرم|دخترم"
    "|کسی|یکی|فروشنده|خریدار|ورثه|مالک|موکل|قاضی|بازپرس|وکیل|رئیس|مدیر|را|رو|که|از|در|به|با|و|است|بود|شد|کرد|زد|گفت|دارد|هم|این|آن|برای"
)
_NAME_WORD = rf"(?!(?:{_NOT_NAMES})(?![{LETTER}{ZWNJ}])){_WORD}"
_TITLE = r"(?:(?:دکتر|مهندس|سید|سیده|حاج)[ \u00a0]+)?"
_NAME = re.compile(
    rf"(?<![{LETTER}{ZWNJ}])((?:آقای|آقا|خانم|سرکار خانم|جناب آقای|به نام|بنام|اینجانب|اسمم|نامم|فرزند){_GAP}){_TITLE}"
    rf"{_NAME_WORD}(?:{_GAP}{_NAME_WORD})?"
)
_PLACE = re.compile(
    rf"(?<![{LETTER}{ZWNJ}])((?:خیابان|خیابون|کوچه|بلوار|بزرگراه|میدان|شهرک|محله|ساکن|مقیم|نشانی:?|آدرس:?){_GAP})"
    rf"{_NAME_WORD}(?:{_GAP}{_NAME_WORD}){{0,2}}"
    rf"(?:[ ،,\-]*(?:خیابان|خیابون|کوچه|بلوار|پلاک|واحد|طبقه|بن‌بست){_GAP}[\w{ZWNJ}]+)*"
)
_DOOR = re.compile(rf"(?<![{LETTER}{ZWNJ}])(?:پلاک|واحد|طبقه){_GAP}\d+")
_EMAIL = re.compile(r"[^\s@<>،]+@[^\s@<>،]+")
_DATE = re.compile(r"(?<!\d)[۱1٤1][۳۴34٣٤]\d\d([/.\-])\d{1,2}\1\d{1,2}(?!\d)")
_IBAN = re.compile(r"(?i)IR[ \-]?\d{2}(?:[ \-]?\d){10,22}")
_JOINT = r"[ \-_.\u00a0\u200b-\u200f\u2010-\u2015]?"
_LONG_NUMBER = re.compile(rf"\+?\d(?:{_JOINT}\d){{7,}}")
_LABELS = {10: "national-id", 11: "number", 16: "card-or-case", 18: "case-number"}


def _number_label(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", to_ascii_digits(match[0]))
    if check_mobile(match[0]).value:
        return "[mobile]"
    return f"[{_LABELS.get(len(digits), 'number')}]"


def _grouped(text: str) -> str:
    """Set the thousands of a bare sum apart: it stays readable and is no long run of digits."""
    return re.sub(r"\d{8,}", lambda run: f"{int(to_ascii_digits(run[0])):,}".replace(",", "٬"), text)


def _mask(text: str) -> str:
    text = _EMAIL.sub("[email]", text)
    text = _NAME.sub(r"\1[name]", text)
    text = _PLACE.sub(r"\1[address]", text)
    text = _DOOR.sub("[address]", text)
    text = _IBAN.sub("[iban]", text)
    return _LONG_NUMBER.sub(_number_label, text)


def _kept_spans(text: str) -> list[tuple[int, int]]:
    """Return what stays in plain sight: sums of money with a unit or scale, and dates."""
    sums = [(amount.start, amount.end) for amount in find_amounts(text)]
    days = [match.span() for match in _DATE.finditer(text)]
    spans: list[tuple[int, int]] = []
    for start, end in sorted([*sums, *days]):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def redact(text: str) -> str:
    """Return ``text`` with identifying numbers, e-mail addresses, names and addresses masked.

    Sums of money and dates stay. No run of eight or more digits survives. Names are found after a
    title or «به نام», addresses after their usual words: best effort, not a guarantee.
    """
    pieces: list[str] = []
    position = 0
    for start, end in _kept_spans(text):
        pieces += [_mask(text[position:start]), _grouped(text[start:end])]
        position = end
    return "".join([*pieces, _mask(text[position:])])
