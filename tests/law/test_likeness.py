"""Texts that stand twice or nearly: found across questions, services and notes, and only there."""

from __future__ import annotations

from assistant.law import load_corpus
from assistant.law.checks import likeness
from assistant.law.checks.likeness import ALIKE_NOTES, ALIKE_WORDINGS, Written, alike
from assistant.settings import PROJECT
from tests.law.conftest import House

NOTE = "corpus/statutes/sample-act.yaml"
QUESTION = "corpus/questions/sample.yaml"
OTHER = """
    - id: other-question
      wordings: [{wording}, همسایه سرو صدا میکنه, زنگ در خرابه]
      answer:
        - {{text: نه, cites: [sample-act:7]}}
        - {{text: دادخواست بدهید, cites: [sample-act:7]}}
"""
SERVICE = """
    slug: sample-service
    title: خدمت نمونه
    asked: [{wording}, کجا ثبت کنم, چقدر طول میکشه, پولش چنده, با گوشی میشه]
    purpose: [{{text: برای ثبت, cites: [sample-act:7]}}]
    who: [{{text: هر کس, cites: [sample-act:7]}}]
    steps: [{{text: وارد شوید, cites: [sample-act:7]}}, {{text: ثبت کنید, cites: [sample-act:7]}}]
    asked_for: [{{text: کد ملی, cites: [sample-act:7]}}]
    never_give: [{{text: رمز, cites: [sample-act:7]}}]
"""


def add_question(house: House, wording: str) -> None:
    house.write("corpus/questions/other.yaml", OTHER.format(wording=wording))


def said(house: House, level: str) -> list[str]:
    return [message for message in house.findings(level) if "›" in message and "«" in message]


def test_one_wording_for_two_questions_is_an_error_however_it_is_typed(house: House) -> None:
    add_question(house, "امانت  گم شد؟!")
    assert house.findings() == [
        "questions › other-question: «امانت  گم شد؟!» stands in questions › lost-deposit too: keep one"
    ]


def test_one_wording_for_a_question_and_a_service_is_an_error(house: House) -> None:
    house.write("corpus/services/sample-service.yaml", SERVICE.format(wording="امانت خراب شد"))
    assert house.findings() == [
        "questions › lost-deposit: «امانت خراب شد» stands in services/sample-service.yaml too: keep one"
    ]


def test_a_wording_that_stands_twice_in_one_question_is_an_error(house: House) -> None:
    house.replace(QUESTION, "امانت خراب شد", "امانت گم شد")
    assert house.findings() == ["questions › lost-deposit: «امانت گم شد» stands 2 times: keep one"]


def test_nearly_one_wording_for_two_questions_is_a_warning_that_names_both(house: House) -> None:
    house.replace(QUESTION, "امانت گم شد", "اظهارنامه اومده جواب ندم چی میشه؟")
    add_question(house, "اظهارنامه تمکین اومده، جواب ندم چی میشه؟")
    assert house.findings() == []
    (warning,) = said(house, "warning")
    assert warning.startswith("questions › other-question: «اظهارنامه تمکین اومده")
    assert "of questions › lost-deposit" in warning


def test_wordings_that_share_only_a_phrase_are_no_finding(house: House) -> None:
    house.replace(QUESTION, "امانت گم شد", "سهم دختر از ارث پدر چقدره؟")
    add_question(house, "سهم زن از ارث شوهر چقدره؟")
    assert house.findings() == []
    assert said(house, "warning") == []


def test_two_notes_with_the_same_words_are_an_error(house: House) -> None:
    house.replace(
        NOTE, "هرکس مالی را به امانت گرفته است باید آن را ظرف {rule:T90} پس بدهد.", "امانت را پس بدهید."
    )
    house.replace(NOTE, "اگر امانت بدون کوتاهی شما از بین برود، مسئول نیستید.", "امانت را پس بدهید")
    assert [error for error in house.findings() if "8 مکرر too: keep one" in error]


def test_a_note_that_was_copied_and_touched_up_is_a_warning(house: House) -> None:
    text = (
        "کسی که مال دیگری را به امانت گرفته باید آن را در همان وضع نگه دارد و هر وقت صاحبش خواست پس بدهد{}."
    )
    house.replace(NOTE, "هرکس مالی را به امانت گرفته است باید آن را ظرف {rule:T90} پس بدهد.", text.format(""))
    house.replace(NOTE, "اگر امانت بدون کوتاهی شما از بین برود، مسئول نیستید.", text.format(" بی‌درنگ"))
    assert house.findings() == []
    assert any(
        "says nearly the same as statutes/sample-act.yaml › 8 مکرر" in w for w in house.findings("warning")
    )


def test_the_figures_that_two_notes_refer_to_do_not_make_them_alike() -> None:
    one = Written("a", "a", "سرقت {rule:tazirat-1375-651-penalty.prison} دارد")
    other = Written("b", "b", "توهین {rule:tazirat-1375-651-penalty.prison} دارد")
    assert not list(alike([one, other], ALIKE_NOTES))


def test_little_of_the_shipped_corpus_is_alike() -> None:
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    found = [*likeness.wordings(corpus), *likeness.notes(corpus)]
    near = [finding for finding in found if finding.level == "warning"]
    assert len(near) < 40, "the thresholds find what stands out, not every question about one law"


def test_no_two_wordings_above_the_threshold_are_lost() -> None:
    asked = [
        Written(str(n), str(n), text) for n, text in enumerate(["میشه بدون طلاق مهریه گرفت", "چک برگشت خورد"])
    ]
    copies = [Written(f"{each.record}'", each.where, each.text + " آیا") for each in asked]
    pairs = {(one.record, other.record) for _, one, other in alike([*asked, *copies], ALIKE_WORDINGS)}
    assert pairs == {("0", "0'"), ("1", "1'")}
