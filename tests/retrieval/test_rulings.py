"""Rulings are found by their number and by what they are about, apart from the articles."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from assistant.law import Corpus
from assistant.law.corpus import Article
from assistant.law.schemas import OfficialArticle
from assistant.retrieval import Index, open_index
from assistant.settings import Settings

RULINGS = {
    "729": "برداشت اینترنتی از حساب بانکی در صلاحیت دادگاه محل افتتاح حساب زیان‌دیده است.",
    "853": "کلاهبرداری با بردن پول به حساب دیگری در محل بانک زیان‌دیده رسیدگی می‌شود.",
    "708": "دادن مهریه به قسط حق حبس زن را از میان نمی‌برد.",
}


@pytest.fixture(scope="module")
def with_rulings(corpus: Corpus, settings: Settings) -> Index:
    articles = {f"supreme-court-rulings:{number}": _ruling(number, text) for number, text in RULINGS.items()}
    return open_index(replace(corpus, articles=MappingProxyType({**corpus.articles, **articles})), settings)


def _ruling(number: str, text: str) -> Article:
    law, court = "supreme-court-rulings", "هیئت عمومی دیوان عالی کشور"
    official = OfficialArticle(law=law, law_title_fa=court, article=number, text=text)
    return Article(f"{law}:{number}", law, number, court, f"رأی وحدت رویه شماره {number}", None, official)


def test_a_ruling_named_by_number_comes_first(with_rulings: Index) -> None:
    hit = with_rulings.rulings("رای وحدت رویه شماره ۷۰۸ چی میگه", 1)[0]
    assert (hit.article_id, hit.named) == ("supreme-court-rulings:708", True)


def test_a_ruling_is_found_by_what_it_is_about(with_rulings: Index) -> None:
    hits = with_rulings.rulings("مهریه‌ام را قسط بندی کردن، باز هم حق حبس دارم؟", 3)
    assert hits[0].article_id == "supreme-court-rulings:708"
    assert not hits[0].named
    assert hits[0].likeness > 0


def test_rulings_never_push_an_article_aside(with_rulings: Index, index: Index) -> None:
    text = "مهریه‌ام را قسط بندی کردن"
    assert [hit.article_id for hit in with_rulings.articles(text, 20)] == [
        hit.article_id for hit in index.articles(text, 20)
    ]


def test_without_an_import_there_are_none(index: Index) -> None:
    assert index.rulings("رای وحدت رویه شماره ۷۰۸", 3) == []
