"""Numbers, dates and amounts of money: what they are is said by the nearest cue in their clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.cues import any_of, compiled, cues
from assistant.persian import find_amounts, find_dates
from assistant.persian.dates import JalaliDate

BEFORE, AFTER = 45, 40  # characters that count as near
_SENTENCE_END = re.compile(r"[.؟?!؛;\n](?!\d)")
_CLAUSE_END = re.compile(r"[،,](?!\d)| و | ولی | اما ")
_DIGITS = re.compile(r"(?<![\d/])\d[\d\- ]*\d(?![\d/])")
_NATIONAL_ID = re.compile(
    r"(?:کد|شماره) ?ملی(?P<own> ?ام(?!\w)|م(?!\w)| من(?!\w)| خودم(?!\w)|مه(?!\w))?(?P<his> ?اش(?!\w)|ش(?!\w))?"
)
_MOBILE = re.compile(r"(?<!\d)(?:\+98|0098|98|0)9\d{2}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_IBAN = re.compile(r"(?<!\w)[Ii][Rr](?: ?\d){24}(?!\d)")
_HIS_NUMBER = re.compile(r"(?:شماره|شمار|موبایل|تلفن|خط|گوشی) ?(?:اش|ش)(?!\w)")


class _Span(NamedTuple):
    start: int
    end: int


def find_date_facts(folded: str, text: str, today: JalaliDate) -> Iterator[Candidate]:
    """Dates whose clause says what happened on them."""
    found = [date for date in find_dates(text, today) if date.exact]
    spans = [_Span(date.start, date.end) for date in found]
    for index, field in _by_nearest_cue(folded, spans, cues().dates, _SENTENCE_END):
        yield Candidate(field, *spans[index], value=str(found[index].date))


def find_amount_facts(folded: str, text: str) -> Iterator[Candidate]:
    """Amounts with their unit whose clause says what they are."""
    found = [amount for amount in find_amounts(text) if amount.rial is not None]
    spans = [_Span(amount.start, amount.end) for amount in found]
    for index, field in _by_nearest_cue(folded, spans, cues().amounts, _CLAUSE_END):
        yield Candidate(field, *spans[index], value=f"{found[index].rial} ریال")


def find_numbers(folded: str) -> Iterator[Candidate]:
    """Identifiers: national ids, mobile, IBAN, and numbers with a cue of their own."""
    yield from _mobiles(folded)
    yield from (Candidate("iban", *match.span()) for match in _IBAN.finditer(folded))
    spans = [_Span(*match.span()) for match in _DIGITS.finditer(folded)]
    yield from _national_ids(folded, spans)
    for field, cue in cues().identifiers.items():
        least, greatest = cue.length
        fitting = [span for span in spans if least <= _count(folded, span) <= greatest]
        for span in fitting:
            before = _before(folded, span.start, spans)
            if any(compiled(pattern).search(before) for pattern in cue.cues):
                yield Candidate(field, *span)


def _mobiles(folded: str) -> Iterator[Candidate]:
    for match in _MOBILE.finditer(folded):
        before = _before(folded, match.start(), [])
        if not _HIS_NUMBER.search(before) and not any_of(cues().others).search(before):
            yield Candidate("applicant_mobile", *match.span())


def _national_ids(folded: str, spans: Sequence[_Span]) -> Iterator[Candidate]:
    for span in spans:
        if _count(folded, span) != 10:
            continue
        before = _before(folded, span.start, spans)
        cue = next(reversed(list(_NATIONAL_ID.finditer(before))), None)
        if cue is None:
            continue
        about_other = cue["his"] or any_of(cues().others).search(before[cue.end() :])
        other_before = any_of(cues().others).search(before[: cue.start()])
        if about_other:
            yield Candidate("opponent_national_id", *span, sureness=2)
        elif cue["own"]:
            yield Candidate("applicant_national_id", *span, sureness=2)
        elif not other_before:
            yield Candidate("applicant_national_id", *span)


def _by_nearest_cue(
    folded: str,
    spans: Sequence[_Span],
    cue_table: Mapping[str, Sequence[str]],
    until: re.Pattern[str],
) -> Iterator[tuple[int, str]]:
    """For each span that has a cue near it: its index, and the field of the nearest cue.

    ``until`` ends what belongs to a span after it: a day may stand far before its event.
    """
    for index, span in enumerate(spans):
        before, after = _before(folded, span.start, spans), _after(folded, span.end, spans, until)
        distances = [
            (distance, field)
            for field, patterns in cue_table.items()
            for pattern in patterns
            for distance in _distances(pattern, before, after)
        ]
        if distances:
            yield index, min(distances)[1]


def _distances(pattern: str, before: str, after: str) -> Iterator[int]:
    expression = compiled(pattern)
    yield from (len(before) - match.end() for match in expression.finditer(before))
    # What follows counts as a little farther: «رأی ۱۴۰۵/۰۸/۱۸ … ابلاغ شد» is the date of the judgment.
    yield from (match.start() + 3 for match in expression.finditer(after))


def _before(folded: str, start: int, neighbours: Sequence[_Span]) -> str:
    """The clause up to a place, not beyond the neighbour before and what is said after that one."""
    window = max(0, start - BEFORE)
    ends = [match.end() for match in _SENTENCE_END.finditer(folded, window, start)]
    others = [span.end for span in neighbours if window < span.end <= start]
    if others:
        clause = [match.end() for match in _CLAUSE_END.finditer(folded, max(others), start)]
        ends.append(clause[-1] if clause else max(others))
    return folded[max(ends, default=window) : start]


def _after(folded: str, end: int, neighbours: Sequence[_Span], until: re.Pattern[str]) -> str:
    window = min(len(folded), end + AFTER)
    ends = (_SENTENCE_END.search(folded, end, window), until.search(folded, end, window))
    stops = [match.start() for match in ends if match]
    stops += [span.start for span in neighbours if end <= span.start < window]
    return folded[end : min(stops, default=window)]


def _count(folded: str, span: _Span) -> int:
    return sum(char.isdigit() for char in folded[span.start : span.end])
