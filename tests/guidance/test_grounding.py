import pytest

from assistant.guidance.grounding import is_grounded
from assistant.guidance.model import Sentence

RECORD = Sentence("زن به محض عقد مالک مهریه می‌شود و ظرف ۲۰ روز می‌تواند اعتراض کند.", ("civil-code:1082",))


def reworded(text: str, *cites: str) -> Sentence:
    return Sentence(text, cites or RECORD.cites)


def test_a_plain_rewording_stands() -> None:
    assert is_grounded(reworded("زن به محض عقد مالک مهریه است و می‌تواند ظرف ۲۰ روز اعتراض کند."), [RECORD])


@pytest.mark.parametrize(
    "text",
    [
        "زن به محض عقد مالک مهریه می‌شود و ظرف ۳۰ روز می‌تواند اعتراض کند.",
        "زن به محض عقد مالک مهریه می‌شود (ماده ۹۹۹۹) و ظرف ۲۰ روز می‌تواند اعتراض کند.",
        "زن به محض عقد مالک مهریه نمی‌شود و ظرف ۲۰ روز می‌تواند اعتراض کند.",
        "برای گرفتن وکیل خوب با دفتر ما تماس بگیرید.",
        "زن به محض عقد مالک مهریه می‌شود؛ ظرف ۲۰ روز در https://example.ir اعتراض کند.",
        "",
    ],
    ids=["changed figure", "invented article", "turned round", "something else", "an address", "nothing"],
)
def test_what_the_records_do_not_bear_is_refused(text: str) -> None:
    assert not is_grounded(reworded(text), [RECORD])


def test_a_sentence_that_cites_nothing_is_refused() -> None:
    assert not is_grounded(Sentence(RECORD.text), [RECORD])


def test_a_sentence_that_cites_another_record_is_refused() -> None:
    assert not is_grounded(reworded(RECORD.text, "civil-code:1107"), [RECORD])
