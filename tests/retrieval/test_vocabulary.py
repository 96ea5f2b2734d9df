from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.vocabulary import kept_pieces, prune_tokenizer

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]


def kept(*more: str, latin: int = 100) -> list[str]:
    """The pieces that stay besides the special ones."""
    every = [*SPECIAL, *more]
    stay = [every[i] for i in kept_pieces(every, SPECIAL, latin)]
    assert stay[: len(SPECIAL)] == SPECIAL
    return stay[len(SPECIAL) :]


def test_persian_arabic_and_latin_pieces_digits_and_punctuation_stay() -> None:
    needed = ["▁مهریه", "ة", "▁۱۴", "۰۳", "▁law", ",", "«", "؟", "▁"]
    assert kept(*needed) == needed


def test_pieces_of_other_scripts_go() -> None:
    assert kept("▁право", "法", "▁δίκη", "क") == []


def test_of_latin_pieces_the_most_frequent_stay_and_every_single_letter() -> None:
    assert kept("▁the", "▁seldom", "▁rare", "q", "▁z", latin=1) == ["▁the", "q", "▁z"]


@given(st.lists(st.text(alphabet="ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی▁", min_size=1), unique=True))
def test_no_piece_of_persian_letters_is_ever_lost(persian: list[str]) -> None:
    assert set(persian) <= set(kept(*persian, latin=0))


def test_the_words_of_the_prompts_stay_whole_however_rare() -> None:
    vocabulary = [["<unk>", 0.0], ["p", -1.0], ["▁passage", -9.0], ["▁passenger", -9.5]]
    tokenizer = {"added_tokens": [{"content": "<unk>", "id": 0}], "model": {"unk_id": 0, "vocab": vocabulary}}
    pruned, _ = prune_tokenizer(tokenizer, words=["passage"], latin=0)
    assert [piece for piece, _ in pruned["model"]["vocab"]] == ["<unk>", "p", "▁passage"]


def test_ids_are_counted_anew_in_the_vocabulary_and_the_special_tokens() -> None:
    tokenizer = {
        "added_tokens": [
            {"content": "<s>", "id": 0},
            {"content": "<unk>", "id": 1},
            {"content": "<mask>", "id": 4},
        ],
        "model": {
            "unk_id": 1,
            "vocab": [["<s>", 0.0], ["<unk>", 0.0], ["法", -1.0], ["▁حق", -2.0], ["<mask>", 0.0]],
        },
    }
    pruned, old_ids = prune_tokenizer(tokenizer)
    assert old_ids == [0, 1, 3, 4]
    assert pruned["model"]["vocab"] == [["<s>", 0.0], ["<unk>", 0.0], ["▁حق", -2.0], ["<mask>", 0.0]]
    assert pruned["model"]["unk_id"] == 1
    assert pruned["added_tokens"][-1] == {"content": "<mask>", "id": 3}
