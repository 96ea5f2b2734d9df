"""The changelog of the law: checked like the rest of the corpus, and told by ``dadkhah corpus changes``."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from assistant.law import load_corpus
from assistant.law.checks.changelog import changelog
from assistant.law.commands import corpus_app
from assistant.law.schemas import RULE_REFERENCE
from assistant.settings import PROJECT
from tests.law.conftest import House

FILE = "corpus/changelog.yaml"
CHANGES = """
    - date: "1404/02/01"
      articles: [sample-act:7, sample-act:8 مکرر]
      what: مهلت پس دادن امانت بلندتر شد.
      source: اصلاح ۱۴۰۴/۰۲/۰۱ قانون نمونه
    - date: "1402/12/29"
      articles: [sample-act:7]
      what: قانون نمونه اجرایی شد.
      source: گزارش خبری
      confidence: secondary
"""


@pytest.fixture
def told(house: House) -> House:
    house.write(FILE, CHANGES)
    return house


def test_a_corpus_without_a_changelog_is_whole(house: House, run: CliRunner) -> None:
    assert house.corpus().changelog == ()
    assert run.invoke(corpus_app, ["changes"]).stdout == ""


def test_the_changes_are_loaded_newest_first_and_are_part_of_the_version(house: House) -> None:
    before = house.corpus().version
    house.write(FILE, CHANGES)
    assert [change.date for change in house.corpus().changelog] == ["1404/02/01", "1402/12/29"]
    assert house.corpus().version != before
    assert house.findings() == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "sample-act:8 مکرر",
            "sample-act:9",
            "changelog.yaml › 1404/02/01: names sample-act:9, which does not exist",
        ),
        ("1402/12/29", "1402/12/30", "changelog.yaml › 1402/12/30: there is no such day"),
        (
            "1402/12/29",
            "1404/02/02",
            "changelog.yaml › 1404/02/02: stands after 1404/02/01: put the newest first",
        ),
    ],
)
def test_a_mistake_is_an_error(told: House, old: str, new: str, found: str) -> None:
    told.replace(FILE, old, new)
    (error,) = told.findings()
    assert error.startswith(found)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("articles: [sample-act:7]", "articles: []", "articles: give at least 1 item(s)"),
        ('"1402/12/29"', "بهار ۱۴۰۲", "date: 'بهار ۱۴۰۲' does not have the form"),
        ("source: گزارش خبری", "sources: گزارش خبری", "source: this key is missing"),
        ("confidence: secondary", "confidence: شنیده", "is not one of 'verified', 'secondary' or 'unsure'"),
    ],
)
def test_an_entry_that_does_not_fit_is_named(told: House, old: str, new: str, found: str) -> None:
    told.replace(FILE, old, new)
    assert any(found in line for line in told.unreadable()), told.unreadable()


def test_changes_are_printed_with_their_articles_and_how_sure_they_are(told: House, run: CliRunner) -> None:
    assert run.invoke(corpus_app, ["changes"]).stdout.splitlines() == [
        "1404/02/01  مهلت پس دادن امانت بلندتر شد.",
        "            sample-act:7, sample-act:8 مکرر (اصلاح ۱۴۰۴/۰۲/۰۱ قانون نمونه)",
        "1402/12/29  قانون نمونه اجرایی شد. [secondary]",
        "            sample-act:7 (گزارش خبری)",
    ]


@pytest.mark.parametrize(
    ("since", "dates"),
    [("1403/01/01", ["1404/02/01"]), ("۱۴۰۲/۱۲/۲۹", ["1404/02/01", "1402/12/29"]), ("1404/02/02", [])],
)
def test_only_the_changes_since_a_day_are_told(
    told: House, run: CliRunner, since: str, dates: list[str]
) -> None:
    changes = json.loads(run.invoke(corpus_app, ["changes", "--since", since, "--json"]).stdout)
    assert [change["date"] for change in changes] == dates


def test_a_day_that_is_none_is_refused(told: House, run: CliRunner) -> None:
    result = run.invoke(corpus_app, ["changes", "--since", "1403/13/01"])
    assert result.exit_code == 2
    assert "--since" in result.stderr


def test_the_shipped_changelog_tells_known_changes_and_no_figures() -> None:
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    assert list(changelog(corpus)) == []
    dates = {cite: change.date for change in reversed(corpus.changelog) for cite in change.articles}
    assert dates["penal-code-1392:104"] == "1403/02/25"
    assert dates["landlord-tenant-1376:2"] == "1403/02/10"
    assert dates["dispute-councils-and-peace-courts-1402:12"] == "1402/06/22"
    unconfirmed = [
        change for change in corpus.changelog if "mandatory-registration-1403:1" in change.articles
    ]
    assert {change.confidence for change in unconfirmed} == {"secondary"}
    for change in corpus.changelog:
        assert change.what.endswith("."), change.what
        assert not RULE_REFERENCE.search(change.what)
        assert not any(character.isdigit() for character in change.what), change.what
