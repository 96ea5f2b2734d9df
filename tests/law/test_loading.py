"""Loading: the whole corpus or a clear word about what is wrong, and where."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from assistant.law import CorpusError, UnknownArticle, load_corpus
from assistant.law.yaml_files import CACHE_NAME
from tests.law.conftest import House


def test_every_kind_of_record_is_loaded_under_its_name(house: House) -> None:
    corpus = house.corpus()
    assert list(corpus.statutes) == ["sample-act"]
    assert list(corpus.articles) == ["sample-act:7", "sample-act:8 مکرر"]
    assert set(corpus.rules) == {"T90", "F90"}
    assert list(corpus.procedures) == list(corpus.claims) == list(corpus.forms) == ["sample-claim"]
    assert list(corpus.questions) == ["lost-deposit"]
    assert list(corpus.fields) == ["applicant_name", "demand_date"]
    assert list(corpus.structures) == ["petition"]
    assert corpus.holidays
    assert corpus.form_dir("sample-claim").joinpath("body.j2").is_file()


def test_the_corpus_is_frozen(house: House) -> None:
    corpus = house.corpus()
    with pytest.raises(dataclasses.FrozenInstanceError):
        corpus.version = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        corpus.claims["other"] = corpus.claims["sample-claim"]  # type: ignore[index]


def test_an_article_is_called_by_its_number_and_law(house: House) -> None:
    corpus = house.corpus()
    assert corpus.label("sample-act:7") == "ماده ۷ قانون نمونه"
    assert corpus.label("sample-act:8 مکرر") == "ماده ۸ مکرر قانون نمونه"
    assert corpus.article("sample-act:7").title == "بازگرداندن امانت"


def test_an_article_of_the_constitution_is_called_by_its_own_word(house: House) -> None:
    house.write(
        "corpus/statutes/constitution.yaml",
        """
        law: constitution
        title: قانون اساسی
        articles: [{number: "34", title: دادخواهی, note: هرکس می‌تواند به دادگاه برود.}]
        """,
    )
    assert house.corpus().label("constitution:34") == "اصل ۳۴ قانون اساسی"


def test_an_article_that_does_not_exist_has_no_label(house: House) -> None:
    with pytest.raises(UnknownArticle, match="sample-act:9"):
        house.corpus().label("sample-act:9")


def test_the_version_follows_the_content(house: House) -> None:
    before = house.corpus().version
    assert house.corpus().version == before
    house.replace("corpus/statutes/sample-act.yaml", "امانت", "سپرده")
    assert house.corpus().version != before


def test_the_corpus_is_loaded_once_per_process(house: House) -> None:
    folders = (house.root / "corpus", house.root / "templates")
    assert load_corpus(*folders) is load_corpus(*folders)


def test_a_corpus_with_a_broken_record_is_refused(house: House) -> None:
    house.replace("corpus/claims/sample-claim.yaml", "group:", "groop:")
    with pytest.raises(CorpusError, match=r"2 problem\(s\)") as refused:
        load_corpus(house.root / "corpus", house.root / "templates")
    assert {finding.where for finding in refused.value.findings} == {
        "corpus/claims/sample-claim.yaml › slug sample-claim › group",
        "corpus/claims/sample-claim.yaml › slug sample-claim › groop",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "advice"),
    [
        ("statutes/sample-act.yaml", "title: تلف", "titel: تلف", "(number 8 مکرر) › title", "is missing: add it"),
        ("statutes/sample-act.yaml", "title: تلف", "titel: تلف", "(number 8 مکرر) › titel", "not part of the schema"),
        ("statutes/sample-act.yaml", 'number: "7"', "number: 7", "(number 7) › number", "goes in quotes"),
        ("rules/sample.yaml", "1402/01/01", "1402/1/1", "id F90 › values[0] › valid_from", "does not have the form"),
        ("rules/sample.yaml", "category: fee", "category: tax", "id F90 › category", "not one of 'jurisdiction'"),
        ("claims/sample-claim.yaml", ", فرشمو پس نمیده", "", "slug sample-claim › utterances", "at least 6"),
        ("claims/sample-claim.yaml", "near_misses: []", "near_misses: none", "› near_misses", "write a list here"),
        ("procedures/sample-claim.yaml", ", cites: [sample-act:7]}]\nwho", "}]\nwho", "summary[0]", "cites no article"),
        ("questions/sample.yaml", ", امانتو دزدیدن", "", "id lost-deposit › wordings", "at least 3"),
    ],
)  # fmt: skip
def test_a_record_that_does_not_fit_says_where_and_what_to_do(
    house: House, file: str, old: str, new: str, where: str, advice: str
) -> None:
    house.replace(f"corpus/{file}", old, new)
    problems = house.unreadable()
    assert any(where in problem and advice in problem for problem in problems), problems
    assert all(problem.startswith(f"corpus/{file}") for problem in problems)


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("law: [sample-act\n", ":2", "not valid YAML"),
        ("law: sample-act\nlaw: other-act\n", ":1", "the key 'law' stands twice"),
        ("law: sample-act\narticles: {7: x}\n", ":2", "put the key 7 in quotes"),
    ],
)
def test_yaml_that_cannot_be_read_names_the_line(house: House, text: str, line: str, advice: str) -> None:
    house.write("corpus/statutes/sample-act.yaml", text)
    (problem,) = house.unreadable()
    assert problem.startswith(f"corpus/statutes/sample-act.yaml{line}")
    assert advice in problem


def test_a_file_in_another_encoding_is_named(house: House) -> None:
    (house.root / "corpus/statutes/sample-act.yaml").write_bytes("law: قانون".encode("cp1256"))
    assert house.unreadable() == ["corpus/statutes/sample-act.yaml: this file is not UTF-8: save it as UTF-8"]


def test_a_file_is_called_like_its_record(house: House) -> None:
    house.replace("corpus/claims/sample-claim.yaml", "slug: sample-claim", "slug: other-claim")
    assert house.unreadable() == [
        "corpus/claims/sample-claim.yaml: it says slug: other-claim; name the file after its slug"
    ]


def test_a_record_stands_once(house: House) -> None:
    house.replace("corpus/rules/sample.yaml", "id: F90", "id: T90")
    assert house.unreadable() == ["corpus/rules/sample.yaml: T90 stands twice in the corpus: keep one"]


def test_a_list_file_must_hold_a_list(house: House) -> None:
    house.write("corpus/questions/sample.yaml", "id: lost-deposit")
    assert house.unreadable() == [
        "corpus/questions/sample.yaml: a list of records is needed: start each with '- '"
    ]


def test_parsed_files_are_kept_and_only_the_changed_one_is_parsed_again(house: House) -> None:
    plain = house.corpus(house.data_dir)
    cache = house.data_dir / "cache" / CACHE_NAME
    kept = json.loads(cache.read_bytes())
    assert house.corpus(house.data_dir).claims == plain.claims
    house.replace("corpus/claims/sample-claim.yaml", "group: اموال", "group: امانت")
    assert house.corpus(house.data_dir).claims["sample-claim"].group == "امانت"
    assert len(kept.keys() - json.loads(cache.read_bytes()).keys()) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff"])
def test_a_damaged_cache_is_built_anew(house: House, damage: bytes) -> None:
    whole = house.corpus(house.data_dir)
    cache = house.data_dir / "cache" / CACHE_NAME
    cache.write_bytes(damage)
    assert house.corpus(house.data_dir).version == whole.version
    assert json.loads(cache.read_bytes())


def test_a_data_folder_that_cannot_be_written_is_no_hindrance(house: House, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    assert house.corpus(blocked).version == house.corpus().version
