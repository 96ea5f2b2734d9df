"""Articles named by number: «ماده ۱۱۳۳ قانون مدنی», «م ۱۰۸۲ ق.م», «مواد ۶۲۲ و ۶۲۳ تعزیرات»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assistant.law.corpus import Article
from assistant.law.schemas import Statute
from assistant.persian import search_text

NUMBER = r"\d+(?: مکرر(?: \d+)?)?"
NAMED: Final = re.compile(rf"(?<!\w)(?:ماده|مواد|م) ?({NUMBER}(?: (?:و|تا) {NUMBER})*)(?!\w)")
BETWEEN: Final = re.compile(r" (?:و|تا) ")
BRACKETED: Final = re.compile(r"\(.*?\)")
AFTER = 70  # characters after the number in which its law is looked for
LAW = "قانون "


class CitationReader:
    """Finds the articles that a text names by number and law."""

    def __init__(self, articles: Sequence[Article], statutes: Mapping[str, Statute]) -> None:
        self._by_number = {
            (article.law, search_text(article.number)): position for position, article in enumerate(articles)
        }
        titles = {article.law: article.law_title for article in articles}
        self._law_of = dict(_aliases(titles, statutes))
        longest_first = sorted(self._law_of, key=len, reverse=True)
        self._law = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")

    def positions(self, text: str) -> list[int]:
        """Return the positions of the named articles, in the order in which they are named."""
        plain = search_text(text)
        found = [
            self._by_number.get((law, number))
            for match in NAMED.finditer(plain)
            if (law := self._law_near(plain, match))
            for number in BETWEEN.split(match[1])
        ]
        return list(dict.fromkeys(position for position in found if position is not None))

    def _law_near(self, text: str, number: re.Match[str]) -> str | None:
        """The law named after the number, or else the last one named before it."""
        after = self._law.search(text, number.end(), number.end() + AFTER)
        if after:
            return self._law_of[after[0]]
        before = list(self._law.finditer(text, 0, number.start()))
        return self._law_of[before[-1][0]] if before else None


def _aliases(titles: Mapping[str, str], statutes: Mapping[str, Statute]) -> Iterator[tuple[str, str]]:
    """Each way to name a law with its id; what the statute file says wins over what is derived."""
    for law, title in titles.items():
        full = search_text(BRACKETED.sub(" ", title))
        yield full, law
        if full.startswith(LAW):
            yield full.removeprefix(LAW), law
    for law, statute in statutes.items():
        yield from ((search_text(name), law) for name in (statute.title, *statute.short))
