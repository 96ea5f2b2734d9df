import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import formalize, from_finglish, in_one_spelling, is_finglish
from assistant.persian.data import read_data
from tests.persian.strategies import any_text, texts


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("shoharam mehriye nemide chikar konam", "شوهرم مهریه نمی‌دهد چه کار کنم"),
        ("mehriye mikham", "مهریه می‌خواهم"),
        ("mehrieh mikhaam", "مهریه می‌خواهم"),
        ("sahebkhunam pule pisham ro pas nemide", "صاحب‌خانه‌ام پول پیشم را پس نمی‌دهد"),
        ("bacheam ro nemizare bebinam", "بچه‌ام را نمی‌گذارد ببینم"),
        ("az karfarmam shekayat daram hoghughamo nadade", "از کارفرمایم شکایت دارم حقوقم را نداده"),
        ("check bargashti daram", "چک برگشتی دارم"),
        ("zanam az khoone rafte barnemigarde", "زنم از خانه رفته برنمی‌گردد"),
        ("talaghe tavafoghi mikhaym begirim", "طلاق توافقی می‌خواهیم بگیریم"),
        ("SALAM MAN SHEKAYAT DARAM", "سلام من شکایت دارم"),
        ("hokm ghatie, ejra mishe?", "حکم قطعی است, اجرا می‌شود?"),
    ],
)
def test_persian_in_latin_letters_is_written_in_persian(typed: str, written: str) -> None:
    assert is_finglish(typed)
    assert from_finglish(typed) == written


def test_unknown_words_are_written_by_their_sound() -> None:
    assert from_finglish("man dar bandarlenge zendegi mikonam") == "من در بندرلنگه زندگی می‌کنم"


@pytest.mark.parametrize(
    "kept", ["IR580540105180021273113007", "ali.r@example.com", "@ali_r", "https://a.ir/x", "PDF"]
)
def test_identifiers_addresses_and_acronyms_stay(kept: str) -> None:
    assert from_finglish(f"shomare hesabe man {kept} ast") == f"شماره حساب من {kept} است"


def test_only_the_latin_words_of_a_mixed_text_change() -> None:
    assert from_finglish("شوهرم nafaghe نمیده") == "شوهرم نفقه نمیده"


def test_a_brand_in_a_persian_text_stays() -> None:
    assert from_finglish("گوشی Samsung من را دزدیدند") == "گوشی Samsung من را دزدیدند"


@pytest.mark.parametrize(
    "text", ["hello how are you, my name is ali", "please help me with the court", "", "123", "؟"]
)
def test_english_and_wordless_texts_are_no_finglish(text: str) -> None:
    assert not is_finglish(text)
    assert from_finglish(text) == text


@given(st.one_of(texts, any_text))
def test_a_text_without_latin_letters_comes_back_unchanged(text: str) -> None:
    persian = "".join(char for char in text if not char.isascii() or not char.isalpha())
    assert from_finglish(persian) == persian


@given(texts)
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(from_finglish(text), str)
    assert from_finglish(from_finglish(text)) == from_finglish(text)


def test_the_dictionary_is_broad_and_its_spellings_are_read_as_listed() -> None:
    words = read_data("finglish")["words"]
    assert len(words) > 600
    first = {spellings.split()[0]: persian for persian, spellings in reversed(words.items())}
    read = {latin: from_finglish(latin) for latin in first if "-" not in latin}
    wrong = {
        latin: persian
        for latin, persian in read.items()
        if persian not in (formalize(first[latin]), first[latin], latin)
    }
    assert wrong == {}


@pytest.mark.parametrize(("typed", "read"), [("mehriye", "مهریه"), ("مي خوام", "می‌خوام"), ("نفقه", "نفقه")])
def test_a_message_is_understood_in_persian_letters_and_one_spelling(typed: str, read: str) -> None:
    assert in_one_spelling(typed) == read
