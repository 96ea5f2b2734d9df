"""The pages for lawyers: every record with what it stands on, safe to open, and marks that come back."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.law import import_official, read_corpus
from assistant.law.commands import corpus_app
from assistant.law.report.pages import write_report
from assistant.law.report.records import content_hash, markable
from assistant.settings import PROJECT
from tests.law.conftest import House

NOTE = "corpus/statutes/sample-act.yaml"
GUIDE = "corpus/procedures/sample-claim.yaml"
OFFICIAL = {
    "law": "sample-act",
    "law_title_fa": "قانون نمونه",
    "article": "7",
    "text": "متن رسمی <b>ماده</b> هفت.",
}
PAGES = ["index.html", "note-sample-act.html", "procedure-claims.html", "question-sample.html"]


@pytest.fixture
def pages(house: House) -> House:
    """The house with the templates of the report."""
    shutil.copytree(PROJECT / "templates/report", house.root / "templates/report")
    return house


def write(house: House, day: str = "1405/09/03") -> Path:
    corpus, out = house.corpus(house.data_dir), house.root / "pages"
    write_report(corpus, house.root / "corpus", house.root / "templates", out, day)
    return out


def text(page: Path) -> str:
    """What a page says, without markup."""
    body = re.sub(
        r"<style>.*?</style>|<script>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


def test_there_is_one_page_for_each_area_and_an_index_that_leads_to_all(run: CliRunner, pages: House) -> None:
    result = run.invoke(corpus_app, ["report", "--out", str(pages.root / "pages")])
    assert result.exit_code == 0
    assert result.stdout.startswith("4 pages: open ")
    assert sorted(path.name for path in (pages.root / "pages").glob("*.html")) == PAGES
    index = (pages.root / "pages/index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]+)"', index) == PAGES[1:]


def test_a_record_is_shown_with_everything_a_lawyer_needs(pages: House) -> None:
    pages.replace(
        NOTE,
        "links: [",
        "keywords: [امانتی]\n    asked: [مالمو نمیده]\n    review: needed\n    doubt: شاید\n    links: [",
    )
    pages.replace(NOTE, "title: تلف امانت", 'title: تلف امانت\n    checked: "1405/08/01"')
    said = text(write(pages) / "note-sample-act.html")
    for part in (
        "بازگرداندن امانت", "ماده ۷ قانون نمونه", "باید آن را ظرف ۲۰ روز پس بدهد", "امانتی", "مالمو نمیده",
        "تردید ثبت‌شده: شاید", "نیازمند بازبینی", "خوانده‌شده ۱۴۰۵/۰۸/۰۱", "خوانده‌نشده", "ماده ۸ مکرر قانون نمونه",
    ):  # fmt: skip
        assert part in said
    guide = text(write(pages) / "procedure-claims.html")
    assert "دادخواست: دادخواست بدهید" in guide
    assert "هزینه آن ۱٬۵۰۰٬۰۰۰ ریال" in guide


def test_the_figures_are_those_of_the_day_and_name_their_rule(pages: House) -> None:
    span = '20\n      valid_to: "1405/12/29"\n    - value: 30\n      valid_from: "1406/01/01"'
    pages.replace(
        "corpus/rules/sample.yaml", "{days: 20, from: ابلاغ, days_abroad: 60, months_abroad: 2}", span
    )
    figure = '<span class="figure" title="مهلت پس دادن">{} روز</span>'
    assert figure.format("۲۰") in (write(pages) / "note-sample-act.html").read_text(encoding="utf-8")
    later = write(pages, "1406/02/01") / "note-sample-act.html"
    assert figure.format("۳۰") in later.read_text(encoding="utf-8")


def test_the_official_text_stands_beside_where_it_was_imported(pages: House) -> None:
    assert "متن رسمی" not in text(write(pages) / "note-sample-act.html")
    pages.write("a.jsonl", json.dumps(OFFICIAL))
    import_official([pages.root / "a.jsonl"], pages.data_dir)
    out = write(pages)
    assert "متن رسمی <b>ماده</b> هفت." in text(out / "note-sample-act.html")
    guide = (out / "procedure-claims.html").read_text(encoding="utf-8")
    assert guide.count("متن رسمی &lt;b&gt;ماده&lt;/b&gt; هفت.") == 1, "once a page, however often it is cited"


def test_texts_are_data_and_never_markup(pages: House) -> None:
    pages.replace(NOTE, "title: تلف امانت", "title: تلف <script>alert(1)</script> {{ 7 * 7 }}")
    page = (write(pages) / "note-sample-act.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "{{ 7 * 7 }}" in page
    assert page.count("<script>") == 1


def test_a_page_asks_nothing_of_the_network(pages: House) -> None:
    shutil.copytree(PROJECT / "templates/documents/fonts", pages.root / "templates/documents/fonts")
    out = write(pages)
    assert (out / "fonts/Vazirmatn-Regular.ttf").is_file()
    for page in out.glob("*.html"):
        content = page.read_text(encoding="utf-8")
        assert '<html lang="fa" dir="rtl">' in content
        for target in re.findall(r'(?:src|href)="([^"]+)"|url\("([^"]+)"\)', content):
            assert (out / (target[0] or target[1])).is_file()


def test_each_record_carries_the_key_and_hash_by_which_its_mark_comes_back(
    pages: House, run: CliRunner
) -> None:
    corpus, out = pages.corpus(), write(pages)
    seen = {}
    for page in out.glob("*.html"):
        content = html.unescape(page.read_text(encoding="utf-8"))
        seen |= dict(re.findall(r'data-record="([^"]+)" data-seen="([^"]+)"', content))
    assert seen == {
        key: content_hash(record, corpus, "1405/09/03") for key, record in markable(corpus).items()
    }


def test_a_broken_reference_does_not_stop_the_report(pages: House) -> None:
    pages.replace(NOTE, "{rule:T90}", "{rule:T91}")
    assert "{rule:T91}" in text(write(pages) / "note-sample-act.html")


def test_the_shipped_corpus_fills_pages_that_are_not_too_large(tmp_path: Path) -> None:
    corpus, _ = read_corpus(PROJECT / "corpus", PROJECT / "templates")
    written = write_report(corpus, PROJECT / "corpus", PROJECT / "templates", tmp_path, "1405/09/03")
    shown = sum(page.read_text(encoding="utf-8").count('<article class="entry"') for page in written)
    assert shown == len(markable(corpus))
    assert max(page.stat().st_size for page in written) < 4_000_000
