"""Facts told in a story, a long answer or a correction: «شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده».

Context decides, and conservatively: a wrong fact is worse than none. What two places of a text
say differently is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from assistant.drafting.extraction.candidates import Candidate, Found
from assistant.drafting.extraction.folding import fold
from assistant.drafting.extraction.names import find_names
from assistant.drafting.extraction.nearby import find_amount_facts, find_date_facts, find_numbers
from assistant.drafting.extraction.phrases import find_addresses, find_flags, find_phrases
from assistant.drafting.fields import Field
from assistant.drafting.reading import read_answer
from assistant.persian.dates import JalaliDate

__all__ = ["Found", "extract"]


def extract(fields: Mapping[str, Field], text: str, today: JalaliDate) -> dict[str, Found]:
    """The facts of these fields that a text surely tells, with the place of each in the text.

    Args:
        fields: the fields of the form under way, by name; no other is looked for.
        text: what the person wrote.
        today: for «دیروز», «پارسال» and for dates that cannot lie ahead.
    """
    folded = fold(text)
    candidates = chain(
        find_names(folded),
        find_numbers(folded),
        find_date_facts(folded, text, today),
        find_amount_facts(folded, text),
        find_phrases(folded),
        find_addresses(folded),
        find_flags(folded),
    )
    wanted = (candidate for candidate in candidates if candidate.field in fields)
    return _agreed(_read(fields, wanted, text, today))


def _read(
    fields: Mapping[str, Field], candidates: Iterable[Candidate], text: str, today: JalaliDate
) -> Iterable[tuple[Candidate, Found]]:
    """What reads as a value without a problem, a doubt or a question back."""
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        if isinstance(candidate.value, bool):
            yield candidate, Found(candidate.value, start, end)
            continue
        reading = read_answer(fields[candidate.field], candidate.value or text[start:end], today)
        if reading.value is not None and reading.warning is None:
            yield candidate, Found(reading.value, start, end)


def _agreed(found: Iterable[tuple[Candidate, Found]]) -> dict[str, Found]:
    """One value for a field: of the surest cues, if they agree."""
    by_field: dict[str, list[tuple[Candidate, Found]]] = {}
    for candidate, fact in found:
        by_field.setdefault(candidate.field, []).append((candidate, fact))
    agreed = {}
    for field, facts in by_field.items():
        surest = max(candidate.sureness for candidate, _ in facts)
        best = [fact for candidate, fact in facts if candidate.sureness == surest]
        if len({fact.value for fact in best}) == 1:
            agreed[field] = best[0]
    return agreed
