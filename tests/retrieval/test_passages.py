from dataclasses import replace

from assistant.law import Article
from assistant.law.schemas import ArticleNote, OfficialArticle
from assistant.retrieval.passages import article_passages, note_fields, official_fields

NOTED = Article(
    "sample-act:7", "sample-act", "7", "قانون نمونه", "ماده ۷ قانون نمونه",
    note=ArticleNote(
        number="7", title="بازگرداندن امانت", note="امانت را ظرف {rule:T90} پس بدهید.",
        keywords=("امانتی", "پس ندادن"), asked=("ماشینمو نمیده", "فرشمو پس نمیده"),
    ),
)  # fmt: skip
OFFICIAL = Article(
    "sample-act:8", "sample-act", "8", "قانون نمونه", "ماده ۸ قانون نمونه",
    official=OfficialArticle(law="sample-act", law_title_fa="قانون نمونه", article="8", text="جمله یک. جمله دو."),
)  # fmt: skip


def test_each_wording_of_a_note_is_a_passage_of_its_own() -> None:
    texts = [passage.text for passage in article_passages([NOTED])]
    assert "ماشینمو نمیده" in texts
    assert "فرشمو پس نمیده" in texts
    assert "امانتی، پس ندادن" in texts


def test_a_figure_that_changes_is_not_part_of_the_index() -> None:
    fields = note_fields(NOTED)
    assert not any("T90" in text for text in [passage.text for passage in article_passages([NOTED])])
    assert not any("T90" in field.text for field in fields)


def test_an_article_without_a_note_gives_the_beginning_of_its_official_text() -> None:
    passages = article_passages([OFFICIAL, NOTED])
    assert [passage.text for passage in passages if passage.owner == 0] == ["قانون نمونه : جمله یک. جمله دو."]
    assert len(passages) > 1
    assert note_fields(OFFICIAL) == ()


def test_beside_a_note_the_official_text_is_searched_by_words_only() -> None:
    both = replace(NOTED, official=OFFICIAL.official)
    assert article_passages([both]) == article_passages([NOTED])
    assert official_fields(NOTED) == ()
    assert official_fields(both) == official_fields(OFFICIAL)


def test_an_official_text_is_searched_with_the_name_of_its_law() -> None:
    words = " ".join(field.text for field in official_fields(OFFICIAL))
    assert "قانون نمونه" in words
    assert "جمله یک" in words


def test_the_questions_that_an_article_answers_are_searched_with_its_note() -> None:
    assert [field.text for field in note_fields(NOTED, ("امانتمو خوردن",))][-1] == "امانتمو خوردن"
    assert note_fields(OFFICIAL, ("امانتمو خوردن",)) == ()
