"""Urgency in the words of people: none of these sentences is in the corpus."""

from __future__ import annotations

import pytest

from assistant.guidance.triage import Triage
from assistant.persian import JalaliDate
from assistant.service import Rooms

TODAY = JalaliDate.of(1405, 9, 3)


def urgency(rooms: Rooms, text: str) -> str | None:
    return rooms.guide.triage.urgency(text, TODAY, rooms.index.urgencies(text))


@pytest.mark.parametrize(
    "text",
    [
        "داماد خونه‌مونه با دشنه، میگه خواهرتو بده وگرنه همه رو سلاخی می‌کنم",
        "دیگه دلیلی برای زنده موندن نمی‌بینم، بعد از ورشکستگی همه رفتن",
        "یارو که ازش شکایت کردم اومده جلو خونه عربده می‌کشه میگه می‌سوزونمتون",
        "پسرعموهام گفتن جنازه‌ت رو تحویل میدیم اگه با اون پسر ازدواج کنی",
        "میخوام خودمو حلق آویز کنم، بعدش مهریه زنم می‌افته گردن کی",
        "برادرزنم دیشب به ماشینم شلیک کرد، گفته دفعه بعد نوبت خودته",
        "هر وقت مست می‌کنه من و بچه رو زیر مشت و لگد می‌گیره، بوی الکلش میاد الان",
        "خواهرم پیامک داده نجاتم بده شوهرم دیوونه شده",
        "mano habs karde to khone goshimo gerefte",
        "پارسال آشتی کردیم ولی الان دوباره با کمربند افتاده به جونم",
    ],
)
def test_danger_to_life_is_seen_in_many_words(rooms: Rooms, text: str) -> None:
    assert urgency(rooms, text) == "danger"


@pytest.mark.parametrize(
    "text",
    [
        "خاله‌م زنگ زد گفت صدای دختره از تو چاه میاد، باباش انداختتش",
        "کارتن‌خواب محله‌مون رو چند تا جوون دارن آتیش می‌زنن",
        "سلام من تو انباری‌ام صاحبکارم درو روم بسته رفته گوشیم چهار درصد شارژ داره",
        "منشی مطبم، یه بچه آوردن جای گاز گرفتگی و سوختگی داره، مادره میگه شوهرم بفهمه اومدیم می‌کشتمون",
        "دایی‌ام شب‌ها می‌خواد باهام بخوابه، یازده سالمه",
        "طلبکار داره با پتک در گاراژو میاره پایین بابام قلبش ناراحته",
        "ye aghaei ba ghame dare donbalam mikone to park",
    ],
)
def test_danger_is_seen_when_others_tell_it_or_it_is_veiled(rooms: Rooms, text: str) -> None:
    assert urgency(rooms, text) == "danger"


@pytest.mark.parametrize(
    "text",
    [
        "چهارشنبه همین هفته باید جلوی قاضی باشم و هیچ مدرکی جمع نکردم",
        "اگه امروز ثبت نکنم حق اعتراضم می‌پره",
        "مهلت جواب دادن به دادخواست طرف پس‌فرداست",
        "رای کارگری رو ۱۳ روز پیش دادن دستم، ۱۵ روز مهلت داره",
        "فردا ۸ صبح وقت دادرسی دارم و کارفرما مرخصی نمیده",
        "امشب باید اعتراضمو تو سامانه بزنم",
        "۳ روز دیگه مهلت تجدیدنظرم تمومه",
        "تا پس‌فردا فرصت دارم نقص دادخواست رو رفع کنم",
    ],
)
def test_a_period_about_to_end_is_seen(rooms: Rooms, text: str) -> None:
    assert urgency(rooms, text) == "deadline"


@pytest.mark.parametrize(
    "text",
    [
        "پدرم رو تو محضر جلب کردن جلو همه",
        "دوستم تو تجمع دستگیر شد، خونواده‌ش خبر ندارن",
        "الان پشت در بازپرسی‌ام گفتن وثیقه نذاری می‌ری زندان",
        "۲۴ ساعته تو آگاهی نگهش داشتن و وکیل بهش ندادن",
        "کارت ملیمو دادم دم در دادگاه گفتن جلبی داری و نگهم داشتن",
        "pesaram bazdasht shode",
    ],
)
def test_someone_held_or_wanted_is_seen(rooms: Rooms, text: str) -> None:
    assert urgency(rooms, text) == "detention"


