"""Names of people: the person who writes, the other party, a lawyer, an expert, a deceased."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from assistant.drafting.extraction.candidates import Candidate
from assistant.drafting.extraction.clauses import (
    Span,
    kin_before,
    relations,
    sentence_after,
    sentence_before,
)
from assistant.drafting.extraction.cues import compiled, cues, of_form
from assistant.drafting.extraction.name_shapes import name_at, names_in, verb_on, without_am

_OTHER_PARTY = frozenset({"opponent_name", "accused_details"})
_THIRD = {"lawyer_name", "expert_name", "deceased_name", "prisoner_name"}
PEOPLE = frozenset({"applicant_name", *_OTHER_PARTY, *_THIRD})  # fields that hold a name
_REACH = 110  # characters in which a name's verb is looked for


def find_names(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    """The names that a cue gives to somebody of the form."""
    third = [found for found in _of_third_persons(folded) if found.field in fields]
    of_others = _after_relations(folded)
    own = [found for found in _of_applicant(folded) if found.start not in of_others]
    yield from third
    yield from own
    yield from _told_beside(folded, own, fields)
    taken = [Span(found.start, found.end) for found in (*third, *own)]
    for found in _of_other_party(folded, fields):
        if not any(Span(found.start, found.end).overlaps(span) for span in taken):
            yield found


def _of_third_persons(folded: str) -> Iterator[Candidate]:
    names = cues().names
    yield from _after(folded, names.lawyer, "lawyer_name")
    yield from _after(folded, names.expert, "expert_name", titled=True)
    yield from _after(folded, names.deceased, "deceased_name")
    for field, cue, following in (
        ("deceased_name", names.deceased_kin, names.deceased_after),
        ("prisoner_name", names.prisoner, names.prisoner_after),
    ):
        for found in _after(folded, cue, field):
            if compiled(following).search(sentence_after(folded, found.end)):
                yield found
    for name in names_in(folded):
        if compiled(names.expert_after).match(folded, name.end):
            yield Candidate("expert_name", *_with_title(folded, name))
        if compiled(names.deceased_then).match(folded[name.end :]):
            yield Candidate("deceased_name", *name)


def _of_applicant(folded: str) -> Iterator[Candidate]:
    names = cues().names
    yield from _after(folded, names.applicant_own, "applicant_name", sureness=3, surely=True)
    for opening, after in (
        (names.applicant_i, names.applicant_i_after),
        (names.applicant_i_first, names.applicant_i_first_after),
    ):
        for match in compiled(opening).finditer(folded):
            name = name_at(folded, match.end())
            if name and (verb_on(folded, name) or compiled(after).match(folded, name.end)):
                yield Candidate("applicant_name", *without_am(folded, name), sureness=2)
    yield from _after(folded, names.applicant_to_me, "applicant_name", sureness=2)
    yield from _after(folded, names.applicant_signature, "applicant_name")
    yield from _said_of_oneself(folded)


def _said_of_oneself(folded: str) -> Iterator[Candidate]:
    """«مریم احمدی هستم», «مریم احمدی‌ام از قم», and a message that opens with name and number."""
    names = cues().names
    opening = compiled(names.applicant_opening).match(folded)
    for name in names_in(folded):
        opens = opening is not None and name.start == opening.end()
        begins = opens or compiled(names.clause_begins).search(folded[: name.start]) is not None
        written_on = begins and without_am(folded, name) != name
        am = compiled(names.applicant_am).match(folded, name.end) or written_on
        after = [names.applicant_from]
        after += [names.applicant_clause_after] * begins + [names.applicant_opening_after] * opens
        if am or any(compiled(pattern).match(folded, name.end) for pattern in after):
            yield Candidate("applicant_name", *without_am(folded, name), sureness=2 if am and opens else 1)
        elif begins and compiled(names.applicant_alone_after).match(folded, name.end):
            yield Candidate("applicant_name", *name, sureness=0)


def _after_relations(folded: str) -> set[int]:
    """Where the names of others begin, as of «زن بهمن سلیمی‌ام»; «خوانده رضا کریمی هستم» is about oneself."""
    role = compiled("ROLE")
    ends = [match.end() for match in relations(folded) if not role.match(folded, match.start())]
    return {name.start for end in ends if (name := name_at(folded, end))}


def _of_other_party(folded: str, fields: Set[str]) -> Iterator[Candidate]:
    names = cues().names
    for field in fields & _OTHER_PARTY:
        yield from _after(folded, names.opponent_own, field, sureness=4, surely=True)
        for match in relations(folded):
            name = name_at(folded, match.end())
            if name and not kin_before(sentence_before(folded, match.start())):
                yield Candidate(field, *name, sureness=3)
        yield from _after(folded, names.opponent_parent, field, sureness=2)
        yield from _after(folded, names.opponent_always, field, sureness=2)
        yield from (Candidate(field, *name) for name in names_in(folded) if _deals_with(folded, name))


def _deals_with(folded: str, name: Span) -> bool:
    """Whether what is told of a person makes them the other party: «از … طلب دارم», «… پس نمیده»."""
    names = cues().names
    before = sentence_before(folded, name.start)
    untitled = compiled(names.titles_before).sub("", before)
    after = sentence_after(folded, name.end)[:_REACH]
    for leading, following in names.opponent_with.items():
        leads = compiled(leading).search
        if (leads(before) or leads(untitled)) and compiled(following).search(after):
            return True
    if compiled(names.opponent_is).match(after):
        return True
    if kin_before(untitled):
        return compiled(names.opponent_harms).search(after) is not None
    return compiled(names.opponent_does).search(after) is not None


def _after(
    folded: str, cue: str, field: str, sureness: int = 1, *, surely: bool = False, titled: bool = False
) -> Iterator[Candidate]:
    for match in compiled(cue).finditer(folded):
        name = name_at(folded, match.end(), surely=surely, titled=titled)
        if name:
            yield Candidate(field, *name, sureness=sureness)


def _told_beside(folded: str, own: Sequence[Candidate], fields: Set[str]) -> Iterator[Candidate]:
    """What stands right beside the name of the person who writes: «رضا کریمی فرزند حسن، خواهان»."""
    for name in own:
        for field, pattern in of_form(cues().names.applicant_then, fields):
            if match := compiled(pattern).match(folded, name.end):
                yield Candidate(field, *match.span("v"))
        for field, pattern in of_form(cues().names.applicant_after, fields):
            if match := compiled(pattern).search(folded[: name.start]):
                yield Candidate(field, *match.span("v"))


def _with_title(folded: str, name: Span) -> Span:
    title = compiled(cues().names.titles_before).search(folded[: name.start])
    return Span(title.start(), name.end) if title else name
