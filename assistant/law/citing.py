"""How several articles are cited together: «مواد ۱۰۸۲ و ۱۰۸۵ قانون مدنی و ماده ۲ قانون …»."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from assistant.law.corpus import Article, Corpus
from assistant.law.words import words
from assistant.persian import to_persian_digits


def cite_together(corpus: Corpus, article_ids: Iterable[str]) -> str:
    """The articles as lawyers cite them, those of one law together, in the order given.

    Raises:
        UnknownArticle: an id is neither a note's nor an imported official text's.
    """
    articles = [corpus.article(id_) for id_ in dict.fromkeys(article_ids)]
    groups = [list(group) for _, group in groupby(articles, key=lambda article: article.law)]
    return join(_of_one_law(group) for group in groups)


def join(parts: Iterable[str]) -> str:
    """Parts in a Persian enumeration: «الف، ب و پ»."""
    items = list(parts)
    listing = words().listing
    return (
        listing.last.join([listing.between.join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
    )


def _of_one_law(articles: list[Article]) -> str:
    if len(articles) == 1 or any(not article.number[:1].isdigit() for article in articles):
        return join(article.label for article in articles)
    called = words().article
    word = called.plural_of_law.get(articles[0].law, called.plural)
    numbers = join(to_persian_digits(article.number) for article in articles)
    return called.label.format(word=word, number=numbers, law=articles[0].law_title)
