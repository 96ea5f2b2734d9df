import pytest

from assistant.law import Article
from assistant.law.schemas import Statute
from assistant.retrieval.citations import CitationReader

ARTICLES = [
    Article("civil-code:1082", "civil-code", "1082", "قانون مدنی", ""),
    Article("civil-code:1133", "civil-code", "1133", "قانون مدنی", ""),
    Article("civil-liability-1339:1", "civil-liability-1339", "1", "قانون مسئولیت مدنی", ""),
    Article("penal-code-1392:622", "penal-code-1392", "622", "قانون مجازات اسلامی (با اصلاحات)", ""),
    Article("tazirat-1375:622", "tazirat-1375", "622", "کتاب پنجم قانون مجازات اسلامی", ""),
    Article("cheque-act:5 مکرر", "cheque-act", "5 مکرر", "قانون صدور چک", ""),
    Article("cheque-act:5", "cheque-act", "5", "قانون صدور چک", ""),
]
NOTE = {"number": "1", "title": "عنوان", "note": "متن"}
STATUTES = {
    "civil-code": Statute(law="civil-code", title="قانون مدنی", short=("ق.م",), articles=(NOTE,)),
    "penal-code-1392": Statute(
        law="penal-code-1392", title="قانون مجازات اسلامی", short=("ق.م.ا",), articles=(NOTE,)
    ),
    "tazirat-1375": Statute(
        law="tazirat-1375", title="کتاب پنجم قانون مجازات اسلامی", short=("تعزیرات",), articles=(NOTE,)
    ),
}


def named(text: str) -> list[str]:
    reader = CitationReader(ARTICLES, STATUTES)
    return [ARTICLES[position].id for position in reader.positions(text)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ماده ۱۱۳۳ قانون مدنی چی میگه", ["civil-code:1133"]),
        ("م ۱۰۸۲ ق.م", ["civil-code:1082"]),
        ("طبق ماده 1082 از قانون مدنی مهریه مال زن است", ["civil-code:1082"]),
        ("مواد ۱۰۸۲ و ۱۱۳۳ ق.م", ["civil-code:1082", "civil-code:1133"]),
        ("ماده ۶۲۲ تعزیرات", ["tazirat-1375:622"]),
        ("ماده ۶۲۲ ق.م.ا", ["penal-code-1392:622"]),
        ("ماده ۵ مکرر قانون صدور چک", ["cheque-act:5 مکرر"]),
        ("ماده ۵ صدور چک", ["cheque-act:5"]),
        ("قانون مدنی ماده ۱۰۸۲", ["civil-code:1082"]),
        ("ماده ۱ قانون مسئولیت مدنی و ماده ۱۰۸۲ قانون مدنی", ["civil-liability-1339:1", "civil-code:1082"]),
    ],
)
def test_articles_named_by_number_and_law_are_found(text: str, ids: list[str]) -> None:
    assert named(text) == ids


@pytest.mark.parametrize(
    "text", ["ماده ۱۰۸۲", "ماده ۹۹۹۹ قانون مدنی", "۱۰۸۲ نفر تو قانون مدنی", "مهریه در قانون مدنی", ""]
)
def test_without_a_law_or_an_article_of_it_nothing_is_guessed(text: str) -> None:
    assert named(text) == []


def test_a_corpus_without_articles_names_none() -> None:
    assert CitationReader([], {}).positions("ماده ۱۰۸۲ قانون مدنی") == []
