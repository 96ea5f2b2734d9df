"""Importing official texts: all or nothing, versioned, and never more than data."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.law import CorpusError, import_official, load_official
from assistant.law.official import Imported
from tests.law.conftest import House

Row = dict[str, object]


def row(article: str, text: str = "متن ماده نمونه.", **more: object) -> Row:
    return {
        "law": "sample-act",
        "law_title_fa": "قانون نمونه",
        "year": "1400",
        "article": article,
        "text": text,
        **more,
    }


def lines(path: Path, *rows: Row) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def refused(*files: Path, data_dir: Path) -> list[str]:
    with pytest.raises(CorpusError) as problem:
        import_official(files, data_dir)
    assert load_official(data_dir).articles == ()
    return [f"{finding.where}: {finding.message}" for finding in problem.value.findings]


def imported(path: Path, data_dir: Path) -> Imported:
    return import_official([path], data_dir)


def test_without_an_import_there_are_no_official_texts(tmp_path: Path) -> None:
    assert load_official(tmp_path).version is None


def test_imported_articles_stand_beside_the_notes(house: House) -> None:
    imported(lines(house.root / "a.jsonl", row("7"), row("9")), house.data_dir)
    corpus = house.corpus(house.data_dir)
    assert corpus.article("sample-act:7").note is not None
    assert corpus.article("sample-act:7").official is not None
    assert corpus.article("sample-act:9").note is None
    assert corpus.label("sample-act:9") == "ماده ۹ قانون نمونه"
    assert corpus.version != house.corpus().version


def test_the_same_content_in_any_format_is_the_same_version(tmp_path: Path) -> None:
    rows = [row("1", 'متنی، با "نقل" و\nسطر دوم'), row("2 مکرر", heading="فصل یکم")]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(
            file, fieldnames=["law", "law_title_fa", "year", "article", "text", "heading"]
        )
        writer.writeheader()
        writer.writerows(rows)
    by_lines = imported(lines(tmp_path / "a.jsonl", *rows), tmp_path / "1")
    by_array = imported(tmp_path / "a.json", tmp_path / "2")
    by_table = imported(tmp_path / "a.csv", tmp_path / "3")
    assert by_lines.version == by_array.version
    texts = [article.text for article in load_official(tmp_path / "3").articles]
    assert by_table.articles == 2
    assert texts == [row["text"] for row in rows]


def test_importing_the_same_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", row("1"))
    first, second = imported(file, tmp_path), imported(file, tmp_path)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert first.version == second.version


def test_an_earlier_version_is_kept_and_can_come_back(tmp_path: Path) -> None:
    old = imported(lines(tmp_path / "old.jsonl", row("1", "متن پیشین")), tmp_path)
    new = imported(lines(tmp_path / "new.jsonl", row("1", "متن تازه")), tmp_path)
    assert load_official(tmp_path).articles[0].text == "متن تازه"
    assert (tmp_path / "official" / old.version / "articles.jsonl").is_file()
    assert not imported(tmp_path / "old.jsonl", tmp_path).unchanged
    assert load_official(tmp_path).version == old.version != new.version


def test_a_law_is_replaced_as_a_whole_and_the_others_stay(tmp_path: Path) -> None:
    other = row("1") | {"law": "other-act", "law_title_fa": "قانون دیگر"}
    imported(lines(tmp_path / "a.jsonl", row("1"), row("2"), other), tmp_path)
    after = imported(lines(tmp_path / "b.jsonl", row("1", "متن تازه")), tmp_path)
    assert (after.laws, after.articles) == (2, 2)
    assert {(a.law, a.article, a.text) for a in load_official(tmp_path).articles} == {
        ("sample-act", "1", "متن تازه"),
        ("other-act", "1", "متن ماده نمونه."),
    }


def test_the_manifest_counts_what_is_held(tmp_path: Path) -> None:
    done = imported(lines(tmp_path / "a.jsonl", row("1"), row("2", status="repealed")), tmp_path)
    manifest = json.loads((tmp_path / "official" / done.version / "manifest.json").read_bytes())
    assert manifest["laws"] == {"sample-act": {"title": "قانون نمونه", "articles": 2}}
    assert manifest["status"] == {"current": 1, "repealed": 1} == done.by_status
    assert list(manifest["files"]) == ["a.jsonl"]


def test_of_two_texts_of_an_article_the_current_one_is_kept(tmp_path: Path) -> None:
    done = imported(
        lines(
            tmp_path / "a.jsonl",
            row("1", "متن پیشین", status="former"),
            row("1", "متن جاری"),
            row("1", "دیگری"),
        ),
        tmp_path,
    )
    assert [article.text for article in load_official(tmp_path).articles] == ["متن جاری"]
    assert done.notices == (
        f"sample-act:1 stands twice: kept {tmp_path}/a.jsonl:2 (current), left out {tmp_path}/a.jsonl:1 (former)",
        f"sample-act:1 stands twice: kept {tmp_path}/a.jsonl:2 (current), left out {tmp_path}/a.jsonl:3 (current)",
    )


def test_the_table_of_contents_among_the_files_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text('[{"law": "sample-act", "records": 1}]')
    done = import_official([tmp_path / "index.json", lines(tmp_path / "a.jsonl", row("1"))], tmp_path)
    assert done.articles == 1
    assert done.notices == (f"{tmp_path}/index.json: skipped, a table of contents",)


def test_only_texts_in_force_are_searchable_and_unverified_ones_are_marked(house: House) -> None:
    rows = [row("1"), row("2", status="unverified"), row("3", status="former"), row("4", status="repealed")]
    imported(lines(house.root / "a.jsonl", *rows), house.data_dir)
    corpus = house.corpus(house.data_dir)
    found = {article.number: article.needs_review for article in corpus.searchable if article.official}
    assert found == {"1": False, "2": True}


def test_numbers_in_persian_digits_give_the_same_id(tmp_path: Path) -> None:
    imported(lines(tmp_path / "a.jsonl", row("۱۰ مكرر")), tmp_path)
    assert [article.article for article in load_official(tmp_path).articles] == ["10 مکرر"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not valid JSON"),
        ("[]", "an article is an object with the columns law, law_title_fa, article, text"),
        ("[" * 100_000, "nested too deeply"),
        ('{"law": "sample-act"}', "law_title_fa: this key is missing: add it"),
        (json.dumps(row("2", "")), "text: this text is empty"),
        (json.dumps(row("2") | {"law": "../../etc"}), "does not have the form"),
        (json.dumps(row("2") | {"article": 2}), "article: write text here; a number or date goes in quotes"),
        (json.dumps(row("2", "متن\x00")), "control characters"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_imported(tmp_path: Path, line: str, problem: str) -> None:
    file = lines(tmp_path / "a.jsonl", row("1"))
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    (said,) = refused(file, data_dir=tmp_path)
    assert said.startswith(f"{file}:2: ")
    assert problem in said


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.json", b"{}", "a list of articles is needed"),
        ("a.json", b'[{"law": "sample-act"}]', "a.json[0]: law_title_fa: this key is missing"),
        ("a.csv", b"law;text\n", "a.csv:1: the first line must name the columns law, law_title_fa, article, text"),
        ("a.csv", b"law,law_title_fa,article,text\nsample-act,x,1\n", "a.csv:2: this row has not as many columns"),
        ("a.csv", b'law,law_title_fa,article,text\nsample-act,x,1,"open\n', "not valid CSV"),
        ("a.txt", b"text", "give files that end in .jsonl, .json, .csv"),
        ("a.jsonl", b"\n\xff", "a.jsonl:2: not UTF-8"),
        ("a.jsonl", b"", "no articles found"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_the_formats_is_refused(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (said,) = refused(tmp_path / name, data_dir=tmp_path)
    assert problem in said


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (said,) = refused(tmp_path / "none.jsonl", data_dir=tmp_path)
    assert said == f"{tmp_path}/none.jsonl: cannot be read: No such file or directory"


def test_all_bad_lines_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = [lines(tmp_path / name, row(""), row("")) for name in ("a.jsonl", "b.jsonl")]
    assert len(refused(*files, data_dir=tmp_path)) == 4


def test_a_text_is_data_and_never_a_template(house: House) -> None:
    text = "{rule:T90} {{ 7 * 7 }} <script>"
    imported(lines(house.root / "a.jsonl", row("9", text)), house.data_dir)
    official = house.corpus(house.data_dir).article("sample-act:9").official
    assert official is not None
    assert official.text == text


def test_a_damaged_snapshot_says_to_import_again_and_that_mends_it(tmp_path: Path) -> None:
    done = imported(lines(tmp_path / "a.jsonl", row("1")), tmp_path)
    (tmp_path / "official" / done.version / "articles.jsonl").write_bytes(b"{")
    with pytest.raises(CorpusError, match="import the official texts again"):
        load_official(tmp_path)
    (notice,) = imported(tmp_path / "a.jsonl", tmp_path).notices
    assert "damaged" in notice
    assert len(load_official(tmp_path).articles) == 1


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
@settings(deadline=None)
def test_any_text_comes_back_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("import")
    imported(lines(folder / "a.jsonl", row("1", text)), folder)
    assert load_official(folder).articles[0].text == text.strip()
