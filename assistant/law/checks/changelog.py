"""The changelog of the law: real days, newest first, about articles that exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.law.corpus import Corpus
from assistant.law.findings import Finding, error
from assistant.persian import JalaliDate

PLACE = "changelog.yaml"


def changelog(corpus: Corpus) -> Iterator[Finding]:
    """Each entry can be found and trusted."""
    for change in corpus.changelog:
        where = f"{PLACE} › {change.date}"
        try:
            JalaliDate.parse(change.date)
        except ValueError:
            yield error(where, "there is no such day: correct the date")
        for article_id in change.articles:  # of any status: what was repealed is news too
            if article_id not in corpus.articles:
                yield error(where, f"names {article_id}, which does not exist: correct it or write its note")
    for newer, older in pairwise(corpus.changelog):
        if older.date > newer.date:
            yield error(f"{PLACE} › {older.date}", f"stands after {newer.date}: put the newest first")
