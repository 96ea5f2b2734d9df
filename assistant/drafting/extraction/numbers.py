"""Numbers that identify: national ids, mobile numbers, accounts, and those with a cue of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import Span, other_person, owner, sentence_before
from assistant.drafting.extraction.cues import compiled, cues, of_form
from assistant.drafting.extraction.nearby import before

_DIGITS = re.compile(r"(?<![\d/])\d[\d\- ]*\d(?![\d/])")
_NATIONAL_ID = re.compile(
    r"(?:کد|شماره|ش) ?ملی(?P<own> ?ام(?!\w)|م(?!\w)| من(?!\w)| خودم(?!\w)|مه(?!\w)| بنده(?!\w)| اینجانب(?!\w))?"
    r"(?P<his> ?اش(?!\w)|ش(?!\w)|شه(?!\w)|شم(?!\w)|شون(?!\w)| (?:آقا|خانم)(?!\w))?"
)
_MOBILE = re.compile(r"(?<!\d)(?:\+98|0098|98|0)9\d{2}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)")
_IBAN = re.compile(r"(?<!\w)[Ii][Rr](?: ?\d){24}(?!\d)")
_OTHER_NUMBER = re.compile(r"پستی|شناسه|پرونده|چک|حساب|کارت|شماره|کد")
_HIS_NUMBER = re.compile(r"(?:شماره|شمار|موبایل|تلفن|خط|گوشی) ?(?:اش|ش|شون|شان)(?!\w)")


def find_numbers(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """Every number that says what it is in the form."""
    yield from _mobiles(folded)
    yield from (Candidate("iban", *match.span()) for match in _IBAN.finditer(folded))
    spans = [Span(*match.span()) for match in _DIGITS.finditer(folded)]
    yield from _national_ids(folded, spans)
    for field, cue in of_form(cues().identifiers, fields):
        least, greatest = cue.length
        for span in spans:
            if least <= _count(folded, span) <= greatest:
                leading = before(folded, span.start, spans)
                if any(compiled(pattern).search(leading) for pattern in cue.cues):
                    yield Candidate(field, *span)
                elif cue.like and re.fullmatch(cue.like, folded[span.start : span.end]):
                    yield Candidate(field, *span, sureness=0)


def _mobiles(folded: str) -> Iterator[Candidate]:
    of_caller = cues().identifiers["phone_line"].cues  # «با شماره … زنگ می‌زنه»
    for match in _MOBILE.finditer(folded):
        leading = before(folded, match.start(), [])
        if any(compiled(pattern).search(leading) for pattern in of_caller):
            continue
        if not _HIS_NUMBER.search(leading) and owner(leading) == "self":
            yield Candidate("applicant_mobile", *match.span())


def _national_ids(folded: str, spans: Sequence[Span]) -> Iterator[Candidate]:
    for span in spans:
        if _count(folded, span) != 10:
            continue
        leading = before(folded, span.start, spans)
        cue = next(reversed(list(_NATIONAL_ID.finditer(leading))), None)
        if cue is None:
            if not _OTHER_NUMBER.search(leading) and owner(leading) == "self":
                yield Candidate("applicant_national_id", *span, sureness=0)
            continue
        said = sentence_before(folded, span.start - len(leading) + cue.start())
        whose = owner(said)
        if cue["his"] or other_person().search(leading[cue.end() :]):
            yield Candidate("opponent_national_id", *span, sureness=2)
        elif cue["own"]:
            yield Candidate("applicant_national_id", *span, sureness=2)
        elif whose != "unsure":
            yield Candidate("opponent_national_id" if whose == "other" else "applicant_national_id", *span)


def _count(folded: str, span: Span) -> int:
    return sum(char.isdigit() for char in folded[span.start : span.end])
