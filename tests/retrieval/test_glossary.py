from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.glossary import Glossary, GlossaryEntry, read_glossary
from assistant.settings import Settings


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary(read_glossary(Settings().corpus_dir / "glossary.yaml"))


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("شوهرم خرجی نمیده", "نفقه"),
        ("خرجیمو قطع کرده", "نفقه"),
        ("پول پیشمو پس نمیده", "ودیعه"),
        ("چک برگشتی دارم", "گواهی عدم پرداخت"),
        ("بچمو نمیده ببینم", "ملاقات فرزند"),
        ("سنواتم رو ندادن", "سنوات خدمت"),
        ("دیشب کتکم زد", "ضرب و جرح عمدی"),
        ("سند به نامم نمی‌زنه", "الزام به تنظیم سند رسمی"),
        ("صاحب‌خونه میگه پاشو", "موجر"),
    ],
)
def test_everyday_words_bring_the_term_of_the_law(said: str, term: str, glossary: Glossary) -> None:
    assert term in glossary.terms(said)


def test_a_phrase_inside_another_word_is_not_heard(glossary: Glossary) -> None:
    assert "قیمومت" not in glossary.terms("قیمت ماشین چنده")
    assert "سوگند" not in glossary.terms("این قسمت رو بخون")


def test_the_longer_phrase_wins() -> None:
    glossary = Glossary(
        [GlossaryEntry(term="نفقه", said=("خرج",)), GlossaryEntry(term="شهریه", said=("خرج مدرسه",))]
    )
    assert glossary.terms("خرج مدرسه رو کی میده") == ["شهریه"]


def test_a_term_comes_once_however_often_it_is_said(glossary: Glossary) -> None:
    assert glossary.terms("خرجی نمیده، خرجی خونه رو هم نمیده").count("نفقه") == 1


def test_an_empty_glossary_adds_nothing() -> None:
    assert Glossary([]).terms("خرجی نمیده") == []


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert isinstance(Glossary([GlossaryEntry(term="نفقه", said=("خرجی",))]).terms(text), list)


def test_no_term_stands_twice_in_the_file() -> None:
    terms = [entry.term for entry in read_glossary(Settings().corpus_dir / "glossary.yaml")]
    assert len(terms) == len(set(terms))


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text("- {term: نفقه, said: [خرجی], law: civil-code}", "utf-8")
    with pytest.raises(ValueError, match="law"):
        read_glossary(file)
