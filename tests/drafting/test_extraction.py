"""Facts found in what people tell: in stories, long answers and corrections, and what is rather left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import Interview
from assistant.law import Corpus, load_corpus
from tests.drafting.conftest import TODAY

STORIES: list[tuple[str, str, dict[str, str | bool]]] = [
    ("mahr-claim", "سلام من مریم احمدی هستم شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده", {"applicant_name": "مریم احمدی", "opponent_name": "رضا کریمی", "mahr_description": "۱۱۴ سکه"}),
    ("mahr-claim", "مریم احمدی هستم ۳۵ ساله از اصفهان", {"applicant_name": "مریم احمدی"}),
    ("mahr-claim", "کد ملیم ۰۰۱۲۳۴۵۶۷۹ و شمارم ۰۹۱۲۳۴۵۶۷۸۹", {"applicant_national_id": "0012345679", "applicant_mobile": "09123456789"}),
    ("mahr-claim", "اسمم مریم احمدیه، فرزند حسین، کد ملی شوهرم 4990012348", {"applicant_name": "مریم احمدی", "applicant_father_name": "حسین", "opponent_national_id": "4990012348"}),
    ("mahr-claim", "مهریه‌ام ۵۰ میلیون تومن پول نقده", {"mahr_description": "۵۰ میلیون تومن"}),
    ("mahr-claim", "همسرم آقای سید علی موسوی الان کرج زندگی می‌کنه", {"opponent_name": "سید علی موسوی"}),
    ("mahr-claim", "آدرسم تهران خیابان آزادی کوچه گل پلاک ۵ و آدرس شوهرم کرج، گوهردشت، خیابان دوم، پلاک ۳. کد پستیم 1234567890", {"applicant_address": "تهران خیابان آزادی کوچه گل پلاک ۵", "opponent_address": "کرج، گوهردشت، خیابان دوم، پلاک ۳", "applicant_postal_code": "1234567890"}),
    ("civil-appeal", "رأی ۱۸ آبان صادر شد و ۲۵ آبان ابلاغ شد، شعبه ۳ دادگاه عمومی حقوقی کرج، شماره دادنامه 140568390001234567", {"judgment_date": "1405/08/18", "service_date": "1405/08/25", "branch": "شعبه ۳ دادگاه عمومی حقوقی کرج", "judgment_number": "140568390001234567"}),
    ("civil-appeal", "در تاریخ 1405/08/18 حکم دادن و 1405/08/25 ابلاغ شد. خارج از کشور زندگی می‌کنم", {"judgment_date": "1405/08/18", "service_date": "1405/08/25", "resides_abroad": True}),
    ("theft", "دیروز تو تهران، میدان انقلاب گوشیمو دزدیدن، قیمتش ۴۰ میلیون تومن بود", {"crime_date": "1405/09/02", "crime_place": "تهران، میدان انقلاب", "damage_amount": "400000000"}),
    ("theft", "پریشب ماشینم رو بردن. ۲ میلیارد تومن ضرر کردم", {"crime_date": "1405/09/01", "damage_amount": "20000000000"}),
    ("request-extension-of-time", "من خوانده پرونده 140568920009876543 هستم، شعبه ۲ دادگاه صلح شیراز، ۱۵ روز مهلت می‌خوام، جلسه ۲۰ آذر ۱۴۰۵ است", {"role_in_case": "خوانده", "case_number": "140568920009876543", "branch": "شعبه ۲ دادگاه صلح شیراز", "requested_days": "15", "hearing_date": "1405/09/20"}),
    ("debt-claim", "به آقای حسن مرادی ۳۰۰ میلیون تومان قرض دادم پس نمیده دیرکردش هم میخوام", {"opponent_name": "حسن مرادی", "amount": "3000000000", "claim_delay_damages": True}),
    ("debt-claim", "از حسن مرادی طلب دارم، ۳۰۰ میلیون تومان", {"opponent_name": "حسن مرادی", "amount": "3000000000"}),
    ("recovery-of-deposit", "صاحبخونه‌ام ناصر صادقی پونصد میلیون تومن ودیعه رو پس نمیده. ماهی ۵ میلیون تومن اجاره میدادم", {"opponent_name": "ناصر صادقی", "deposit_amount": "5000000000"}),
    ("cheque-claim", "چک به تاریخ ۱۴۰۵/۰۵/۰۱ مبلغ ۸۰ میلیون تومان، ۱۴۰۵/۰۵/۱۰ برگشت خورد، شناسه صیاد 1234567890123456 کد رهگیری 140512345678", {"cheque_date": "1405/05/01", "return_certificate_date": "1405/05/10", "amount": "800000000", "cheque_sayad_id": "1234567890123456", "return_certificate_code": "140512345678"}),
    ("labour-claim", "تو شرکت پارس‌پلاستیک کار می‌کردم از 1401/01/15 تا 1403/08/30 حقوقمو ندادن", {"employer": "شرکت پارس\u200cپلاستیک", "work_period": "از 1401/01/15 تا 1403/08/30"}),
    ("probate-certificate", "پدرم مرحوم احمد نمونه ۲۰ مرداد امسال فوت کرد", {"deceased_name": "احمد نمونه", "death_date": "1405/05/20"}),
    ("computer-fraud", "از حسابم ۳۰ میلیون تومن برداشت شد ۵ آبان، شبای طرف IR580540105180021273113007", {"amount": "300000000", "crime_date": "1405/08/05", "iban": "IR580540105180021273113007"}),
    ("debt-demand", "۱۰ روز مهلت می‌دم بهش. طلبم صد میلیون تومنه", {"grace_days": "10", "amount": "1000000000"}),
    ("insolvency-judgment-debt", "محکوم شدم به ۲ میلیارد ریال، ماهی ۵ میلیون تومن می‌تونم قسط بدم، تاجر نیستم", {"amount": "2000000000", "proposed_instalment": "50000000", "is_merchant": False}),
]  # fmt: skip

CORRECTIONS: list[tuple[str, str, dict[str, str | bool]]] = [
    ("debt-claim", "مبلغش ۲۰۰ میلیون تومنه", {"amount": "2000000000"}),
    ("debt-claim", "نه مبلغ ۱۵۰ میلیون تومان درسته", {"amount": "1500000000"}),
    ("mahr-claim", "کد ملیم اشتباه بود، کد ملیم 1270000004 هست", {"applicant_national_id": "1270000004"}),
    ("mahr-claim", "اسم شوهرم محمدرضا حسینی نژاد است", {"opponent_name": "محمدرضا حسینی نژاد"}),
    ("mahr-claim", "نه اسمش رضا کریمیه", {"opponent_name": "رضا کریمی"}),
    ("civil-appeal", "تاریخ ابلاغ ۲۴ آبان بود نه چیز دیگه", {"service_date": "1405/08/24"}),
]

LEFT_ALONE: list[tuple[str, str]] = [
    ("mahr-claim", "برادرم علی رضایی شاهد بود"),
    ("mahr-claim", "من رضا کریمی رو می‌شناسم"),
    ("mahr-claim", "کد ملی 1234567890 رو نوشتم"),  # the check digit is wrong
    ("mahr-claim", "شماره شوهرم ۰۹۱۲۳۴۵۶۷۸۹ است"),  # the form has no field for it
    ("mahr-claim", "همسرم ساکن کرج خیابان بهار پلاک ۲ است"),  # not the address of the person
    ("debt-claim", "۱۰۰ میلیون قرض گرفت، بعد ۲۰۰ میلیون"),  # without a unit
    ("debt-claim", "مبلغ ۱۰۰ میلیون تومان بود یا مبلغ ۲۰۰ میلیون تومان"),
    ("civil-appeal", "ابلاغ ۱ آبان بود یا ابلاغ ۲ آبان"),
    ("civil-appeal", "پارسال ابلاغ شد"),  # not a day
    ("theft", "سرقت فردا"),
    ("mahr-claim", "نمیدونم چیکار کنم خیلی خسته‌ام"),
]


@pytest.mark.parametrize(("slug", "told", "facts"), STORIES + CORRECTIONS)
def test_facts_are_found_in_everyday_words(
    slug: str, told: str, facts: dict[str, str | bool], corpus: Corpus
) -> None:
    found = Interview(corpus.forms[slug], corpus).extract(told, TODAY)
    assert {name: fact.value for name, fact in found.items()} == facts


@pytest.mark.parametrize(("slug", "told"), LEFT_ALONE)
def test_what_is_not_sure_is_left_alone(slug: str, told: str, corpus: Corpus) -> None:
    assert Interview(corpus.forms[slug], corpus).extract(told, TODAY) == {}


def test_a_fact_tells_where_it_stands(corpus: Corpus) -> None:
    told = "شوهرم رضا کریمی ۱۱۴ سکه مهرمو نمیده"
    found = Interview(corpus.forms["mahr-claim"], corpus).extract(told, TODAY)["opponent_name"]
    assert told[found.start : found.end] == "رضا کریمی"


@given(text=st.text(alphabet=st.sampled_from("من شوهرم رضا کریمی کد ملی ۰۱۲۳۴۵ سکه تومان ابلاغ ،.\n\u200c آدرسم خیابان"), max_size=120))
def test_nothing_told_breaks_the_extraction(text: str) -> None:
    corpus = load_corpus()
    for fact in Interview(corpus.forms["mahr-claim"], corpus).extract(text, TODAY).values():
        assert 0 <= fact.start < fact.end <= len(text)
