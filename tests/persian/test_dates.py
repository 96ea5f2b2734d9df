import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.persian import JalaliDate, find_coming, find_dates, parse_jalali, to_persian_digits
from tests.persian.strategies import texts

TODAY = JalaliDate.of(1405, 9, 3)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2080, 1, 1)).map(JalaliDate.from_gregorian)


@pytest.mark.parametrize(
    ("gregorian", "jalali"),
    [
        ("2024-03-20", "1403/01/01"),
        ("2025-03-20", "1403/12/30"),
        ("2025-03-21", "1404/01/01"),
        ("2026-03-21", "1405/01/01"),
        ("2021-03-20", "1399/12/30"),
        ("2029-03-20", "1408/01/01"),
        ("2026-11-24", "1405/09/03"),
    ],
)
def test_the_calendars_agree(gregorian: str, jalali: str) -> None:
    assert JalaliDate.from_gregorian(datetime.date.fromisoformat(gregorian)) == JalaliDate.parse(jalali)
    assert JalaliDate.parse(jalali).to_gregorian().isoformat() == gregorian


def test_leap_years_follow_the_cycle_of_thirty_three() -> None:
    for year in range(1300, 1471):
        leap = year % 33 in {1, 5, 9, 13, 17, 22, 26, 30}
        last = JalaliDate.of(year + 1, 1, 1).plus_days(-1)
        assert (last.month, last.day) == (12, 30 if leap else 29)


@pytest.mark.parametrize(
    "date", [(1404, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 0, 1), (1403, 1, 0), (403, 1, 1)]
)
def test_days_the_calendar_lacks_are_refused(date: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):
        JalaliDate.of(*date)


@pytest.mark.parametrize("text", ["1404/3/10", "1404-03-10", "10/03/1404", "", "1404/12/30"])
def test_only_the_stored_form_is_parsed(text: str) -> None:
    with pytest.raises(ValueError):
        JalaliDate.parse(text)


@given(days)
def test_a_day_is_written_and_read_back(day: JalaliDate) -> None:
    assert JalaliDate.parse(str(day)) == day
    assert JalaliDate.parse(to_persian_digits(str(day))) == day
    assert JalaliDate.from_gregorian(day.to_gregorian()) == day


@given(days, st.integers(-4000, 4000))
def test_adding_days_goes_there_and_back_and_keeps_order(day: JalaliDate, count: int) -> None:
    other = day.plus_days(count)
    assert other.plus_days(-count) == day
    assert (other > day) == (count > 0)


def test_months_are_added_by_the_calendar_and_end_where_it_ends() -> None:
    assert str(JalaliDate.of(1404, 6, 31).plus_months(1)) == "1404/07/30"
    assert str(JalaliDate.of(1403, 12, 30).plus_months(12)) == "1404/12/29"
    assert str(JalaliDate.of(1405, 1, 15).plus_months(-2)) == "1404/11/15"


def test_the_day_of_the_week_has_its_persian_name() -> None:
    assert TODAY.weekday_name == "سه‌شنبه"
    assert JalaliDate.of(1405, 1, 22).weekday_name == "شنبه"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("۱۴۰۳/۵/۲", "1403/05/02"),
        ("1403-05-02", "1403/05/02"),
        ("1.5.1403", "1403/05/01"),
        ("١٤٠٣/٥/٢", "1403/05/02"),
        ("14030502", "1403/05/02"),
        ("2024-07-23", "1403/05/02"),
        ("1/5/98", "1398/05/01"),
        ("98/5/1", "1398/05/01"),
        ("03/05/02", "1403/05/02"),
        ("1/5/02", "1402/05/01"),
        ("۲ مرداد ۱۴۰۳", "1403/05/02"),
        ("دوم مرداد ماه ۱۴۰۳", "1403/05/02"),
        ("بیست و سوم آذر سال ۱۴۰۲", "1402/09/23"),
        ("بیست و پنجم آذرماه ۱۴۰۲", "1402/09/25"),
        ("سی‌ام آبان", "1405/08/30"),
        ("۱۵ ام مهر ۹۹", "1399/07/15"),
        ("۲۰ تیر، ۱۴۰۴", "1404/04/20"),
        ("۲ مرداد هزار و چهارصد و سه", "1403/05/02"),
        ("سه‌شنبه ۲ مرداد 1403", "1403/05/02"),
        ("اول مهر", "1405/07/01"),
        ("بیست و یکم دی", "1404/10/21"),
        ("۳۰ آبانه", "1405/08/30"),
        ("شماره ۵۴۳۲۱ و ۵ مهر ۱۴۰۵", "1405/07/05"),
        ("سوم آذر", "1405/09/03"),
        ("چهارم آذر", "1404/09/04"),
        ("۳۰ اسفند", "1403/12/30"),
        ("اول مهر پارسال", "1404/07/01"),
        ("دیروز", "1405/09/02"),
        ("پس فردا", "1405/09/05"),
        ("سه روز پیش", "1405/08/30"),
        ("هفته پیش", "1405/08/26"),
        ("دو ماه پیش", "1405/07/03"),
        ("پارسال", "1404/09/03"),
        ("دو هفته دیگه", "1405/09/17"),
    ],
)
def test_days_are_read_as_people_tell_them(told: str, day: str) -> None:
    assert str(parse_jalali(told, TODAY)) == day
    if told != "14030502":
        assert [str(found.date) for found in find_dates(f"گفت {told} بود", TODAY)] == [day]


