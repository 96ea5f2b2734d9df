"""The corpus check: everything that could make an answer wrong, found before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.law.checks import catalogue, links, wording
from assistant.law.corpus import Corpus
from assistant.law.findings import Finding

CHECKS: tuple[Callable[[Corpus], Iterator[Finding]], ...] = (
    catalogue.counts,
    catalogue.duplicates,
    catalogue.rules,
    catalogue.calendar,
    catalogue.references_in_rules,
    links.citations,
    links.rule_references,
    links.slugs,
    links.forms,
    links.bodies,
    wording.figures,
    wording.letters,
    wording.lengths,
    wording.utterances,
    catalogue.coverage,
    catalogue.unused,
    catalogue.review_state,
)
_ORDER = {"error": 0, "warning": 1, "info": 2}


def check_corpus(corpus: Corpus) -> list[Finding]:
    """Check a loaded corpus: findings, errors first; an empty list of errors means it can be released."""
    findings = [finding for check in CHECKS for finding in check(corpus)]
    return in_order(findings)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Errors first, then by place."""
    return sorted(findings, key=lambda finding: (_ORDER[finding.level], finding.where, finding.message))
