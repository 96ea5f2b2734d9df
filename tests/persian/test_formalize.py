from pathlib import Path

import pytest
import yaml
from hypothesis import given

from assistant.persian import formalize, normalize
from assistant.persian.lexicon import lexicon
from tests.persian.strategies import texts

WRITTEN_TOO = (
    "رفتن کردن گفتن بدون بیان میان نمونه قانون بیرون میلیون پرونده مضمون آزمون اتهام ابهام اشتباهات "
    "سهام برات پیاده‌رو پسرعمو شستشو بدن نگه بیاید نشوند مستأجره بازنشسته ممنوعه راضیه مشخصه جلو عضو "
    "خواستم سابقم روند ندید شبا "
)
RULES = Path(__file__).parents[2] / "corpus" / "rules"


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        # verbs with می
        ("میخوام", "می‌خواهم"),
        ("می‌خوام", "می‌خواهم"),
        ("می خوام", "می‌خواهم"),
        ("نمی‌خوایم", "نمی‌خواهیم"),
        ("میخوان", "می‌خواهند"),
        ("میتونم", "می‌توانم"),
        ("نمیتونه", "نمی‌تواند"),
        ("میدونن", "می‌دانند"),
        ("میگه", "می‌گوید"),
        ("میگید", "می‌گویید"),
        ("نمیده", "نمی‌دهد"),
        ("میدن", "می‌دهند"),
        ("میره", "می‌رود"),
        ("نمیره", "نمی‌رود"),
        ("میشه", "می‌شود"),
        ("نمیشه", "نمی‌شود"),
        ("میاد", "می‌آید"),
        ("نمیان", "نمی‌آیند"),
        ("میومد", "می‌آمد"),
        ("نمیاره", "نمی‌آورد"),
        ("نمی‌ذارن", "نمی‌گذارند"),
        ("میندازه", "می‌اندازد"),
        ("میفته", "می‌افتد"),
        ("برنمی‌گرده", "برنمی‌گردد"),
        ("می‌کردن", "می‌کردند"),
        ("می‌گیرنش", "می‌گیرندش"),
        # without می
        ("کنن", "کنند"),
        ("بگم", "بگویم"),
        ("بشه", "بشود"),
        ("بیاد", "بیاید"),
        ("بیارن", "بیاورند"),
        ("بذارم", "بگذارم"),
        ("بتونم", "بتوانم"),
        ("بدید", "بدهید"),
        ("بندازنش", "بیندازندش"),
        ("برگردونه", "برگرداند"),
        ("بردارن", "بردارند"),
        ("نتونستم", "نتوانستم"),
        ("نمونده", "نمانده"),
        ("اومدیم", "آمدیم"),
        ("نیومد", "نیامد"),
        ("گفتش", "گفت"),
        ("کردین", "کردید"),
        ("دارن", "دارند"),
        ("نداره", "ندارد"),
        # pronouns and particles
        ("ازش", "از او"),
        ("بهش", "به او"),
        ("باهام", "با من"),
        ("براشون", "برای آن‌ها"),
        ("واسه", "برای"),
        ("اگه", "اگر"),
        ("دیگه", "دیگر"),
        ("چیکار", "چه کار"),
        ("منو", "من را"),
        ("اونا", "آن‌ها"),
        # nouns
        ("خونه", "خانه"),
        ("دفترخونه", "دفترخانه"),
        ("نون", "نان"),
        ("تهرون", "تهران"),
        ("ساختمونم", "ساختمانم"),
        ("خونه‌م", "خانه‌ام"),
        ("مهرم", "مهریه‌ام"),
        ("مهریه‌م", "مهریه‌ام"),
        ("پروندمو", "پرونده‌ام را"),
        ("بچم", "بچه‌ام"),
        ("بچه‌هام", "بچه‌هایم"),
        ("خونه‌هاشون", "خانه‌هایشان"),
        ("کتابشون", "کتابشان"),
        ("پولمو", "پولم را"),
        ("خواسته‌مو", "خواسته‌ام را"),
        ("آبروتو", "آبرویت را"),
        ("امضام", "امضایم"),
        ("پرونده‌رو", "پرونده را"),
        ("گفته‌ن", "گفته‌اند"),
        # "is"
        ("بسته‌ست", "بسته است"),
        ("معتاده", "معتاد است"),
        ("قطعیه", "قطعی است"),
    ],
)
def test_spoken_words_are_written(spoken: str, written: str) -> None:
    assert formalize(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("شوهرم مهریه‌م رو نمیده چیکار کنم", "شوهرم مهریه‌ام را نمی‌دهد چه کار کنم"),
        ("از عمد خط انداخت رو ماشین", "از عمد خط انداخت روی ماشین"),
        ("رو ماشین خط کشید", "روی ماشین خط کشید"),
        ("پول پیش رو نمیده", "پول پیش را نمی‌دهد"),
        ("از این رو و رو به رو", "از این رو و رو به رو"),
        ("این رو من ننوشتم", "این را من ننوشتم"),
        ("معامله رو بهم زد", "معامله را به هم زد"),
        ("ماشین بهم زد", "ماشین به من زد"),
        ("زندگیمون بهم ریخت", "زندگیمان به هم ریخت"),
    ],
)
def test_neighbours_decide_what_a_particle_means(spoken: str, written: str) -> None:
    assert formalize(spoken) == written


@pytest.mark.parametrize("word", WRITTEN_TOO.split())
def test_words_of_both_languages_stay(word: str) -> None:
    assert formalize(word) == word


def test_the_texts_of_the_rules_stay_as_they_are() -> None:
    texts_of_rules = [
        str(part)
        for file in sorted(RULES.glob("*.yaml"))
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))
        for part in (rule["title"], rule.get("note") or "")
    ]
    changed = [text for text in texts_of_rules if formalize(text) != normalize(text)]
    assert len(texts_of_rules) > 100
    assert changed == []


@given(texts)
def test_written_text_stays_written(text: str) -> None:
    once = formalize(text)
    assert formalize(once) == once


def test_every_listed_word_is_written_in_one_step() -> None:
    once = {word: formalize(word) for word in lexicon().words}
    assert [word for word, written in once.items() if formalize(written) != written] == []
