from hypothesis import given
from hypothesis import strategies as st

from assistant.law import Article
from assistant.law.schemas import ArticleNote, OfficialArticle
from assistant.retrieval.passages import note_fields, note_passages, official_passages, split

NOTED = Article(
    "sample-act:7", "sample-act", "7", "قانون نمونه", "ماده ۷ قانون نمونه",
    note=ArticleNote(
        number="7", title="بازگرداندن امانت", note="امانت را ظرف {rule:T90} پس بدهید.",
        keywords=("امانتی", "پس ندادن"), asked=("ماشینمو نمیده", "فرشمو پس نمیده"),
    ),
)  # fmt: skip
OFFICIAL = Article(
    "sample-act:8", "sample-act", "8", "قانون نمونه", "ماده ۸ قانون نمونه",
    official=OfficialArticle(law="sample-act", law_title_fa="قانون نمونه", article="8", text="جمله یک. " * 200),
)  # fmt: skip


def test_each_wording_of_a_note_is_a_passage_of_its_own() -> None:
    texts = [passage.text for passage in note_passages([NOTED])]
    assert "ماشینمو نمیده" in texts
    assert "فرشمو پس نمیده" in texts
    assert "امانتی، پس ندادن" in texts


def test_a_figure_that_changes_is_not_part_of_the_index() -> None:
    fields = note_fields(NOTED)
    assert not any("T90" in text for text in [passage.text for passage in note_passages([NOTED])])
    assert not any("T90" in field.text for field in fields)


def test_an_article_without_a_note_gives_no_note_passage_and_one_without_text_no_official_one() -> None:
    assert {passage.owner for passage in note_passages([OFFICIAL, NOTED])} == {1}
    assert {passage.owner for passage in official_passages([OFFICIAL, NOTED])} == {0}


def test_a_long_official_text_is_cut_and_every_part_names_its_law() -> None:
    parts = official_passages([OFFICIAL])
    assert len(parts) > 1
    assert all(part.text.startswith("قانون نمونه") for part in parts)


@given(st.lists(st.text(alphabet="ابپت ", min_size=1, max_size=80), max_size=30).map(". ".join))
def test_no_word_is_lost_by_cutting(text: str) -> None:
    parts = list(split(text, 100))
    assert " ".join(parts).split() == text.split()
    assert all(len(part) <= 100 + 82 for part in parts)
