"""``dadkhah corpus diff``: what a newer import changes, and what of ours stands on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from typer.testing import CliRunner

from assistant.law import import_official, load_official
from assistant.law.commands import corpus_app
from assistant.law.diff import Change, compare
from assistant.law.diff.wording import MOST_LETTERS, difference
from assistant.law.schemas import OfficialArticle
from tests.law.conftest import House

OLD = "هر کس مالی را به امانت بگیرد باید ظرف ده روز از مطالبه آن را به صاحبش پس بدهد."
NEW = "هر کس مالی را به امانت بگیرد باید ظرف بیست روز از مطالبه آن را به صاحبش پس بدهد."


def article(
    number: str, text: str = "متن ماده.", status: str = "current", law: str = "sample-act"
) -> dict[str, Any]:
    return {"law": law, "law_title_fa": "قانون نمونه", "article": number, "text": text, "status": status}


def save(path: Path, *articles: dict[str, Any]) -> Path:
    path.write_text(
        "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles), encoding="utf-8"
    )
    return path


def official(*articles: dict[str, Any]) -> list[OfficialArticle]:
    return [OfficialArticle.model_validate(each) for each in articles]


def kinds(changes: list[Change]) -> dict[str, str]:
    return {change.id.partition(":")[2]: change.kind for change in changes}


def test_articles_are_told_apart_by_what_became_of_them() -> None:
    old = official(
        article("1"),
        article("2", OLD),
        article("3"),
        article("4"),
        article("5", status="former"),
        article("6"),
    )
    new = official(
        article("1"),
        article("2", NEW),
        article("3", status="repealed"),
        article("4", status="former"),
        article("5"),
        article("7"),
    )
    assert kinds(compare(old, new)) == {
        "2": "changed", "3": "repealed", "4": "repealed", "5": "restored", "7": "new", "6": "gone"
    }  # fmt: skip


def test_another_export_of_the_same_words_is_no_change() -> None:
    old, new = article("1", "ماده يک  كامل\nاست"), article("1", "ماده یک کامل است")
    assert compare(official(old), official(new)) == []
    assert compare(official(article("1")), official(article("1", status="unverified"))) == []


def test_a_change_is_shown_with_a_few_words_around_it() -> None:
    assert difference(OLD, NEW) == "امانت بگیرد باید ظرف [-ده-] {+بیست+} روز از مطالبه آن"


def test_what_was_only_left_out_or_put_in_is_shown_so() -> None:
    assert difference("الف ب پ", "الف پ") == "الف [-ب-] پ"
    assert difference("الف پ", "الف ب پ") == "الف {+ب+} پ"
    assert difference("الف", "الف") == ""


def test_a_long_change_is_cut() -> None:
    shown = difference("قدیم " * 400, "تازه " * 400)
    assert len(shown) <= MOST_LETTERS + 2
    assert shown.endswith(" …")


@pytest.fixture
def imported(house: House) -> House:
    """The house with the official texts of its two articles, and of one that has no note."""
    file = save(house.root / "old.jsonl", article("7", OLD), article("8 مکرر"), article("9"))
    import_official([file], house.data_dir)
    return house


def diff(run: CliRunner, *arguments: object) -> Result:
    return run.invoke(corpus_app, ["diff", *map(str, arguments)])


def test_the_same_texts_need_no_review(run: CliRunner, imported: House) -> None:
    result = diff(run, imported.root / "old.jsonl")
    assert result.exit_code == 0
    assert result.stdout == "no differences; notes to review: 0\n"


def test_a_changed_article_names_its_note_and_all_that_cites_it(run: CliRunner, imported: House) -> None:
    imported.replace("corpus/statutes/sample-act.yaml", "links: [", 'checked: "1405/08/01"\n    links: [')
    new = save(imported.root / "new.jsonl", article("7", NEW), article("8 مکرر"), article("9"))
    result = diff(run, new)
    assert result.exit_code == 1
    first, note, cited, change, count = result.stdout.splitlines()
    assert first == "changed   sample-act:7  ماده ۷ قانون نمونه"
    assert note == "    note, checked 1405/08/01"
    places = ["procedures/sample-claim.yaml", "questions › lost-deposit", "claims/sample-claim.yaml"]
    assert all(place in cited for place in (*places, "rules › T90", "claims/sample-claim/form.yaml"))
    assert "statutes" not in cited, "a link from note to note is no citation"
    assert "[-ده-] {+بیست+}" in change
    assert count == "1 changed; notes to review: 1"


def test_nothing_is_imported_and_no_note_is_touched(run: CliRunner, imported: House) -> None:
    version, note = (
        load_official(imported.data_dir).version,
        imported.root / "corpus/statutes/sample-act.yaml",
    )
    before = note.read_bytes()
    diff(run, save(imported.root / "new.jsonl", article("7", NEW)))
    assert load_official(imported.data_dir).version == version
    assert note.read_bytes() == before


def test_new_and_unused_articles_call_for_no_review(run: CliRunner, imported: House) -> None:
    new = save(
        imported.root / "new.jsonl",
        article("7", OLD),
        article("8 مکرر"),
        article("9", "متن تازه"),
        article("10"),
    )
    result = diff(run, new)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 changed, 1 new; notes to review: 0"


def test_a_law_that_is_not_among_the_files_is_as_it_was(run: CliRunner, imported: House) -> None:
    assert diff(run, save(imported.root / "new.jsonl", article("1", law="other-act"))).exit_code == 0


def test_programs_read_it_as_json(run: CliRunner, imported: House) -> None:
    new = save(imported.root / "new.jsonl", article("7", OLD, "repealed"), article("9"))
    result = diff(run, new, "--json")
    repealed, gone = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (repealed["article"], repealed["kind"], repealed["status"]) == (
        "sample-act:7",
        "repealed",
        "repealed",
    )
    assert repealed["note"] == {"id": "sample-act:7", "checked": None}
    assert (gone["article"], gone["kind"], gone["status"]) == ("sample-act:8 مکرر", "gone", None)
    assert gone["needs_review"] is True


def test_two_imports_are_compared_by_their_versions(run: CliRunner, imported: House) -> None:
    old = load_official(imported.data_dir).version
    new = import_official(
        [save(imported.root / "new.jsonl", article("7", NEW), article("8 مکرر"), article("9"))],
        imported.data_dir,
    )
    assert "1 changed" in diff(run, "--from", old).stdout
    assert "1 changed" in diff(run, "--from", old, "--to", new.version).stdout
    assert "no differences" in diff(run, "--from", new.version).stdout


@pytest.mark.parametrize(
    "arguments", [(), ("--to", "x"), ("old.jsonl", "--from", "x")], ids=["nothing", "only to", "both"]
)
def test_it_must_be_said_what_to_compare(run: CliRunner, imported: House, arguments: tuple[str, ...]) -> None:
    assert diff(run, *arguments).exit_code == 2


def test_a_bad_file_or_an_unknown_version_is_named(run: CliRunner, imported: House) -> None:
    (imported.root / "bad.jsonl").write_text("{\n")
    bad, unknown = diff(run, imported.root / "bad.jsonl"), diff(run, "--from", "0123456789abcdef")
    assert (bad.exit_code, unknown.exit_code) == (2, 2)
    assert "bad.jsonl:1: not valid JSON" in bad.stderr
    assert "0123456789abcdef" in unknown.stderr


def test_the_notes_to_review_come_out_as_marks_that_can_be_applied(run: CliRunner, imported: House) -> None:
    new = save(imported.root / "new.jsonl", article("7", NEW), article("8 مکرر"), article("9", "متن تازه"))
    file = imported.root / "review.yaml"
    result = diff(run, new, "--out", file)
    assert result.exit_code == 1
    assert "1 marks in" in result.stderr
    (mark,) = yaml.safe_load(file.read_bytes())["marks"]
    assert (mark["record"], mark["verdict"]) == ("note:sample-act:7", "doubt")
    assert "روز" not in mark["comment"], "official words do not come into the corpus"
    assert run.invoke(corpus_app, ["marks", str(file), "--apply"]).exit_code == 0
    note = imported.corpus(imported.data_dir).article("sample-act:7").note
    assert note is not None
    assert note.review == "needed"
    assert note.doubt is not None
    assert "متن رسمی این ماده عوض شده است" in note.doubt


def test_where_no_note_is_concerned_no_marks_are_written(run: CliRunner, imported: House) -> None:
    file = imported.root / "review.yaml"
    diff(run, imported.root / "old.jsonl", "--out", file)
    assert not file.exists()
