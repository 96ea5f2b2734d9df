import ast
import inspect
from pathlib import Path

from assistant import persian

SURFACE = {
    "Amount",
    "Checked",
    "FoundDate",
    "JalaliDate",
    "advised_day",
    "amount_in_words",
    "check_case_number",
    "check_iban",
    "check_legal_id",
    "check_mobile",
    "check_national_id",
    "check_postal_code",
    "check_sayad",
    "find_amounts",
    "find_coming",
    "find_dates",
    "formalize",
    "format_rial",
    "from_finglish",
    "in_one_spelling",
    "is_finglish",
    "is_working_day",
    "last_lawful_day",
    "months_after",
    "next_working_day",
    "normalize",
    "parse_amount",
    "parse_jalali",
    "period_days",
    "redact",
    "search_text",
    "to_ascii_digits",
    "to_persian_digits",
}


def test_the_room_offers_exactly_these_names() -> None:
    assert set(persian.__all__) == SURFACE


def test_every_public_name_says_what_it_does() -> None:
    assert persian.__doc__
    assert [name for name in SURFACE if not inspect.getdoc(getattr(persian, name))] == []


def test_the_room_imports_no_other_room() -> None:
    imported = [
        node.module or ""
        for file in Path(persian.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    assert [
        name
        for name in imported
        if name.startswith("assistant.") and not name.startswith("assistant.persian")
    ] == []
