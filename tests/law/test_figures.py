"""Numbers of the law do not stand in prose, in digits or in words; people's own numbers may."""

from __future__ import annotations

import pytest

from assistant.law import load_corpus
from assistant.law.checks.figures import figures
from assistant.law.checks.spelled import shares, spelled_figures
from assistant.settings import PROJECT
from tests.law.conftest import House

GUIDE = "corpus/procedures/sample-claim.yaml"
QUESTION = "corpus/questions/sample.yaml"
CALCULATOR = """
    id: sample
    title: محاسبه نمونه
    plain: می‌خواهم بدانم چقدر می‌شود
    recognise: {cues: [چقدر میشه]}
    inputs: [{name: debt, label: بدهی, question: چقدر؟, help: HELP, type: amount}]
    said: {sum: {text: SAID, cites: [sample-act:7]}}
"""


@pytest.mark.parametrize(
    "figure",
    [
        "بیست روز", "ده‌روزه", "هجده‌سالگی", "بیست و چهار ساعت", "صد ضربه", "پنج میلیون تومان", "سی درصد",
        "پانزده سال",
    ],
)  # fmt: skip
def test_a_number_in_words_with_a_unit_of_the_law_is_a_figure(figure: str) -> None:
    assert list(spelled_figures(f"باید {figure} بگذرد")) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("ظرف یک ماه پاسخ دهید", "یک ماه"),
        ("تا یک سال حبس دارد", "یک سال"),
        ("یک هفته مهلت دارید", "یک هفته"),
        ("زیر نه سال", "نه سال"),
        ("ده روز پیش از جلسه", "ده روز"),
    ],
)
def test_a_number_of_several_meanings_is_a_figure_in_the_words_of_a_period(text: str, figure: str) -> None:
    assert list(spelled_figures(text)) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "یک روز معین در هر هفته", "هر سال", "یک ماه پیش رفتم", "دو ماه قبل", "دو روز دیگر", "دو سه روز بعد",
        "نه روز را گفت نه ساعت را", "یک بار", "دو نفر", "قیمت یک سکه", "چند ماه", "سی‌سال‌پیش", "درجه شش",
    ],
)  # fmt: skip
def test_what_people_tell_of_their_own_time_is_none(text: str) -> None:
    assert list(spelled_figures(text)) == []


def test_shares_are_seen_however_they_are_spaced() -> None:
    assert list(shares("نصف، یک‌سوم، یک سوم و یکسوم؛ دو برابر")) == [
        "نصف",
        "یک‌سوم",
        "یک سوم",
        "یکسوم",
        "دو برابر",
    ]
    assert list(shares("منصفانه، ثلث ترکه، نیم‌عشر")) == []


@pytest.mark.parametrize(
    ("file", "old"), [(GUIDE, "دادگاه رأی می‌دهد"), (QUESTION, "اگر کوتاهی نکرده‌اید"), (GUIDE, "نامه بنویسید")]
)
def test_a_figure_in_words_is_an_error_in_what_people_are_told(house: House, file: str, old: str) -> None:
    house.replace(file, old, f"{old} ظرف بیست روز")
    assert any("«بیست روز» is a figure of the law in words" in error for error in house.findings())


@pytest.mark.parametrize(("said", "figure"), [("ظرف یک ماه", "یک ماه"), ("تا ۲۰ روز", "۲۰ روز")])
def test_a_calculator_names_no_figure_of_its_own(house: House, said: str, figure: str) -> None:
    house.write("corpus/calculators/sample.yaml", CALCULATOR.replace("SAID", said).replace("HELP", "به ریال"))
    assert any(f"«{figure}» is a figure of the law" in error for error in house.findings())


def test_an_example_of_how_to_write_a_number_is_no_figure(house: House) -> None:
    text = CALCULATOR.replace("SAID", "این می‌شود").replace("HELP", "مانند «۵۰۰ میلیون تومان»")
    house.write("corpus/calculators/sample.yaml", text)
    assert house.findings() == []
    assert house.findings("warning") == []


def test_a_share_is_for_a_person_to_look_at(house: House) -> None:
    house.replace(GUIDE, "دادگاه رأی می‌دهد", "دادگاه نصف آن را می‌دهد")
    assert house.findings() == []
    assert any("«نصف» may be a share that the law sets" in warning for warning in house.findings("warning"))


def test_no_number_of_the_law_stands_in_the_prose_that_is_shipped() -> None:
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    errors = [str(finding) for finding in figures(corpus) if finding.level == "error"]
    assert not errors, "write a rule reference instead:\n" + "\n".join(errors)
