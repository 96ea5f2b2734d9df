"""Conjugation: spoken verb forms and the written forms they stand for (میگه، می‌گوید)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.persian.data import read_data

_WRITTEN_PRESENT = ("م", "ی", "د", "یم", "ید", "ند")
_SPOKEN_PRESENT = ("م", "ی", "ه", "یم", "ین", "ن")
_SPOKEN_PRESENT_AFTER_VOWEL = ("م", "ی", "د", "یم", "ین", "ن")
_WRITTEN_PAST = ("م", "ی", "", "یم", "ید", "ند")
_SPOKEN_PAST = ("م", "ی", "", "یم", "ین", "ن")
# Without می, «کردن» may be the infinitive: the last person is left as it was said.
_SPOKEN_PAST_BARE = ("م", "ی", "", "یم", "ین")
_INFINITIVE_AND_PARTICIPLE = ("ن", "ه")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Look-up tables from forms as said to forms as written."""

    after_mi: dict[str, str]  # what follows می: «خوام» -> «خواهم»; written forms map to themselves
    written_after_mi: frozenset[str]
    free: dict[str, str]  # whole words without می: «بشه» -> «بشود»، «تونستم» -> «توانستم»


def _present_pairs(spoken: str, written: str) -> Iterator[tuple[str, str]]:
    endings = _SPOKEN_PRESENT_AFTER_VOWEL if spoken[-1] in "اآ" else _SPOKEN_PRESENT
    for said, written_ending in zip(endings, _WRITTEN_PRESENT, strict=True):
        yield spoken + said, written + written_ending
    if spoken != written and spoken not in "اآ":  # «می‌اید» is «می‌آید» without its madda
        yield spoken + "ید", written + "ید"


def _past_pairs(spoken: str, written: str) -> Iterator[tuple[str, str]]:
    for said, written_ending in zip(_SPOKEN_PAST, _WRITTEN_PAST, strict=True):
        yield spoken + said, written + written_ending


def _negated(past: str) -> str:
    """Put «ن» before a past stem: آمد، نیامد؛ افتاد، نیفتاد؛ اومد، نیومد."""
    if past.startswith("آ"):
        return "نیا" + past[1:]
    if past.startswith(("اف", "ان", "او")):
        return "نی" + past[1:]
    return "ن" + past


def _free_present(verb: dict[str, Any]) -> Iterator[tuple[str, str]]:
    written, spoken = verb["present"], [verb["present"], *verb.get("spoken_present", ())]
    if verb.get("bare"):
        for stem in spoken:
            yield from _present_pairs(stem, written)
        return
    if prefixed := verb.get("after_prefix"):
        written, spoken = prefixed["written"], prefixed["spoken"]
    for prefix in "بن":
        for stem in spoken:
            for said, formal in _present_pairs(stem, written):
                yield prefix + said, prefix + formal


def _free_past(verb: dict[str, Any]) -> Iterator[tuple[str, str]]:
    past = verb["past"]
    for stem in [past, *verb.get("spoken_past", ())]:
        for spoken, written in ((stem, past), (_negated(stem), _negated(past))):
            for said, formal in zip(_SPOKEN_PAST_BARE, _WRITTEN_PAST, strict=False):
                yield spoken + said, written + formal
            for ending in _INFINITIVE_AND_PARTICIPLE:
                yield spoken + ending, written + ending


def _written_free(verb: dict[str, Any]) -> Iterator[str]:
    stem = verb.get("after_prefix", {}).get("written", verb["present"])
    for prefix in ("",) if verb.get("bare") else "بن":
        yield from (prefix + stem + ending for ending in _WRITTEN_PRESENT)
    for past in (verb["past"], _negated(verb["past"])):
        yield from (past + ending for ending in (*_WRITTEN_PAST, *_INFINITIVE_AND_PARTICIPLE))


@cache
def verb_forms() -> VerbForms:
    """Return the tables, built once from ``data/verbs.yaml``; written forms always win."""
    said: dict[str, str] = {}
    written: set[str] = set()
    free: dict[str, str] = {}
    written_free: set[str] = set()
    for verb in read_data("verbs"):
        past, present = verb["past"], verb["present"]
        written.update(present + ending for ending in _WRITTEN_PRESENT)
        written.update(past + ending for ending in (*_WRITTEN_PAST, "ه"))
        written.update(filter(None, [verb.get("impersonal")]))
        written_free.update(_written_free(verb))
        for stem in [present, *verb.get("spoken_present", ())]:
            said |= {form: formal for form, formal in _present_pairs(stem, present) if form not in said}
        for stem in [past, *verb.get("spoken_past", ()), *verb.get("past_after_mi", ())]:
            pairs = [*_past_pairs(stem, past), (stem + "ه", past + "ه")]
            said |= {form: formal for form, formal in pairs if form not in said}
        pairs = [*_free_present(verb), *_free_past(verb)]
        free |= {form: formal for form, formal in pairs if form not in free}
    return VerbForms(
        after_mi=said | {form: form for form in written},
        written_after_mi=frozenset(written),
        free={form: formal for form, formal in free.items() if form != formal and form not in written_free},
    )
