"""A lawyer's page in a real browser: filter, search, mark, save; and the file is taken by the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.law import load_corpus
from assistant.law.report.marks import read_marks, refusals
from assistant.law.report.pages import write_report
from assistant.settings import PROJECT


@pytest.fixture
def lawyer(page: Page, tmp_path: Path) -> Page:
    """The page of the questions on dower, open."""
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    write_report(corpus, PROJECT / "corpus", PROJECT / "templates", tmp_path, "1405/09/03")
    page.goto((tmp_path / "question-mahr.html").as_uri())
    return page


def test_marks_are_saved_as_a_file_that_fits_the_corpus(lawyer: Page, tmp_path: Path) -> None:
    first, second = lawyer.locator(".entry").nth(0), lawyer.locator(".entry").nth(1)
    first.get_by_label("درست است").check()
    second.get_by_label("اصلاح شود").check()
    lawyer.get_by_label("نام شما").fill("مینا وکیلی")
    lawyer.get_by_role("button", name="ذخیره علامت‌ها").click()
    expect(lawyer.locator("#message")).to_contain_text("توضیح بنویسید")
    second.locator("textarea").fill("مهلت را هم بگویید")
    with lawyer.expect_download() as download:
        lawyer.get_by_role("button", name="ذخیره علامت‌ها").click()
    download.value.save_as(tmp_path / "marks.json")
    marks = read_marks(tmp_path / "marks.json")
    assert (marks.reviewer, marks.figures_on) == ("مینا وکیلی", "1405/09/03")
    assert [(mark.verdict, mark.comment) for mark in marks.marks] == [
        ("right", ""),
        ("mend", "مهلت را هم بگویید"),
    ]
    assert refusals(marks, load_corpus(PROJECT / "corpus", PROJECT / "templates")) == {}


def test_what_was_marked_is_still_there_after_a_reload(lawyer: Page) -> None:
    lawyer.locator(".entry").nth(0).get_by_label("تردید").check()
    lawyer.locator(".entry").nth(0).locator("textarea").fill("نمی‌دانم")
    lawyer.reload()
    expect(lawyer.locator(".entry").nth(0).get_by_label("تردید")).to_be_checked()
    expect(lawyer.locator(".entry").nth(0).locator("textarea")).to_have_value("نمی‌دانم")


def test_search_and_filter_leave_what_is_looked_for(lawyer: Page) -> None:
    everything = lawyer.locator(".entry").count()
    lawyer.get_by_label("جستجو").fill("قسط")
    shown = lawyer.locator(".entry:visible")
    expect(shown.filter(has_not_text="قسط")).to_have_count(0)
    assert 0 < shown.count() < everything
    assert all("قسط" in each or "قسطی" in each for each in shown.all_inner_texts())
    lawyer.get_by_label("جستجو").fill("")
    lawyer.locator(".entry").nth(0).get_by_label("درست است").check()
    lawyer.get_by_label("نشان بده").select_option("marked")
    expect(shown).to_have_count(1)
