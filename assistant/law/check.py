"""The corpus check: everything that could make an answer wrong, found before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.law.checks import (
    catalogue,
    changelog,
    figures,
    likeness,
    links,
    readability,
    second_reading,
    wording,
)
from assistant.law.corpus import Corpus
from assistant.law.findings import Finding

CHECKS: tuple[Callable[[Corpus], Iterator[Finding]], ...] = (
    catalogue.counts,
    catalogue.duplicates,
    catalogue.rules,
    catalogue.calendar,
    catalogue.references_in_rules,
    changelog.changelog,
    links.citations,
    links.rule_references,
    links.slugs,
    links.forms,
    links.bodies,
    figures.figures,
    wording.letters,
    wording.lengths,
    wording.utterances,
    readability.readability,
    likeness.wordings,
    likeness.notes,
    catalogue.coverage,
    catalogue.unused,
    second_reading.review_state,
)
ABOUT_FORMS = (
    tuple(  # what can be wrong with a form; the others compare or count other records, and take seconds
        check for check in CHECKS if check not in (likeness.wordings, likeness.notes, wording.utterances)
    )
)
_ORDER = {"error": 0, "warning": 1, "info": 2}


def check_forms(corpus: Corpus) -> list[Finding]:
    """Check what the forms of a loaded corpus say and refer to: findings, errors first."""
    return in_order([finding for check in ABOUT_FORMS for finding in check(corpus)])


def check_corpus(corpus: Corpus, *, strict: bool = False) -> list[Finding]:
    """Check a loaded corpus: findings, errors first; an empty list of errors means it can be released.

    ``strict``: what was not read a second time is an error too.
    """
    checks = (*CHECKS, second_reading.unread) if strict else CHECKS
    findings = [finding for check in checks for finding in check(corpus)]
    return in_order(findings)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Errors first, then by place."""
    return sorted(findings, key=lambda finding: (_ORDER[finding.level], finding.where, finding.message))
