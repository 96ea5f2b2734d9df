"""Texts for property tests: any Unicode, and everyday Persian put together at random."""

from hypothesis import strategies as st

_WORDS = (
    "می خواهم میخوام نمیده می‌خوام خونه خونه‌م خانه ها بچه‌هام رو را از به بهم خورد زد پولمو مهریه‌م پیش این دو سه صد نیم "
    "میلیون تومن ریال و م ماه مهر تیر اول دوم پارسال دیروز هفته روز "
    "ای ام ها های تر ترین می نمی كتاب علي دایرة ۱۲ ٣٤ 56 "
    "خیابان "
    "پلاک آقای خانم مریم نمونه شماره نشانی رفته شده گفتش برنمی گرده پروندم ساختمونمون "
    " می‌ش فیش ثبتِ مُهر mehriye nemide"
)
WORDS = tuple(_WORDS.split())
_JOINTS = [
    "",
    " ",
    "  ",
    "\u200c",
    "\n",
    "، ",
    ".",
    "/",
    "-",
    "\u200f",
    "\u200d",
    "\u0640",
    "\u064e",
    "\u0654",
]

any_text = st.text(max_size=200)
persian_text = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(_JOINTS), st.text("۰۱۲۳۴۵۶۷۸۹0123456789", max_size=12)),
    max_size=24,
).map("".join)
spaced_text = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
texts = st.one_of(any_text, persian_text, spaced_text)