@pytest.mark.parametrize(
    ("told", "day"),
    [("۹ دی", "1405/10/09"), ("۲۰ آبان", "1405/08/20"), ("۹ دی ۱۴۰۴", "1404/10/09"), ("دیروز", "1405/09/02")],
)
def test_a_day_without_its_year_may_be_the_nearer_of_past_and_coming(told: str, day: str) -> None:
    assert [str(found.nearest(TODAY)) for found in find_dates(told, TODAY)] == [day]


@pytest.mark.parametrize(
    "told",
    [
        "1403/12/31",
        "31 مهر 1404",
        "30 اسفند 1404",
        "1403/13/01",
        "14031301",
        "سه روز پیش از جلسه",
        "هفته بعد",
        "مهریه",
        "۱۰.۰.۰.۱",
        "۱۲/۵/۳",
        "",
    ],
)
def test_impossible_days_and_other_words_are_no_dates(told: str) -> None:
    assert find_dates(told, TODAY) == []
    assert parse_jalali(told, TODAY) is None


def test_several_days_are_all_found_and_none_is_chosen() -> None:
    text = "چک ۱۵ خرداد ۱۴۰۴ و ابلاغ ۲ تیر"
    found = find_dates(text, TODAY)
    assert [str(date.date) for date in found] == ["1404/03/15", "1405/04/02"]
    assert [text[date.start : date.end] for date in found] == ["۱۵ خرداد ۱۴۰۴", "۲ تیر"]
    assert parse_jalali(text, TODAY) is None


@pytest.mark.parametrize(
    ("told", "exact"), [("دیروز", True), ("سه روز پیش", True), ("پارسال", False), ("ماه پیش", False)]
)
def test_a_vague_day_says_so(told: str, exact: bool) -> None:
    assert [found.exact for found in find_dates(told, TODAY)] == [exact]


@given(texts)
def test_places_are_right_and_no_text_breaks_the_reader(text: str) -> None:
    end = 0
    for found in find_dates(text, TODAY):
        assert end <= found.start < found.end <= len(text)
        end = found.end
    parse_jalali(text, TODAY)


@given(days)
def test_a_day_in_a_sentence_is_found_in_its_place(day: JalaliDate) -> None:
    text = f"در تاریخ {to_persian_digits(str(day))} ابلاغ شد"
    [found] = find_dates(text, TODAY)
    assert found.date == day
    assert text[found.start : found.end] == to_persian_digits(str(day))


@pytest.mark.timeout(5)
def test_a_text_of_number_words_only_is_read_quickly() -> None:
    assert find_dates("یک و " * 2000, TODAY) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("تا ۵ آذر وقت دارم", ["1405/09/05"]),
        ("جلسه هشتم آذره", ["1405/09/08"]),
        ("امروز ۳ آذر است، ۲ آذر هم گذشت", ["1405/09/03", "1406/09/02"]),
        ("هشتم آذر ۱۴۰۳", []),
        ("۵ دیه گرفتم و ۳۱ مهر", []),
    ],
)
def test_a_day_without_a_year_can_be_read_as_the_next_one(text: str, days: list[str]) -> None:
    assert find_coming(text, TODAY) == [JalaliDate.parse(day) for day in days]
