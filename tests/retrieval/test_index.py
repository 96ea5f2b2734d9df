from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from assistant.law import Corpus
from assistant.law.schemas import OfficialArticle
from assistant.retrieval import Index, open_index
from assistant.settings import Settings


def ids(index: Index, text: str, k: int = 5) -> list[str]:
    return [hit.article_id for hit in index.articles(text, k)]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("تا حالا مهرمو نداده می‌تونم بگیرم؟", "civil-code:1082"),
        ("شوهرم خرجی نمیده", "civil-code:1106"),
        ("نفقه شامل چی میشه", "civil-code:1107"),
    ],
)
def test_lay_words_find_the_article(text: str, article: str, index: Index) -> None:
    assert article in ids(index, text)


@pytest.mark.parametrize("text", ["ماده ۱۱۳۳ قانون مدنی", "م ۱۱۳۳ ق.م چی میگه درباره مهریه"])
def test_an_article_named_by_number_comes_first(text: str, index: Index) -> None:
    assert ids(index, text)[0] == "civil-code:1133"


def test_hits_are_different_articles_best_first_and_no_more_than_asked(index: Index, corpus: Corpus) -> None:
    hits = index.articles("مهریه و نفقه و طلاق", 100)
    assert len({hit.article_id for hit in hits}) == len(hits) > 10
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.article_id in corpus.articles for hit in hits)
    assert index.articles("مهریه و نفقه و طلاق", 3) == hits[:3]


@pytest.mark.parametrize("text", ["", " ", "؟؟", "x" * 5000, "{{7*7}}"])
def test_any_text_can_be_asked(text: str, index: Index) -> None:
    assert isinstance(index.articles(text, 3), list)


def test_an_open_index_is_not_built_again(
    index: Index, corpus: Corpus, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    again = open_index(corpus, settings)
    assert capsys.readouterr().err == ""
    assert ids(again, "مهریه") == ids(index, "مهریه")


def test_a_change_of_one_note_builds_the_articles_anew_but_trains_nothing(
    index: Index, corpus: Corpus, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert index
    changed = _with_note(corpus, "civil-code:1133", lambda note: {**note, "asked": ["قورباغه سبز لب حوض"]})
    again = open_index(changed, settings)
    err = capsys.readouterr().err
    assert "building the index of articles" in err
    assert "building the index of problems" not in err
    assert ids(again, "قورباغه سبز لب حوض", 1) == ["civil-code:1133"]


def test_an_imported_official_text_is_searched_where_there_is_no_note(
    corpus: Corpus, settings: Settings
) -> None:
    text = "مرغ و خروس همسایه هرگاه به باغ دیگری زیان برساند صاحب آن ضامن است."
    official = OfficialArticle(law="civil-code", law_title_fa="قانون مدنی", article="1107", text=text)
    bare = replace(corpus.articles["civil-code:1107"], note=None, official=official)
    changed = replace(corpus, articles=MappingProxyType({**corpus.articles, bare.id: bare}))
    assert bare.id in ids(open_index(changed, settings), "مرغ همسایه به باغ زیان رسانده")


def _with_note(
    corpus: Corpus, article_id: str, change: Callable[[dict[str, object]], dict[str, object]]
) -> Corpus:
    article = corpus.articles[article_id]
    assert article.note
    note = type(article.note).model_validate(change(article.note.model_dump()))
    return replace(
        corpus, articles=MappingProxyType({**corpus.articles, article_id: replace(article, note=note)})
    )
