"""What ``body.j2`` can write: filters over facts and functions over the law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Self

from markupsafe import Markup, escape

from assistant.drafting.persons import read_persons
from assistant.drafting.petition import Facts, Wording
from assistant.drafting.words import words
from assistant.law.corpus import Corpus
from assistant.law.rules import Day
from assistant.persian import amount_in_words, format_rial
from assistant.persian.dates import JalaliDate

# «۱- », «۱) », «- », «• » before an entry of a list that a person typed.
_BULLET = re.compile(r"^\s*(?:[0-9۰-۹]{1,2}\s*[-–.)ـ]|[-–•*▪])\s*")


class MissingFact(ValueError):
    """A template prints a fact that was not given, or a yes/no as if it were words."""


class Told(str):
    """An account that is printed in other words than those it was told in, which templates look at."""

    printed_as: str

    def __new__(cls, told: str, printed_as: str) -> Self:
        """Tie the two together."""
        account = super().__new__(cls, told)
        account.printed_as = printed_as
        return account


def printed(value: object) -> object:
    """What an expression may print; Jinja2 calls it for every ``{{ … }}``.

    Raises:
        MissingFact: a fact that was not given, or a truth value.
    """
    if isinstance(value, Told):
        return value.printed_as
    if value is None or isinstance(value, bool):
        raise MissingFact(f"a template prints {value!r}: put it inside an {{% if %}}")
    return value


def rial(value: str) -> str:
    """An amount in figures, in words, and in toman."""
    return f"{format_rial(int(value))} ({amount_in_words(int(value))})"


def jdate(value: str) -> str:
    """A Jalali date: 1404/03/10."""
    return str(JalaliDate.parse(value))


def entries(value: str) -> list[str]:
    """The entries of a long answer: one for each line, without the numbers people put before them."""
    lines = (_BULLET.sub("", line).strip() for line in _worded(value).splitlines())
    return [line for line in lines if line]


def paragraphs(value: str) -> Markup:
    """A long answer with its paragraphs kept: ``<p>`` elements."""
    kept = (line.strip() for line in _worded(value).splitlines())
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in kept if line)


def lines(value: str) -> Markup:
    """A long answer inside a cell: line breaks kept."""
    kept = [line.strip() for line in _worded(value).splitlines() if line.strip()]
    return Markup("<br/>").join(escape(line) for line in kept)


FILTERS: dict[str, Callable[[str], object]] = {
    "rial": rial,
    "jdate": jdate,
    "entries": entries,
    "paragraphs": paragraphs,
    "lines": lines,
    "persons": read_persons,
}


def law_functions(corpus: Corpus, allowed: Iterable[str], on: Day) -> dict[str, Callable[..., str]]:
    """``cite``, ``articles`` and ``rule`` for one form; ``allowed`` is its legal basis."""
    basis = frozenset(allowed)

    cited_last: list[str] = []  # titles of laws in the order of the text

    def articles(*article_ids: str) -> str:
        strangers = [id_ for id_ in article_ids if id_ not in basis]
        if strangers:
            raise LookupError(f"{strangers} cited, but not in the form's legal_basis")
        found = [corpus.article(id_) for id_ in article_ids]
        same_law = cited_last[-1] if cited_last else None
        cited_last.append([*dict.fromkeys(article.law_title for article in found)][-1])  # as it is printed
        return join_articles([(article.law_title, article.label) for article in found], same_law)

    def cite(article_id: str) -> str:
        return articles(article_id)

    def rule(rule_id: str, *path: str) -> str:
        return corpus.rules.use(rule_id, on, path).text

    return {"cite": cite, "articles": articles, "rule": rule}


def join_articles(labels: Iterable[tuple[str, str]], same_law: str | None = None) -> str:
    """Labels of articles, those of one law together: «مواد ۱۰۸۲ و ۱۰۸۵ قانون مدنی».

    Each item is the title of the law and the label of the article. ``same_law`` is the title of the
    law that was cited just before: it is called «همان قانون».
    """
    by_law: dict[str, list[str]] = {}
    for law, label in labels:
        by_law.setdefault(law, []).append(label.removesuffix(law).strip())
    groups = [
        _of_one_law(_the_same(law) if law == same_law and not index else law, numbers)
        for index, (law, numbers) in enumerate(by_law.items())
    ]
    return join_words(groups)


def _the_same(law: str) -> str:
    """«همان قانون», «همان آیین‌نامه»."""
    return next(said for beginning, said in words().same_law.items() if law.startswith(beginning))


def _of_one_law(law: str, numbers: list[str]) -> str:
    plurals = words().plurals
    parts = [number.split(" ", 1) for number in numbers]
    if len(numbers) == 1 or any(len(part) != 2 or part[0] not in plurals for part in parts):
        return f"{join_words(numbers)} {law}"
    return f"{plurals[parts[0][0]]} {join_words([number for _, number in parts])} {law}"


def join_words(several: list[str]) -> str:
    """«الف، ب و پ»."""
    if len(several) == 1:
        return several[0]
    return f"{words().comma.join(several[:-1])}{words().conjunction}{several[-1]}"


def facts_for_templates(
    fields: Iterable[str], facts: Facts, wording: Wording
) -> dict[str, str | bool | None]:
    """Every field by name; None where it was not given or is empty."""
    return {name: _fact(facts.get(name), wording) for name in fields}


def _fact(value: str | bool | None, wording: Wording) -> str | bool | None:
    if isinstance(value, str) and value in wording:
        return Told(value, wording[value])
    return None if value == "" else value


def _worded(value: str) -> str:
    return value.printed_as if isinstance(value, Told) else value
