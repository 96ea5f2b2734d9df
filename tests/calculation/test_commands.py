"""``dadkhah calc`` at the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from assistant.calculation import CALCULATORS
from assistant.cli import app
from assistant.law import Corpus
from assistant.settings import PROJECT, settings


@pytest.fixture(autouse=True, scope="module")
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A fixed day and a data folder of these tests' own: a made-up index must never reach the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DADKHAH_TODAY", "2026-11-24")
        patch.setenv("DADKHAH_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        patch.setenv("COLUMNS", "220")
        settings.cache_clear()
        yield
    settings.cache_clear()


def calc(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["calc", *arguments])


def test_the_calculators_are_listed_with_their_options() -> None:
    told = calc("list").stdout
    for id_ in CALCULATORS:
        assert id_ in told
    assert "--served --period [--in-absence] [--abroad]" in told
    listed = json.loads(calc("list", "--json").stdout)
    assert [record["id"] for record in listed] == list(CALCULATORS)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_every_input_is_an_option_with_its_label(calculator: str, corpus: Corpus) -> None:
    told = calc(calculator, "--help").stdout
    for spec in corpus.calculators[calculator].inputs:
        assert f"--{spec.name.replace('_', '-')} " in told
        assert spec.label.split()[0] in told


def test_a_result_is_said_with_articles_and_cautions() -> None:
    answer = calc("court-fee", "--value", "۵۰۰ میلیون تومان")
    assert answer.exit_code == 0
    assert "بین ۱۷۳٬۰۰۰٬۰۰۰ ریال" in answer.stdout
    assert "(ماده ۵۰۳ قانون آیین دادرسی مدنی)" in answer.stdout
    assert "تعرفه ۱۴۰۲/۰۱/۰۱" in answer.stdout


def test_plain_digits_are_rial() -> None:
    answer = calc("court-fee", "--value", "100000000", "--json")
    assert json.loads(answer.stdout)["figures"] == {"fee": 2_500_000}


def test_json_holds_figures_lines_and_cautions() -> None:
    answer = json.loads(calc("deadline", "--served", "۱۴۰۵/۰۸/۲۰", "--period", "تجدیدنظر", "--json").stdout)
    assert answer["calculator"] == "deadline"
    assert answer["inputs"]["served"] == "1405/08/20"
    assert answer["figures"]["last_day"] == "1405/09/11"
    assert answer["lines"][0]["citations"] == [
        {"law": "civil-procedure-1379", "article": "336", "title": "مهلت تجدیدنظر"}
    ]
    assert any(rule["id"] == "T02" for line in answer["lines"] for rule in line["rules"])


def test_missing_and_unreadable_inputs_end_with_two_and_one_line_for_each() -> None:
    answer = calc("deadline", "--served", "نمی‌دانم")
    assert answer.exit_code == 2
    assert answer.stdout == ""
    [line] = answer.stderr.splitlines()
    assert line.startswith("--served: «تاریخ ابلاغ»: تاریخ را نفهمیدم")
    assert line.endswith("[۱۴۰۵/۰۸/۲۰]")
    nothing = calc("inheritance").stderr.splitlines()
    assert [line.split(":")[0] for line in nothing] == [
        "--deceased",
        "--father",
        "--mother",
        "--sons",
        "--daughters",
    ]


def test_an_unknown_option_or_calculator_is_refused() -> None:
    assert calc("court-fee", "--colour", "x").exit_code == 2
    assert calc("horoscope").exit_code == 2


def test_an_index_is_imported_and_used(tmp_path: Path) -> None:
    assert not (settings().data_dir / "price-index.json").exists()
    debt = ("late-payment", "--debt", "100000000", "--due", "1402/05/10", "--paid", "1404/05/10", "--json")
    assert json.loads(calc(*debt).stdout)["figures"] == {}
    prices = tmp_path / "prices.csv"
    prices.write_text("period,index\n1402/05,100\n1404/05,250\n", encoding="utf-8")
    answer = calc("index", str(prices))
    assert answer.exit_code == 0
    assert "2 periods, 1402/05 to 1404/05" in answer.stdout
    assert json.loads(calc(*debt).stdout)["figures"] == {"damages": 150_000_000, "total": 250_000_000}


def test_a_bad_index_is_refused_line_by_line(tmp_path: Path) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("period,index\n1402/05,x\n", encoding="utf-8")
    answer = calc("index", str(prices))
    assert answer.exit_code == 1
    assert "prices.csv:2: index: a number above zero is needed, not 'x'" in answer.stderr
    assert "Nothing was imported: 1 problem(s)." in answer.stderr


def test_every_calculator_is_documented() -> None:
    running = (PROJECT / "docs" / "running.md").read_text(encoding="utf-8")
    for id_ in CALCULATORS:
        assert f"`{id_}`" in running or f"calc {id_}`" in running
