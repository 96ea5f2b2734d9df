"""The price index: imported from a CSV, all of it or nothing; read by month, else by year."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assistant.calculation import PriceIndex, import_price_index, load_price_index
from assistant.law.findings import CorpusError
from assistant.persian import JalaliDate


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    return tmp_path / "prices.csv"


def refused(csv: Path, content: str | bytes, tmp_path: Path) -> list[str]:
    csv.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CorpusError) as refusal:
        import_price_index(csv, tmp_path / "data")
    assert not load_price_index(tmp_path / "data"), "nothing is imported"
    return [f"{finding.where}: {finding.message}" for finding in refusal.value.findings]


def test_an_index_is_kept_exactly_and_replaces_the_one_before(csv: Path, tmp_path: Path) -> None:
    assert load_price_index(tmp_path) == PriceIndex()
    csv.write_text("period,index\n1402/05,123.4\n1402,120\n", encoding="utf-8")
    assert import_price_index(csv, tmp_path).values == {"1402/05": Fraction("123.4"), "1402": Fraction(120)}
    csv.write_text("period,index\n1403,200\n", encoding="utf-8")
    import_price_index(csv, tmp_path)
    assert load_price_index(tmp_path).values == {"1403": Fraction(200)}


def test_persian_digits_other_columns_and_a_byte_order_mark_are_taken(csv: Path, tmp_path: Path) -> None:
    csv.write_text("\ufeffyear,period,index\nx,۱۴۰۲/۰۵,۱۲۳٫۴\n", encoding="utf-8")
    assert import_price_index(csv, tmp_path).values == {"1402/05": Fraction("123.4")}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1402/13,100", "period: a year (1402) or a month (1402/05) is needed, not '1402/13'"),
        ("2023,100", "period: a year (1402) or a month (1402/05) is needed, not '2023'"),
        (",100", "period: a year (1402) or a month (1402/05) is needed, not ''"),
        ("1402/05,", "index: a number above zero is needed, not ''"),
        ("1402/05,abc", "index: a number above zero is needed, not 'abc'"),
        ("1402/05,0", "index: a number above zero is needed, not '0'"),
        ("1402/05,-3", "index: a number above zero is needed, not '-3'"),
        ("1402/05,1/0", "index: a number above zero is needed, not '1/0'"),
        ("1402/01,100", "period: 1402/01 stands twice"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_imported(
    csv: Path, tmp_path: Path, line: str, message: str
) -> None:
    assert refused(csv, f"period,index\n1402/01,90\n{line}\n", tmp_path) == [f"{csv}:3: {message}"]


def test_every_bad_line_is_named(csv: Path, tmp_path: Path) -> None:
    assert len(refused(csv, "period,index\nx,1\n1402,y\n1403,5\n", tmp_path)) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the first line must name the columns period, index"),
        ("ماه,شاخص\n1402,5\n", "the first line must name the columns period, index"),
        ("period,index\n", "no line holds a period and its index"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_file_that_is_no_index_is_refused(
    csv: Path, tmp_path: Path, content: str | bytes, message: str
) -> None:
    [problem] = refused(csv, content, tmp_path)
    assert message in problem


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        import_price_index(tmp_path / "nothing.csv", tmp_path)


def index(**values: int) -> PriceIndex:
    periods = {period.removeprefix("p").replace("_", "/"): number for period, number in values.items()}
    return PriceIndex({period: Fraction(number) for period, number in periods.items()})


def between(prices: PriceIndex, start: str, end: str) -> tuple[str, str, bool] | None:
    found = prices.between(JalaliDate.parse(start), JalaliDate.parse(end))
    return found and (found[0].period, found[1].period, found[1].earlier)


def test_months_are_used_where_both_are_known_and_years_otherwise_never_mixed() -> None:
    prices = index(p1402_05=10, p1403_05=20, p1401=5, p1402=9, p1403=15)
    assert between(prices, "1402/05/01", "1403/05/01") == ("1402/05", "1403/05", False)
    assert between(prices, "1402/04/01", "1403/05/01") == ("1402", "1403", False)
    assert between(prices, "1401/05/01", "1403/05/01") == ("1401", "1403", False)
    assert between(prices, "1400/05/01", "1403/05/01") is None


def test_the_last_month_known_stands_for_one_that_is_not_out_but_not_for_long() -> None:
    prices = index(p1402_05=10, p1403_05=20)
    assert between(prices, "1402/05/01", "1403/07/01") == ("1402/05", "1403/05", True)
    assert between(prices, "1402/05/01", "1403/12/01") is None
    assert between(prices, "1403/06/01", "1403/07/01") is None, (
        "a month before the debt was due is no month of it"
    )


def test_a_year_is_the_mean_of_its_months_where_all_are_known() -> None:
    months = {f"1402/{month:02}": Fraction(month) for month in range(1, 13)}
    found = PriceIndex(months).of_year(1402)
    assert found is not None
    assert found.number == Fraction(78, 12)
    del months["1402/07"]
    assert PriceIndex(months).of_year(1402) is None
