"""``dadkhah corpus``: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from assistant.law.commands import corpus_app
from tests.law.conftest import House

ARTICLE = '{"law": "sample-act", "law_title_fa": "قانون نمونه", "article": "9", "text": "متن نمونه"}\n'


def test_check_prints_a_table_and_fails_where_there_are_errors(run: CliRunner, house: House) -> None:
    house.replace("corpus/statutes/sample-act.yaml", "{rule:T90}", "{rule:T91}")
    result = run.invoke(corpus_app, ["check"])
    assert result.exit_code == 1
    assert "refers to rule T91" in result.stdout
    assert "3 errors, 0 warnings" in result.stdout


def test_check_as_json_has_one_object_for_each_finding(run: CliRunner, house: House) -> None:
    house.replace("corpus/claims/sample-claim.yaml", "group:", "groop:")
    result = run.invoke(corpus_app, ["check", "--json"])
    findings = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {
        "level": "error",
        "where": "corpus/claims/sample-claim.yaml › slug sample-claim › group",
        "message": "this key is missing: add it",
    } in findings


def test_check_notices_json_schemas_that_are_not_current(run: CliRunner, house: House) -> None:
    (house.root / "corpus/schemas/claim.json").write_text("{}")
    assert "schemas/claim.json" in run.invoke(corpus_app, ["check"]).stdout
    assert run.invoke(corpus_app, ["schemas"]).stdout == "Written: claim.json.\n"
    assert run.invoke(corpus_app, ["schemas"]).stdout == "All schemas are current.\n"


def test_import_says_what_it_did_and_when_there_was_nothing_to_do(run: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "official.jsonl"
    file.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "index.json").write_text("[]")
    first = run.invoke(corpus_app, ["import", str(file), str(tmp_path / "index.json")])
    second = run.invoke(corpus_app, ["import", str(file)])
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 articles of 1 laws (1 current)" in first.stdout
    assert "index.json: skipped" in first.stderr
    assert second.stdout.startswith("Nothing to do: the same content is in use")


def test_import_of_a_bad_file_names_the_line_and_fails(run: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "official.jsonl"
    file.write_text(ARTICLE + "{\n", encoding="utf-8")
    result = run.invoke(corpus_app, ["import", str(file)])
    assert result.exit_code == 1
    assert f"{file}:2: not valid JSON" in result.stderr
    assert "Nothing was imported: 1 problem(s)." in result.stderr


def test_stats_count_notes_and_official_texts(run: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "official.jsonl"
    file.write_text(ARTICLE, encoding="utf-8")
    run.invoke(corpus_app, ["import", str(file)])
    table = run.invoke(corpus_app, ["stats"])
    counts = json.loads(run.invoke(corpus_app, ["stats", "--json"]).stdout)
    assert table.exit_code == 0
    assert "sample-act" in table.stdout
    assert {"kind": "official", "group": "sample-act", "total": 1, "checked": None, "review": None} in counts


def test_a_strict_check_refuses_what_was_not_read_a_second_time(run: CliRunner, house: House) -> None:
    def unread(*options: str) -> set[str]:
        findings = json.loads(run.invoke(corpus_app, ["check", "--json", *options]).stdout)
        return {found["where"] for found in findings if "was not read a second time" in found["message"]}

    assert unread() == set()
    everything = {
        "statutes/sample-act.yaml › 7",
        "statutes/sample-act.yaml › 8 مکرر",
        "procedures/sample-claim.yaml",
        "questions › lost-deposit",
    }
    assert unread("--strict") == everything
    house.replace("corpus/questions/sample.yaml", "forms: [", 'checked: "1405/08/01"\n  forms: [')
    assert unread("--strict") == everything - {"questions › lost-deposit"}


def test_a_strict_check_names_the_first_and_counts_the_rest(run: CliRunner, house: House) -> None:
    notes = "".join(
        f'\n  - {{number: "{n}", title: عنوان شماره {n}, note: "متن شماره {n} است."}}'
        for n in range(100, 130)
    )
    statute = house.root / "corpus/statutes/sample-act.yaml"
    statute.write_text(statute.read_text(encoding="utf-8").rstrip() + notes, encoding="utf-8")
    said = run.invoke(corpus_app, ["check", "--strict", "--json"]).stdout
    assert said.count("was not read a second time") == 20 + 2
    assert "12 more were not read a second time" in said
