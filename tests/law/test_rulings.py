"""Unification rulings: imported beside the articles, cited as rulings, and never mistaken for articles."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from assistant.law import CorpusError, import_official
from assistant.law.citing import cite_together
from tests.law.conftest import House

SUPREME = {
    "ruling_number": "729",
    "date": "1391/12/01",
    "issuer": "هیات عمومی دیوان عالی کشور",
    "title": "دادگاه صالح در برداشت اینترنتی",
    "vote_text": "متن نمونه برای آزمون.",
}
ADMINISTRATIVE = {
    "date": "1397/01/28",
    "issuer": "دیوان عدالت اداری",
    "title": "رای وحدت رویه شماره 294 و295 مورخ 1397/01/28 هیات عمومی دیوان عدالت اداری",
    "vote_text": "متن نمونه دیگر.",
}


def file(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_ruling_is_cited_by_its_number_and_court(house: House) -> None:
    import_official([file(house.root / "a.jsonl", SUPREME)], house.data_dir)
    ruling = house.corpus(house.data_dir).article("supreme-court-rulings:729")
    assert ruling.is_ruling
    assert ruling.label == "رأی وحدت رویه شماره ۷۲۹ هیئت عمومی دیوان عالی کشور"
    assert ruling.title == "دادگاه صالح در برداشت اینترنتی"


def test_a_court_that_numbers_anew_every_year_is_cited_with_the_date(house: House) -> None:
    import_official([file(house.root / "a.jsonl", ADMINISTRATIVE)], house.data_dir)
    (ruling,) = house.corpus(house.data_dir).rulings
    assert ruling.number == "294 و 295 مورخ 1397/01/28"
    assert (
        ruling.title
        == ruling.label
        == ("رأی وحدت رویه شماره ۲۹۴ و ۲۹۵ مورخ ۱۳۹۷/۰۱/۲۸ هیئت عمومی دیوان عدالت اداری")
    )


def test_half_spaces_within_a_number_are_dropped(house: House) -> None:
    spaced = ADMINISTRATIVE | {
        "title": "رای وحدت رویه شماره 14‌033139‌0‌0 مورخ 14‌03/12/14 هیات عمومی دیوان عدالت اداری"
    }
    import_official([file(house.root / "a.jsonl", spaced)], house.data_dir)
    (ruling,) = house.corpus(house.data_dir).rulings
    assert ruling.number.startswith("1403313900 ")


def test_rulings_stand_apart_from_the_articles(house: House) -> None:
    import_official([file(house.root / "a.jsonl", SUPREME)], house.data_dir)
    corpus = house.corpus(house.data_dir)
    assert [ruling.id for ruling in corpus.rulings] == ["supreme-court-rulings:729"]
    assert all(not article.is_ruling for article in corpus.searchable)


def test_several_rulings_are_cited_together(house: House) -> None:
    other = SUPREME | {"ruling_number": "853"}
    import_official([file(house.root / "a.jsonl", SUPREME, other)], house.data_dir)
    corpus = house.corpus(house.data_dir)
    assert cite_together(corpus, ["supreme-court-rulings:729", "supreme-court-rulings:853"]) == (
        "آرای وحدت رویه شماره ۷۲۹ و ۸۵۳ هیئت عمومی دیوان عالی کشور"
    )


def test_rulings_can_come_as_csv(house: House) -> None:
    path = house.root / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(SUPREME))
        writer.writeheader()
        writer.writerow(SUPREME)
    assert import_official([path], house.data_dir).articles == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"issuer": "هیئت عالی نظارت"}, "issuer"),
        ({"ruling_number": "", "title": "بی شماره"}, "ruling_number"),
        ({"vote_text": ""}, "text"),
    ],
)
def test_a_row_that_cannot_be_cited_is_refused(house: House, change: dict[str, str], told: str) -> None:
    with pytest.raises(CorpusError) as problem:
        import_official([file(house.root / "a.jsonl", SUPREME | change)], house.data_dir)
    (finding,) = problem.value.findings
    assert told in finding.message
    assert finding.where.endswith("a.jsonl:1")
