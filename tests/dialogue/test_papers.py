"""Which papers a form asks for, and what is said of those that are not attached yet."""

from __future__ import annotations

from assistant.dialogue import Papers, papers_of
from assistant.law import load_corpus
from assistant.persian import JalaliDate

TODAY = JalaliDate.of(1405, 9, 3)
PAPERS = Papers(("تصویر مصدق سند ازدواج", "تصویر کارت ملی"), ("شهادت‌نامه",))


def test_a_paper_depends_on_the_facts() -> None:
    corpus = load_corpus()
    form = corpus.forms["mahr-claim"]
    own = papers_of(form, {}, corpus, TODAY)
    for_another = papers_of(form, {"filing_for": "موکلم"}, corpus, TODAY)
    assert "تصویر مصدق سند ازدواج" in own.required
    assert set(own.required) <= set(for_another.required)
    assert "تصویر مصدق مدرک سمت" in for_another.required
    assert "تصویر مصدق مدرک سمت" not in own.all


def test_a_paper_is_there_when_something_is_called_so_however_it_is_spelled() -> None:
    assert PAPERS.missing([]) == PAPERS.required
    assert PAPERS.missing(["تصوير كارت ملی"]) == ("تصویر مصدق سند ازدواج",)
    assert PAPERS.missing(["عکس دیگری"]) == PAPERS.required


def test_it_is_said_what_is_missing_until_nothing_is() -> None:
    assert PAPERS.said_missing([]) == "هنوز مانده: تصویر مصدق سند ازدواج؛ تصویر کارت ملی"
    assert "پیوست شده است" in PAPERS.said_missing(PAPERS.required)
    assert Papers((), ("شهادت‌نامه",)).said_missing([]) == ""
