"""What comes back from lawyers: read, matched with what they saw, and written line by line."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from typer.testing import CliRunner

from assistant.law import load_corpus
from assistant.law.commands import corpus_app
from assistant.law.report.editing import CannotEdit, edited
from assistant.law.report.places import record_places
from assistant.law.report.records import content_hash, markable
from assistant.settings import PROJECT
from tests.law.conftest import House

NOTE = "corpus/statutes/sample-act.yaml"
GUIDE = "corpus/procedures/sample-claim.yaml"
QUESTION = "corpus/questions/sample.yaml"
DAY = "1405/09/03"
KEYS = ("note:sample-act:7", "note:sample-act:8 مکرر", "procedure:sample-claim", "question:lost-deposit")


def mark(
    house: House, record: str, verdict: str = "right", comment: str = "", seen: str | None = None
) -> dict[str, str]:
    corpus = house.corpus()
    found = markable(corpus).get(record)
    shown = seen or (content_hash(found, corpus, DAY) if found else "0" * 16)
    return {"record": record, "seen": shown, "verdict": verdict, "comment": comment}


def save(house: House, *marks: dict[str, str], name: str = "marks.json", **more: Any) -> Path:
    file = {"reviewer": "مینا وکیلی", "date": "1405/09/10", "figures_on": DAY, "marks": list(marks)} | more
    path = house.root / name
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    return path


def marks(run: CliRunner, file: Path, *options: str) -> Result:
    return run.invoke(corpus_app, ["marks", str(file), *options])


def lines(house: House, file: str) -> list[str]:
    return (house.root / file).read_text(encoding="utf-8").split("\n")


def test_without_apply_the_marks_are_only_told(run: CliRunner, house: House) -> None:
    before = {file: lines(house, file) for file in (NOTE, GUIDE, QUESTION)}
    given = save(house, mark(house, KEYS[0]), mark(house, KEYS[3], "mend", "جواب ناقص است"))
    result = marks(run, given)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "right  note:sample-act:7",
        "mend   question:lost-deposit: جواب ناقص است",
        "مینا وکیلی, 1405/09/10: 2 marks in order; --apply writes them into the corpus",
    ]
    assert {file: lines(house, file) for file in (NOTE, GUIDE, QUESTION)} == before


def test_right_sets_the_day_of_the_reading(run: CliRunner, house: House) -> None:
    assert marks(run, save(house, *(mark(house, key) for key in KEYS)), "--apply").exit_code == 0
    assert {key: record.checked for key, record in markable(house.corpus()).items()} == dict.fromkeys(
        KEYS, "1405/09/10"
    )


@pytest.mark.parametrize("verdict", ["mend", "doubt"])
def test_mend_and_doubt_set_the_record_for_review_with_the_comment(
    run: CliRunner, house: House, verdict: str
) -> None:
    comment = "مهلت درست نیست: «ماده ۸» را ببینید\nو 'شرط' را # بنويسيد"
    given = save(house, *(mark(house, key, verdict, comment) for key in KEYS))
    assert marks(run, given, "--apply").exit_code == 0
    for record in markable(house.corpus()).values():
        assert (record.review, record.checked) == ("needed", None)
        assert record.doubt == "مهلت درست نیست: «ماده ۸» را ببینید و 'شرط' را # بنویسید"


def test_only_lines_of_the_marked_record_change(run: CliRunner, house: House) -> None:
    before = lines(house, NOTE)
    marks(run, save(house, mark(house, KEYS[0])), "--apply")
    after = lines(house, NOTE)
    added = [line for line in after if line not in before]
    assert added == ["    checked: 1405/09/10"]
    assert [line for line in after if line not in added] == before


def test_a_doubt_is_settled_by_right_and_a_second_one_is_kept_beside_it(run: CliRunner, house: House) -> None:
    whole = lines(house, QUESTION)
    house.replace(QUESTION, "forms: [", "review: needed\n  doubt: >-\n    شاید\n    نه\n  forms: [")
    marks(run, save(house, mark(house, KEYS[3], "doubt", "مطمئن نیستم")), "--apply")
    assert markable(house.corpus())[KEYS[3]].doubt == "شاید نه / مطمئن نیستم"
    marks(run, save(house, mark(house, KEYS[3])), "--apply")
    assert [line for line in lines(house, QUESTION) if "checked" not in line] == whole


def test_the_rights_of_a_file_stay_as_they_are(run: CliRunner, house: House) -> None:
    (house.root / NOTE).chmod(0o664)
    marks(run, save(house, mark(house, KEYS[0])), "--apply")
    assert stat.S_IMODE((house.root / NOTE).stat().st_mode) == 0o664


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (NOTE, "به امانت گرفته", "امانت گرفته"),
        (NOTE, "title: بازگرداندن امانت", "title: پس دادن امانت"),
        ("corpus/rules/sample.yaml", "days: 20", "days: 30"),
    ],
    ids=["text", "title", "figure"],
)
def test_a_record_that_was_changed_since_is_refused_and_the_others_are_taken(
    run: CliRunner, house: House, file: str, old: str, new: str
) -> None:
    given = save(house, mark(house, KEYS[0]), mark(house, KEYS[3]))
    house.replace(file, old, new)
    result = marks(run, given, "--apply")
    assert result.exit_code == 1
    assert "refused: note:sample-act:7: it was changed since the report was made" in result.stderr
    assert "1 marks written into the corpus" in result.stdout
    records = markable(house.corpus())
    assert (records[KEYS[0]].checked, records[KEYS[3]].checked) == (None, "1405/09/10")


def test_a_mark_of_another_reader_does_not_change_what_was_seen(run: CliRunner, house: House) -> None:
    given = save(house, mark(house, KEYS[0]))
    house.replace(NOTE, "links: [", 'checked: "1405/08/01"\n    links: [')
    assert marks(run, given, "--apply").exit_code == 0


def test_an_unknown_record_is_refused(run: CliRunner, house: House) -> None:
    result = marks(run, save(house, mark(house, "note:sample-act:70")), "--apply")
    assert result.exit_code == 1
    assert "refused: note:sample-act:70: there is no such record" in result.stderr


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"marks": []}, "marks: give at least 1 item(s)"),
        ({"date": "1405/13/01"}, "date: '1405/13/01' does not have the form"),
        ({"date": "1404/12/30"}, "date: day is out of range"),
        ({"reviewer": " "}, "reviewer: this text is empty"),
        ({"note": "x"}, "note: this key is not part of the schema"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_as_a_whole(
    run: CliRunner, house: House, change: dict[str, Any], found: str
) -> None:
    result = marks(run, save(house, mark(house, KEYS[0]), **change), "--apply")
    assert result.exit_code == 2
    assert found in result.stderr
    assert markable(house.corpus())[KEYS[0]].checked is None


def test_a_complaint_without_a_comment_and_a_record_marked_twice_are_refused(
    run: CliRunner, house: House
) -> None:
    silent = marks(run, save(house, mark(house, KEYS[0], "mend", " ")))
    twice = marks(run, save(house, mark(house, KEYS[0]), mark(house, KEYS[0], "doubt", "نه")))
    assert (silent.exit_code, twice.exit_code) == (2, 2)
    assert "note:sample-act:7 is marked mend without a comment" in silent.stderr
    assert "note:sample-act:7 is marked 2 times: keep one mark" in twice.stderr


@pytest.mark.parametrize(("name", "text"), [("marks.json", "{"), ("marks.yaml", "a: [")])
def test_a_file_that_cannot_be_parsed_is_named(run: CliRunner, house: House, name: str, text: str) -> None:
    (house.root / name).write_text(text)
    result = marks(run, house.root / name)
    assert result.exit_code == 2
    assert "not valid" in result.stderr


def test_a_record_in_braces_is_left_to_a_person(run: CliRunner, house: House) -> None:
    house.write(NOTE, """
        law: sample-act
        title: قانون نمونه
        articles:
          - {number: "7", title: پس دادن امانت, note: امانت را پس بدهید.}
          - number: 8 مکرر
            title: تلف امانت
            note: مسئول نیستید.
    """)  # fmt: skip
    result = marks(run, save(house, mark(house, KEYS[0]), mark(house, KEYS[1])), "--apply")
    assert result.exit_code == 1
    assert "sample-act.yaml › note:sample-act:7: it is written in braces" in result.stderr
    records = markable(house.corpus())
    assert (records[KEYS[0]].checked, records[KEYS[1]].checked) == (None, "1405/09/10")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nchecked: x\n"),
        ("a: 1", "a: 1\nchecked: x"),
        ("a: 1\n\n# the end\n", "a: 1\nchecked: x\n\n# the end\n"),
        ("a: |\n  one\n\n  two\n\n# the end\n", "a: |\n  one\n\n  two\nchecked: x\n\n# the end\n"),
        ("a: one\n  two\n", "a: one\n  two\nchecked: x\n"),
        ("a:\n  - 1\n  - b: [1,\n      2]\n", "a:\n  - 1\n  - b: [1,\n      2]\nchecked: x\n"),
        ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\nchecked: x\r\n"),
        ("checked: y # first\na: 1\n", "checked: x\na: 1\n"),
        ("a: 1\nchecked: >-\n  long\n  text\nb: 2\n", "a: 1\nchecked: x\nb: 2\n"),
        ("a: 1\ndoubt: 'of\n  two lines'\nb: 2\n", "a: 1\nb: 2\nchecked: x\n"),
    ],
)
def test_keys_are_set_and_taken_out_and_nothing_else_moves(before: str, after: str) -> None:
    assert edited(before, [((), {"checked": "x", "doubt": None})]) == after


def test_an_edit_that_would_touch_more_is_not_made() -> None:
    with pytest.raises(CannotEdit, match="by hand"):
        edited("- checked: y\n  a: 1\n", [((0,), {"checked": None})])


def test_every_record_that_is_shipped_can_be_marked() -> None:
    corpus = load_corpus(PROJECT / "corpus", PROJECT / "templates")
    places, records = record_places(PROJECT / "corpus"), markable(corpus)
    assert places.keys() == records.keys()
    path, _ = places["note:labour-code-1369:76"]
    of_file = [place for file, place in places.values() if file == path]
    values = {"checked": "1405/09/10", "review": "needed", "doubt": "'«ماده» را ببینید'"}
    text = path.read_text(encoding="utf-8")
    after = yaml.safe_load(edited(text, [(place, values) for place in of_file]))
    assert all(note["review"] == "needed" and note["checked"] == "1405/09/10" for note in after["articles"])
