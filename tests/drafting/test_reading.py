"""How an answer is read: value, problem, warning, or a question back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import Interview, Reading
from assistant.drafting.fields import Field
from assistant.drafting.messages import messages
from assistant.drafting.reading import read_answer
from assistant.law import Corpus
from tests.drafting.conftest import TODAY


@pytest.fixture(scope="module")
def fields(corpus: Corpus) -> dict[str, Field]:
    """Every field of the dictionary, as one form might ask it."""
    return {
        spec.name: Field(
            spec.name, spec.label, spec.type, spec.question, spec.help, spec.example, spec.choices, spec.pattern,
            required=True, ask=False, when=None,
        )
        for spec in corpus.fields.values()
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("applicant_name", "  مريم   نمونه ", "مریم نمونه"),
        ("applicant_national_id", "۰۰۱۲۳۴۵۶۷۹", "0012345679"),
        ("applicant_father_name", "اسم پدرم حسین است", "حسین"),
        ("applicant_name", "نام من: مریم نمونه هستم", "مریم نمونه"),
        ("applicant_national_id", "کد ملیم 001-234567-9 هست", "0012345679"),
        ("applicant_mobile", "+98 912 000 0000", "09120000000"),
        ("applicant_postal_code", "۱۲۳۴۵-۶۷۸۹۰", "1234567890"),
        ("iban", "ir58 0540 1051 8002 1273 1130 07", "IR580540105180021273113007"),
        ("cheque_sayad_id", "1234 5678 9012 3456", "1234567890123456"),
        ("case_number", "۹۰۰۹۹۸۲۶۱۹۷۰۰۰۰۰", "9009982619700000"),
        ("service_date", "۲۵ آبان ۱۴۰۵", "1405/08/25"),
        ("service_date", "دیروز", "1405/09/02"),
        ("hearing_date", "1405/12/20", "1405/12/20"),
        ("hearing_date", "۹ دی", "1405/10/09"),
        ("service_date", "۹ دی", "1404/10/09"),
        ("amount", "دویست میلیون تومن", "2000000000"),
        ("amount", "۱۵۰٬۰۰۰٬۰۰۰ ریال", "150000000"),
        ("requested_days", "۱۵ روز", "15"),
        ("requested_days", "پانزده", "15"),
        ("ownership_share", "۵۰ درصد", "50"),
        ("ownership_share", "سه دانگ", "50"),
        ("ownership_share", "۱ دانگ", "16.67"),
        ("ownership_share", "دو دنگ", "33.33"),
        ("role_in_case", "۲", "خوانده"),
        ("role_in_case", "من خوانده هستم", "خوانده"),
        ("role_in_case", "تجدید نظر خواه", "تجدیدنظرخواه"),
        ("role_in_case", "محکوم عليه", "محکوم‌علیه"),
        ("ground_of_challenge", "به دلایل من توجه نکردند: بی توجهی به دلایل", "بی‌توجهی به دلایل"),
        ("excuse_ground", "مریض بودم، بیماری", "بیماری"),
        ("role_in_case", "طلبکارم ازش", "خواهان"),
        ("role_in_case", "حکم به نفعم صادر شده", "محکوم‌له"),
        ("divorce_ground", "معتاده و کتکم می‌زنه", "عسر و حرج"),
        ("excuse_ground", "مادرم مرحوم شد", "فوت بستگان"),
        ("waiver_type", "کامل و برای همیشه", "بی‌قید و شرط"),
        ("requested_days", "دو هفته", "14"),
        ("grace_days", "یک ماه", "30"),
        ("crime_date", "پارسال ۱۲ مهر", "1404/07/12"),
        ("applicant_birth_date", "۲۰ آذر ۶۵", "1365/09/20"),
        ("applicant_name", "من هیواژ مرادی هستم", "هیواژ مرادی"),
        ("applicant_name", "اسمم هیواژ مرادیه", "هیواژ مرادی"),
        ("opponent_name", "نام طرف هیواژ مرادی", "هیواژ مرادی"),
        ("claim_delay_damages", "آره میخوام", True),
        ("claim_delay_damages", "معلومه که میخوام", True),
        ("claim_delay_damages", "نه لازم نیست", False),
        ("claim_delay_damages", "نمیخوامش", False),
        ("sayad_registered", "هنوز ثبت نشده", False),
        ("sayad_registered", "فکر کنم ثبت شده باشه", True),
        ("resides_abroad", "نه", False),
        ("resides_abroad", "آره", True),
        ("resides_abroad", "بله، آلمانم", True),
        ("is_merchant", "نخیر", False),
        ("sayad_registered", "ندارم", False),
        ("facts", "روز اول\n\n  روز دوم ", "روز اول\nروز دوم"),
    ],
)  # fmt: skip
def test_everyday_answers_are_understood(
    field: str, said: str, value: str | bool, fields: dict[str, Field]
) -> None:
    assert read_answer(fields[field], said, TODAY) == Reading(value=value)


@pytest.mark.parametrize(
    ("field", "said", "problem"),
    [
        ("applicant_name", "   ", "empty"),
        ("applicant_name", "م", "too_short"),
        ("applicant_name", "0012345679", "not_a_name"),
        ("applicant_address", "تهران", "not_an_address"),
        ("applicant_national_id", "12345", "not_a_national_id"),
        ("applicant_national_id", "1111111111", "not_a_national_id"),
        ("applicant_mobile", "02188888888", "not_a_mobile"),
        ("applicant_postal_code", "123", "not_a_postal_code"),
        ("iban", "IR580540105180021273113008", "wrong_check_digit"),
        ("cheque_sayad_id", "1234", "not_a_sayad_cheque_id"),
        ("case_number", "نمی‌دانم کجاست", "not_a_case_number"),
        ("service_date", "یادم نیست", "not_a_date"),
        ("service_date", "1405/12/01", "date_in_future"),
        ("service_date", "۱۴۰۵/۰۸/۰۱ یا ۱۴۰۵/۰۸/۰۲", "several_dates"),
        ("service_date", "1405/07/31", "not_a_date"),
        ("crime_date", "پارسال مهر", "date_without_day"),
        ("crime_date", "پارسال", "date_without_day"),
        ("crime_date", "سال ۱۴۰۳", "date_without_day"),
        ("applicant_birth_date", "۲۰ آذر", "date_without_year"),
        ("amount", "زیاد", "not_an_amount"),
        ("amount", "کریمی نه، رحیمی", "not_an_amount"),
        ("amount", "۱۰۰ میلیون تومان و ۲۰۰ میلیون تومان", "several_amounts"),
        ("requested_days", "صفر", "not_a_number"),
        ("requested_days", "0", "not_positive"),
        ("requested_days", "10 یا 20", "not_a_number"),
        ("ownership_share", "120", "not_a_percentage"),
        ("role_in_case", "۹۹", "not_a_choice"),
        ("role_in_case", "رئیس‌جمهور", "not_a_choice"),
        ("resides_abroad", "شاید", "not_yes_or_no"),
    ],
)
def test_a_wrong_answer_is_a_problem_with_a_text(
    field: str, said: str, problem: str, fields: dict[str, Field]
) -> None:
    assert read_answer(fields[field], said, TODAY) == Reading(problem=problem)
    assert problem in messages().problems


def test_money_without_a_unit_is_asked_back(fields: dict[str, Field]) -> None:
    confirm = read_answer(fields["amount"], "۲۰۰ میلیون", TODAY).confirm
    assert confirm is not None
    assert confirm.question == "۲۰۰٬۰۰۰٬۰۰۰ ریال است یا تومان؟"
    assert [(option.text, option.value) for option in confirm.options] == [
        ("۲۰۰٬۰۰۰٬۰۰۰ تومان", "2000000000"),
        ("۲۰۰٬۰۰۰٬۰۰۰ ریال", "200000000"),
    ]


@pytest.mark.parametrize("said", ["۵۰۰ تومن", "۵۰۰", "پونصد تومن"])
def test_an_amount_too_small_to_be_meant_is_asked_back(said: str, fields: dict[str, Field]) -> None:
    confirm = read_answer(fields["amount"], said, TODAY).confirm
    assert confirm is not None
    assert confirm.question == "۵۰۰ میلیون تومان منظورتان است، یا ۵۰۰ هزار تومان؟"
    assert [(option.text, option.value) for option in confirm.options] == [
        ("۵۰۰ میلیون تومان", "5000000000"),
        ("۵۰۰ هزار تومان", "5000000"),
        ("درست ۵۰۰ تومان", "5000"),
    ]


@pytest.mark.parametrize(
    ("field", "said", "value", "warning"),
    [
        ("applicant_national_id", "0012345670", "0012345670", "check_digit"),
        ("case_number", "140099", "140099", "unusual_number"),
        ("crime_date", "هفته پیش", "1405/08/26", "approximate_date"),
    ],
)
def test_a_doubtful_answer_is_taken_with_a_warning(
    field: str, said: str, value: str, warning: str, fields: dict[str, Field]
) -> None:
    assert read_answer(fields[field], said, TODAY) == Reading(value=value, warning=warning)
    assert warning in messages().warnings


def test_a_name_is_found_in_a_sentence(corpus: Corpus) -> None:
    interview = Interview(corpus.forms["mahr-claim"], corpus)
    assert interview.read("opponent_name", "اسمش رضا کریمیه", TODAY).value == "رضا کریمی"
    assert interview.read("opponent_name", "رضا کریمی", TODAY).value == "رضا کریمی"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("رضا کریمی کد ملیش ۰۰۱۲۳۴۵۶۷۹", "رضا کریمی"),
        ("شوهرم رضا کریمی متولد اهواز", "رضا کریمی"),
        ("محمد کرد", "محمد کرد"),
        ("شرکت پارس", "شرکت پارس"),
    ],
)
def test_a_name_is_told_apart_from_what_is_said_with_it(said: str, value: str, corpus: Corpus) -> None:
    assert Interview(corpus.forms["mahr-claim"], corpus).read("opponent_name", said, TODAY).value == value


@pytest.mark.parametrize(
    "said",
    [
        "بچه‌م چی میشه؟ حضانتش با کیه",
        "نمیخوام بگم",
        "به تو چه ربطی داره",
        "شفاهی بود",
        "دویست میلیون تومن",
        "دیروز بود",
    ],
)
def test_a_sentence_is_no_name(said: str, corpus: Corpus) -> None:
    reading = Interview(corpus.forms["debt-claim"], corpus).read("opponent_name", said, TODAY)
    assert reading.problem == "not_a_name_but_words"


def test_latin_letters_become_persian_ones_to_be_confirmed(corpus: Corpus) -> None:
    interview = Interview(corpus.forms["mahr-claim"], corpus)
    assert interview.read("applicant_name", "esmam maryam ahmadi ast", TODAY) == Reading(
        value="مریم احمدی", warning="spelt_by_ear"
    )
    address = interview.read("applicant_address", "shiraz, khiaban zand, pelak 3", TODAY)
    assert address.value == "شیراز، خیابان زند، پلاک ۳"


def test_every_example_of_the_dictionary_reads_as_a_value(fields: dict[str, Field]) -> None:
    for field in fields.values():
        example = field.example + (" ریال" if field.type == "rial_amount" else "")
        assert read_answer(field, example, TODAY).value is not None, field.name


@given(text=st.text(max_size=60))
def test_nothing_a_person_types_breaks_the_reading(text: str) -> None:
    for field in _all_fields():
        reading = read_answer(field, text, TODAY)
        assert (reading.value is not None) + (reading.problem is not None) + (
            reading.confirm is not None
        ) == 1


def _all_fields() -> list[Field]:
    kinds = (
        "text",
        "longtext",
        "national_id",
        "jalali_date",
        "rial_amount",
        "enum",
        "case_number",
        "integer",
        "percent",
        "bool",
        "iban",
        "mobile",
    )
    return [
        Field("field", "بخش", kind, "؟", "", "", ("خواهان", "خوانده"), None, required=True, ask=False, when=None)  # type: ignore[arg-type]
        for kind in kinds
    ]  # fmt: skip