@pytest.mark.parametrize(
    "text",
    [
        "شوهرم هفت سال پیش یه بار سیلی زد، الان می‌خوام تو دادخواست طلاق بنویسم",
        "رای رو پنج ماه پیش گرفتم قطعی هم شده، اجرا نمی‌کنن",
        "بدهکارم رو چطور می‌تونم بازداشت کنم؟",
        "مستاجرم سه ماهه اجاره نداده و گفته خالی نمی‌کنم",
        "می‌خوام برای مهریه ماشین شوهرم رو توقیف کنم",
        "یه ماه پیش ابلاغیه داشتم برای آذر، می‌خوام وکیل بگیرم",
        "شوهرم معتاده خرجی نمیده، طلاق می‌خوام",
        "همسایه به زمین ما تجاوز کرده دیوار کشیده",
        "تهدید کرده ازم شکایت کنه بابت ۵ میلیون بدهی",
        "وقت دکترم فرداست، مرخصی استعلاجی قانونا چند روزه؟",
        "آخرین مهلت ثبت‌نام ارشد کیه",
        "خودمو کشتم تا کارمو بیمه کنن نکردن",
        "مهلت تجدیدنظر کلا چند روزه؟",
        "برای بازی مافیا یه اسلحه خوب پیشنهاد بده",
        "دو هفته دیگه دادگاهمه، چه مدارکی جمع کنم؟",
        "یه رمان می‌نویسم که توش قاتل با تبر میاد سراغ دختره، دادگاهش چطوریه",
        "زنم میگه ماشینو بفروشی می‌کشمت، شوخی می‌کنه، وکالت فروش بلاعزل چیه",
        "حکم جلب با قرار جلب به دادرسی چه فرقی داره",
    ],
)
def test_what_only_sounds_urgent_is_left_calm(rooms: Rooms, text: str) -> None:
    assert urgency(rooms, text) is None


def test_danger_is_told_before_a_period(rooms: Rooms) -> None:
    assert urgency(rooms, "فردا دادگاه دارم و شوهرم با چاقو پشت دره") == "danger"


def test_without_a_cue_the_learned_opinion_decides(rooms: Rooms) -> None:
    triage: Triage = rooms.guide.triage
    assert triage.urgency("حالم خوب نیست", TODAY, {}) is None
    assert triage.urgency("حالم خوب نیست", TODAY, {"danger": 0.6, "deadline": 0.1}) == "danger"
    assert triage.urgency("حالم خوب نیست", TODAY, {"danger": 0.05, "deadline": 0.05}) is None


def test_a_cue_needs_no_learned_opinion(rooms: Rooms) -> None:
    triage: Triage = rooms.guide.triage
    knife = "شوهرم با چاقو پشت دره"
    assert triage.urgency(knife, TODAY, {"danger": 0.005}) == "danger"
    assert triage.urgency(knife, TODAY, {}) == "danger"


def test_a_plain_learned_opinion_says_which_urgency_it_is(rooms: Rooms) -> None:
    triage: Triage = rooms.guide.triage
    hearing = "فردا دادگاه دارم"
    assert triage.urgency(hearing, TODAY, {"danger": 0.7}) == "danger"
    assert triage.urgency(hearing, TODAY, {"danger": 0.3}) == "deadline"
    assert triage.urgency("شوهرم با چاقو پشت دره", TODAY, {"deadline": 0.9}) == "danger"


def test_a_tale_is_urgent_only_where_the_learned_opinion_is_plain(rooms: Rooms) -> None:
    triage: Triage = rooms.guide.triage
    tale = "رمان می‌نویسم و شوهره با چاقو پشت دره"
    assert triage.urgency(tale, TODAY, {"danger": 0.3}) is None
    assert triage.urgency(tale, TODAY, {"danger": 0.6}) == "danger"


def test_what_is_not_of_law_needs_a_cue_or_a_plain_opinion_to_be_urgent(rooms: Rooms) -> None:
    triage: Triage = rooms.guide.triage
    assert triage.urgency("سگم زیر تخت می‌لرزه", TODAY, {"danger": 0.15}) == "danger"
    assert triage.urgency("سگم زیر تخت می‌لرزه", TODAY, {"danger": 0.15}, of_law=False) is None
    assert triage.urgency("سگم زیر تخت می‌لرزه", TODAY, {"danger": 0.3}, of_law=False) == "danger"
    assert triage.urgency("یه بسته قرص خورده بیدار نمیشه", TODAY, {"danger": 0.6}, of_law=False) == "danger"
    assert triage.urgency("شوهرم با چاقو پشت دره", TODAY, {}, of_law=False) == "danger"
