from hypothesis import given
from hypothesis import strategies as st

from bots.platforms import PLATFORMS
from bots.rendering import keyboard, split_text


@given(st.text(max_size=600), st.integers(min_value=5, max_value=80))
def test_no_piece_is_too_long_or_empty_and_no_sign_is_lost(text: str, longest: int) -> None:
    pieces = split_text(text, longest)
    assert all(0 < len(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_text_is_split_between_paragraphs() -> None:
    text = "\n\n".join(["بند اول " * 5, "بند دوم " * 5])
    assert [piece[:7] for piece in split_text(text, 60)] == ["بند اول", "بند دوم"]


def test_short_buttons_share_a_row_and_long_ones_do_not() -> None:
    markup = keyboard(
        [
            {"id": "yes", "text": "بله"},
            {"id": "no", "text": "خیر"},
            {"id": "mahr-claim", "text": "می‌خواهم مهریه‌ام را از همسرم بگیرم"},
        ]
    )
    assert markup is not None
    assert [len(row) for row in markup.inline_keyboard] == [2, 1]


def test_a_message_without_choices_has_no_keyboard() -> None:
    assert keyboard([]) is None


def test_in_bale_typed_signs_are_not_taken_for_markdown() -> None:
    shown = PLATFORMS["bale"].plain("*بسیار* مهم_است")
    assert "*" not in shown
    assert "_" not in shown
    assert PLATFORMS["telegram"].plain("*x*") == "*x*"
