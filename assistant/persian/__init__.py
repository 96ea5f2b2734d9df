"""Persian text in, text out: spelling, spoken forms, amounts, Jalali dates, identifiers, redaction.

This room knows nothing of the law or of the product; everything in it is a pure function of its
arguments. The names below are its public surface.
"""

from assistant.persian.amounts import Amount, amount_in_words, find_amounts, format_rial, parse_amount
from assistant.persian.colloquial import formalize
from assistant.persian.dates import FoundDate, JalaliDate, find_coming, find_dates, parse_jalali
from assistant.persian.deadlines import (
    advised_day,
    is_working_day,
    last_lawful_day,
    months_after,
    next_working_day,
    period_days,
)
from assistant.persian.digits import to_ascii_digits, to_persian_digits
from assistant.persian.finglish import from_finglish, in_one_spelling, is_finglish
from assistant.persian.identifiers import (
    Checked,
    check_case_number,
    check_iban,
    check_legal_id,
    check_mobile,
    check_national_id,
    check_postal_code,
    check_sayad,
)
from assistant.persian.normalize import normalize
from assistant.persian.redaction import redact
from assistant.persian.search_key import search_text

__all__ = [
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
]
