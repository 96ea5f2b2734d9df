"""The index of articles: our notes and the official texts under one id."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.law.corpus import Article
from assistant.law.schemas import ArticleNote, OfficialArticle, Statute
from assistant.law.words import words
from assistant.persian import to_persian_digits


def index_articles(statutes: Iterable[Statute], official: Iterable[OfficialArticle]) -> dict[str, Article]:
    """All known articles by id, notes first; the note's law title is preferred to the official one."""
    notes: dict[str, tuple[Statute, ArticleNote]] = {}
    titles: dict[str, str] = {}
    for statute in statutes:
        titles[statute.law] = statute.title
        notes.update({article_id(statute.law, note.number): (statute, note) for note in statute.articles})
    texts = {article_id(text.law, text.article): text for text in official}
    index = {
        id_: _article(statute.law, note.number, statute.title, note, texts.get(id_))
        for id_, (statute, note) in notes.items()
    }
    for id_, text in texts.items():
        if id_ not in index:
            title = titles.get(text.law, text.law_title_fa)
            index[id_] = _article(text.law, text.article, title, None, text)
    return index


def article_id(law: str, number: str) -> str:
    """The id of an article: ``civil-code:1082``."""
    return f"{law}:{number}"


def article_label(law: str, number: str, law_title: str) -> str:
    """How people call an article: «ماده ۱۰۸۲ قانون مدنی», «اصل ۱۶۷ قانون اساسی»."""
    called = words().article
    template = called.label if number[:1].isdigit() else called.unnumbered
    word = called.of_law.get(law, called.word)
    return template.format(word=word, number=to_persian_digits(number), law=law_title)


def _article(
    law: str, number: str, law_title: str, note: ArticleNote | None, official: OfficialArticle | None
) -> Article:
    label = article_label(law, number, law_title)
    return Article(article_id(law, number), law, number, law_title, label, note, official)
