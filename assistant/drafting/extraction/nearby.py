"""Dates and amounts of money: what they are is said by the nearest cue in their clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import CLAUSE_END, SENTENCE_END, Span
from assistant.drafting.extraction.cues import compiled, cues
from assistant.drafting.reading.dates import date_rules, day_of
from assistant.persian import find_amounts, find_dates
from assistant.persian.dates import JalaliDate

BEFORE, AFTER = 60, 45  # characters that count as near
_VALUE = "VALUE"  # stands for the value in a pattern that looks at both sides of it
_GENERAL = "amount"  # what is owed, in the words of every form
_AFTER_FARTHER = 3  # «رأی ۱۴۰۵/۰۸/۱۸ … ابلاغ شد» is the date of the judgment


def find_date_facts(folded: str, text: str, today: JalaliDate, fields: Set[str]) -> Iterator[Candidate]:
    """Dates whose clause says what happened on them; the only date of a complaint is that of the deed."""
    denied = compiled(cues().denied)  # «فردا نیست»
    found = [date for date in find_dates(text, today) if date.exact and not denied.match(folded, date.end)]
    spans = [Span(date.start, date.end) for date in found]
    named = dict(_by_nearest_cue(folded, spans, _table(cues().dates, fields), SENTENCE_END, fields))
    named |= _stretches(folded, spans, fields)
    for index, field in named.items():
        yield Candidate(field, *spans[index], value=str(day_of(field, found[index], today)))
    unnamed = [index for index in range(len(found)) if index not in named]
    if len(unnamed) == 1 and not _in_range(folded, spans[unnamed[0]]):
        (index,) = unnamed
        left = fields - set(named.values())
        ahead = found[index].date > today
        only = _to_come(folded, spans[index], left) if ahead else _main(cues().only_date, left)
        if only:
            yield Candidate(only, *spans[index], sureness=0, value=str(found[index].date))


def find_amount_facts(folded: str, text: str, fields: Set[str]) -> Iterator[Candidate]:
    """Amounts with their unit whose clause says what they are; the only one is what the form is about."""
    least = cues().least_amount
    loose = compiled(cues().loose)
    found = [
        amount
        for amount in find_amounts(text)
        if amount.rial and amount.rial >= least and not loose.search(folded, amount.start, amount.end)
    ]
    spans = [Span(amount.start, amount.end) for amount in found]
    named = dict(_by_nearest_cue(folded, spans, _table(cues().amounts, fields), CLAUSE_END, fields))
    for index, field in named.items():
        yield Candidate(field, *spans[index], value=f"{found[index].rial} ریال")
    main = _main(cues().only_amount, fields)
    unnamed = [index for index in range(len(found)) if named.get(index, _GENERAL) == _GENERAL]
    if main and main not in named.values() and len({found[index].rial for index in unnamed}) == 1:
        index = unnamed[0]
        yield Candidate(main, *spans[index], sureness=0, value=f"{found[index].rial} ریال")


def before(folded: str, start: int, neighbours: Sequence[Span]) -> str:
    """The clause up to a place, not beyond the neighbour before and what is said after that one."""
    window = max(0, start - BEFORE)
    ends = [match.end() for match in SENTENCE_END.finditer(folded, window, start)]
    others = [span.end for span in neighbours if window < span.end <= start]
    if others:
        clause = [match.end() for match in CLAUSE_END.finditer(folded, max(others), start)]
        ends.append(clause[-1] if clause else max(others))
    return folded[max(ends, default=window) : start]


def _by_nearest_cue(
    folded: str,
    spans: Sequence[Span],
    cue_table: Mapping[str, Sequence[str]],
    until: re.Pattern[str],
    fields: Set[str],
) -> Iterator[tuple[int, str]]:
    """For each span that has a cue near it: its index, and the field of the nearest cue, one of the form first.

    ``until`` ends what belongs to a span after it: a day may stand far before its event.
    """
    for index, span in enumerate(spans):
        leading, following = before(folded, span.start, spans), _after(folded, span.end, spans, until)
        distances = [
            (distance, field not in fields, field)
            for field, patterns in cue_table.items()
            for pattern in patterns
            for distance in _distances(pattern, leading, following)
        ]
        if distances:
            yield index, min(distances)[-1]


def _table(table: Mapping[str, Sequence[str]], fields: Set[str]) -> Mapping[str, Sequence[str]]:
    """The cues that count: weak ones only where the form asks for their field."""
    return {field: row for field, row in table.items() if field in fields or field not in cues().weak}


def _stretches(folded: str, spans: Sequence[Span], fields: Set[str]) -> dict[int, str]:
    """«از ۱ فروردین تا ۳۱ شهریور»: the two ends of a stretch of time or of a lease, by index."""
    ends: dict[int, str] = {}
    for index, (first, second) in enumerate(pairwise(spans)):
        leading, between = folded[: first.start], folded[first.end : second.start]
        if compiled(cues().stretch_from).search(leading) and compiled(cues().stretch_to).fullmatch(between):
            if {"period_start", "period_end"} <= fields:
                ends |= {index: "period_start", index + 1: "period_end"}
            elif compiled(cues().stretch_of_lease).search(leading):
                ends |= {index: "other", index + 1: "lease_end_date"}
    return ends


def _to_come(folded: str, span: Span, fields: Set[str]) -> str | None:
    """The one field for a day of the calendar that lies ahead; «ده روز دیگه» may be a period."""
    coming = fields & date_rules().may_be_future & cues().dates.keys()
    named = compiled("DATE").fullmatch(folded, *span)
    return next(iter(coming)) if named and len(coming) == 1 else None


def _main(ranked: Sequence[str], fields: Set[str]) -> str | None:
    return next((field for field in ranked if field in fields), None)


def _distances(pattern: str, leading: str, following: str) -> Iterator[int]:
    expression = compiled(pattern)
    if _VALUE in pattern:  # what is said on both sides is surest
        yield from (-1 for _ in expression.finditer(f"{leading}{_VALUE}{following}"))
        return
    yield from (len(leading) - match.end() for match in expression.finditer(leading))
    yield from (match.start() + _AFTER_FARTHER for match in expression.finditer(following))


def _after(folded: str, end: int, neighbours: Sequence[Span], until: re.Pattern[str]) -> str:
    window = min(len(folded), end + AFTER)
    ends = (SENTENCE_END.search(folded, end, window), until.search(folded, end, window))
    stops = [match.start() for match in ends if match]
    neighbour = min((span.start for span in neighbours if end <= span.start < window), default=None)
    if neighbour is not None:  # what stands right before it, after a pause, belongs to it
        pauses = [match.start() for match in CLAUSE_END.finditer(folded, end, neighbour)]
        stops.append(pauses[-1] if pauses else neighbour)
    return folded[end : min(stops, default=window)]


def _in_range(folded: str, span: Span) -> bool:
    """Whether a date begins or ends a stretch of time: «از ۱۲ خرداد», «تا ۱۲ خرداد»."""
    around = compiled(r"(?<!\w)(?:از|تا)(?: تاریخ| روز)? *$").search(folded[: span.start])
    return around is not None or folded[span.end :].startswith((" تا ", " به بعد"))
