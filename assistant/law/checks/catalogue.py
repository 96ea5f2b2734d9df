"""The catalogue is whole: 148 forms, 63 of them briefs, nothing twice, nothing left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error, info
from assistant.law.prose import prose
from assistant.law.rules import references
from assistant.law.schemas import RULE_REFERENCE, Folder, FormKind

FORMS, BRIEFS = 148, 63  # the catalogue; 63 is the judiciary's own count of in-case briefs
FOLDER_OF: dict[FormKind, Folder] = {
    "لایحه": "briefs",
    "دادخواست": "claims",
    "درخواست": "applications",
    "شکوائیه": "complaints",
    "اظهارنامه": "notices",
}


def counts(corpus: Corpus) -> Iterator[Finding]:
    """The number of forms and of briefs is that of the catalogue."""
    found = Counter(claim.folder for claim in corpus.claims.values())
    if found.total() != FORMS:
        yield error("claims", f"{found.total()} claims instead of {FORMS}")
    if found["briefs"] != BRIEFS:
        yield error("claims", f"{found['briefs']} briefs instead of {BRIEFS}")
    for claim in corpus.claims.values():
        if FOLDER_OF[claim.kind] != claim.folder:
            yield error(f"claims/{claim.slug}.yaml", f"a {claim.kind} belongs in {FOLDER_OF[claim.kind]}")
    titles = Counter((claim.kind, claim.title) for claim in corpus.claims.values())
    for (kind, title), times in titles.items():
        if times > 1:
            yield error("claims", f"{times} forms are called {kind} «{title}»: give each its own title")


def coverage(corpus: Corpus) -> Iterator[Finding]:
    """Which of the forms have no guide or no template yet."""
    for name, have in (("guide in corpus/procedures", corpus.procedures), ("form.yaml", corpus.forms)):
        lacking = [slug for slug in corpus.claims if slug not in have]
        if lacking:
            yield info("claims", f"{len(lacking)} of {len(corpus.claims)} have no {name}: {_few(lacking)}")


def duplicates(corpus: Corpus) -> Iterator[Finding]:
    """No article has two notes."""
    for statute in corpus.statutes.values():
        for number, times in Counter(note.number for note in statute.articles).items():
            if times > 1:
                yield error(
                    f"statutes/{statute.law}.yaml › {number}", f"{times} notes on one article: keep one"
                )


def rules(corpus: Corpus) -> Iterator[Finding]:
    """Rules stand on a source, their spans do not overlap."""
    for rule in corpus.rules.values():
        where = f"rules › {rule.id}"
        if not rule.source and rule.source_text is None:
            yield error(where, "no source: give 'source' (articles) or 'source_text'")
        spans = sorted((dated.valid_from or "", dated.valid_to or "9999") for dated in rule.values)
        for (_, ended), (begun, _) in pairwise(spans):
            if begun <= ended and ended != "9999":
                yield error(where, f"two values are valid on {begun}: let one end before the next begins")


def calendar(corpus: Corpus) -> Iterator[Finding]:
    """Periods can be counted: the holidays are known."""
    if not corpus.holidays:
        yield error(
            "calendar/holidays.yaml", "no holidays: write the calendar, or no deadline can be counted"
        )


def unused(corpus: Corpus) -> Iterator[Finding]:
    """What no text, form or field list uses."""
    asked = {field.name for form in corpus.forms.values() for field in form.fields}
    told = {rule_id for piece in prose(corpus) for rule_id, _ in references(piece.text)}
    told |= {form.deadline.rule for form in corpus.forms.values() if form.deadline and form.deadline.rule}
    structures = {form.structure for form in corpus.forms.values()}
    for kind, known, used in (
        ("fields", corpus.fields, asked),
        ("rules", corpus.rules, told),
        ("structures", corpus.structures, structures),
    ):
        left = [name for name in known if name not in used]
        if left:
            yield info(kind, f"{len(left)} of {len(known)} not used in texts or forms: {_few(left)}")


def references_in_rules(corpus: Corpus) -> Iterator[Finding]:
    """A rule does not refer to another rule: its values are the ground floor."""
    for rule in corpus.rules.values():
        if any(RULE_REFERENCE.search(str(dated.value)) for dated in rule.values):
            yield error(f"rules › {rule.id}", "a value holds a rule reference: write the value itself")


def _few(names: Iterable[str], most: int = 8) -> str:
    listed = list(names)
    return ", ".join(listed[:most]) + (f" and {len(listed) - most} more" if len(listed) > most else "")
