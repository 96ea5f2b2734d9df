"""Who stands in a paper: several people on a side, a guardian, a company, heirs, an attorney, an unknown address."""

from __future__ import annotations

import pytest

from assistant.drafting import FieldError, normalise_facts, render_text
from assistant.drafting.persons import Person, read_persons
from assistant.law import Corpus
from tests.drafting.conftest import TODAY, DraftForm, example

SARA = "سارا نمونه، شماره ملی 1270000004، تهران، خیابان نمونه، پلاک ۱۰"
ALI = "علی نمونه، ۴۹۹۰۰۱۲۳۴۸، کرج، خیابان نمونه، پلاک ۷"


def errors(corpus: Corpus, slug: str, **changes: object) -> tuple[FieldError, ...]:
    return normalise_facts(corpus.forms[slug], example(corpus, slug) | changes, corpus, TODAY).errors


@pytest.mark.parametrize(
    ("line", "person"),
    [
        (SARA, Person("سارا نمونه", "1270000004", "تهران، خیابان نمونه، پلاک ۱۰")),
        (ALI, Person("علی نمونه", "4990012348", "کرج، خیابان نمونه، پلاک ۷")),
        ("رضا نمونه، یزد، میدان نمونه", Person("رضا نمونه", "", "یزد، میدان نمونه")),
        ("رضا نمونه", Person("رضا نمونه", "", "")),
        ("رضا نمونه، یزد، کد ملی: 0012345679", Person("رضا نمونه", "0012345679", "یزد")),
        ("شرکت نمونه، شناسه ملی 10101234565، قم", Person("شرکت نمونه", "10101234565", "قم")),
    ],
)
def test_a_line_names_a_person_with_number_and_address(line: str, person: Person) -> None:
    assert read_persons(line) == [person]


def test_each_of_several_opponents_has_a_numbered_row(draft_example: DraftForm) -> None:
    text = render_text(draft_example("mahr-claim", other_opponents=f"{SARA}\n{ALI}"))
    assert "خوانده ۱: رضا نمونه" in text
    assert "خوانده ۲: سارا نمونه، شماره ملی: ۱۲۷۰۰۰۰۰۰۴؛ تهران" in text
    assert "خوانده ۳: علی نمونه، شماره ملی: ۴۹۹۰۰۱۲۳۴۸؛ کرج" in text


def test_several_complainants_stand_side_by_side(draft_example: DraftForm) -> None:
    text = render_text(draft_example("theft", other_applicants=SARA))
    assert "شاکی ۱: علی نمونه" in text
    assert "شاکی ۲: سارا نمونه" in text


def test_twenty_fit_on_a_side_and_more_are_refused(corpus: Corpus, draft_example: DraftForm) -> None:
    nineteen = "\n".join(f"همراه {letter} نمونه، تهران" for letter in "ابپتثجچحخدذرزژسشصضط")
    assert "خواهان ۲۰: همراه ط نمونه" in render_text(draft_example("mahr-claim", other_applicants=nineteen))
    (error,) = errors(corpus, "mahr-claim", other_applicants=f"{nineteen}\nیکی دیگر")
    assert error.code == "too_many_persons"


def test_a_line_that_begins_with_a_number_is_no_person(corpus: Corpus) -> None:
    (error,) = errors(corpus, "mahr-claim", other_opponents="0012345679، تهران")
    assert (error.field, error.code) == ("other_opponents", "not_persons")


GUARDIAN = {
    "filing_for": "فرزند زیر سن قانونی یا محجور",
    "represented_name": "سارا نمونه",
    "represented_national_id": "1270000004",
    "capacity_document": "شناسنامه فرزند",
}


def test_a_guardian_acts_for_the_child_and_signs_as_guardian(draft_example: DraftForm) -> None:
    text = render_text(draft_example("assault", **GUARDIAN))
    assert "شاکی: سارا نمونه، شماره یا شناسه ملی: ۱۲۷۰۰۰۰۰۰۴" in text
    assert "ولی یا قیم: " in text
    assert "به موجب شناسنامه فرزند" in text
    assert "(ولی یا قیم شاکی)" in text
    assert "تصویر مصدق مدرک سمت" in text


@pytest.mark.parametrize(("filing_for", "standing"), [("شرکت یا مؤسسه", "نماینده قانونی"), ("موکل", "وکیل")])
def test_who_acts_for_a_company_or_a_client_is_named_as_such(
    filing_for: str, standing: str, draft_example: DraftForm
) -> None:
    facts = GUARDIAN | {"filing_for": filing_for, "represented_name": "شرکت نمونه"}
    text = render_text(draft_example("debt-claim", **facts))
    assert "خواهان: شرکت نمونه" in text
    assert f"{standing}: " in text
    assert f"({standing} خواهان)" in text


def test_an_heir_files_in_the_own_name_and_says_whose_heir(draft_example: DraftForm) -> None:
    facts = {
        "filing_for": "ورثه کسی که فوت کرده",
        "represented_name": "احمد نمونه",
        "capacity_document": "گواهی انحصار وراثت شماره ۱۲",
        "other_applicants": SARA,
    }
    text = render_text(draft_example("debt-claim", **facts))
    assert "از ورثه مرحوم احمد نمونه (به موجب گواهی انحصار وراثت شماره ۱۲)" in text
    assert "خواهان ۲: سارا نمونه" in text


def test_whoever_acts_for_another_is_asked_for_whom_and_by_what(corpus: Corpus) -> None:
    missing = {error.field for error in errors(corpus, "debt-claim", filing_for="شرکت یا مؤسسه")}
    assert missing == {"represented_name", "capacity_document"}


def test_whoever_files_alone_is_not_asked_about_others(corpus: Corpus) -> None:
    assert errors(corpus, "debt-claim", filing_for="خودم") == ()


def test_an_unknown_address_asks_for_service_by_publication_once(draft_example: DraftForm) -> None:
    text = render_text(draft_example("debt-claim", opponent_address="مجهول‌المکان"))
    assert text.count("ابلاغ از راه آگهی برابر ماده ۷۳") == 1
    assert "آگهی برابر" not in render_text(draft_example("debt-claim"))
