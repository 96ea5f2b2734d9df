"""Facts told in a story, a long answer or a correction: «شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده».

Context decides, and conservatively: a wrong fact is worse than none. What two places of a text
say differently is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol

from assistant.drafting.extraction.candidates import Candidate, Found
from assistant.drafting.extraction.choices import find_choices
from assistant.drafting.extraction.cues import compiled, cues
from assistant.drafting.extraction.flags import find_flags
from assistant.drafting.extraction.name_shapes import is_sentence, names_in, opening_name
from assistant.drafting.extraction.names import PEOPLE, find_names
from assistant.drafting.extraction.nearby import find_amount_facts, find_date_facts
from assistant.drafting.extraction.numbers import find_numbers
from assistant.drafting.extraction.phrases import find_addresses, find_phrases
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.drafting.folding import fold
from assistant.drafting.reading import read_answer
from assistant.persian import from_finglish
from assistant.persian.dates import JalaliDate
from assistant.persian.finglish import is_finglish

__all__ = ["Found", "extract", "is_sentence", "names_in", "opening_name"]


class StoryMarker(Protocol):
    """Whoever has learned which words of a story tell a field: :class:`assistant.drafting.marking.Marker`."""

    def candidates(self, fields: Mapping[str, Field], text: str, today: JalaliDate) -> Iterable[Candidate]:
        """The places that tell these fields."""
        ...


def extract(
    fields: Mapping[str, Field],
    text: str,
    today: JalaliDate,
    *,
    guess: bool = True,
    marker: StoryMarker | None = None,
) -> dict[str, Found]:
    """The facts of these fields that a text surely tells, with the place of each in the text.

    Args:
        fields: the fields of the form under way, by name; no other is looked for.
        text: what the person wrote; of Persian in Latin letters only numbers, dates, amounts and choices are taken.
        today: for «دیروز», «پارسال» and for dates that cannot lie ahead.
        guess: take the only date or amount of a story for that of the matter, also without a cue.
        marker: fills in what no cue tells.
    """
    marked = list(marker.candidates(fields, text, today)) if marker and guess else []
    if is_finglish(text):
        persian = from_finglish(text)
        firm = {name: field for name, field in fields.items() if field.type not in FREE_TEXT}
        plain = [
            found for found in marked if found.value is not None
        ]  # yes, no, or a choice: however it is spelt
        told = [*_candidates(firm, persian, today, guess), *plain]
        found = _agreed(_read(firm, told, persian, today))
        return {name: Found(fact.value, 0, len(text)) for name, fact in found.items()}
    return _agreed(_read(fields, [*_candidates(fields, text, today, guess), *marked], text, today))


def _candidates(
    fields: Mapping[str, Field], text: str, today: JalaliDate, guess: bool
) -> Iterator[Candidate]:
    folded, names = fold(text), fields.keys()
    everything = chain(
        find_names(folded, names),
        find_numbers(folded, names),
        find_date_facts(folded, text, today, names),
        find_amount_facts(folded, text, names),
        find_phrases(folded, names),
        find_addresses(folded, names),
        find_flags(folded, names),
        find_choices(folded, names),
    )
    least = 0 if guess else 1
    return (found for found in everything if found.field in fields and found.sureness >= least)


def _read(
    fields: Mapping[str, Field], candidates: Iterable[Candidate], text: str, today: JalaliDate
) -> Iterable[tuple[Candidate, Found]]:
    """What reads as a value without a problem, a doubt or a question back."""
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        if isinstance(candidate.value, bool):
            yield candidate, Found(candidate.value, start, end)
            continue
        if candidate.field in PEOPLE:
            end = _end_of_word(text, end)
        reading = read_answer(fields[candidate.field], candidate.value or text[start:end], today)
        if reading.value is not None and reading.warning is None:
            yield candidate, Found(reading.value, start, end)


def _end_of_word(text: str, end: int) -> int:
    """Where a name really ends: at «زرین‌کلاه» the half-space is inside it, at «رضایی‌ام» it is not."""
    match = compiled(cues().written_on).match(text, end)
    return match.end() if match else end


def _agreed(found: Iterable[tuple[Candidate, Found]]) -> dict[str, Found]:
    """One value for a field: of the surest cues, if they agree."""
    by_field: dict[str, list[tuple[Candidate, Found]]] = {}
    for candidate, fact in found:
        by_field.setdefault(candidate.field, []).append((candidate, fact))
    agreed = {}
    for field, facts in by_field.items():
        surest = max(candidate.sureness for candidate, _ in facts)
        best = [fact for candidate, fact in facts if candidate.sureness == surest]
        longest = max(best, key=lambda fact: len(str(fact.value)))
        if all(_same(fact, longest) for fact in best):
            agreed[field] = longest
    return agreed


def _same(fact: Found, longest: Found) -> bool:
    """Whether two findings say one thing: the same value, or a piece of it."""
    if isinstance(fact.value, bool) or isinstance(longest.value, bool):
        return fact.value is longest.value
    if fact.value.isdigit():  # «12» is no piece of «112»
        return fact.value in longest.value.split()
    return fact.value in longest.value
