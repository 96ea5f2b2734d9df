import re

import pytest

from assistant.guidance.cues import Cues, cue_key
from assistant.law.schemas import CueGroup

WORDS = {"now": ("الان", "هنوز"), "weapon": ("چاقو*", "تفنگ")}


def found(text: str, *cues: str, unless: tuple[str, ...] = (), past: tuple[str, ...] = ()) -> bool:
    return Cues.compile(CueGroup(cues=cues, unless=unless), WORDS, past).found(cue_key(text))


@pytest.mark.parametrize(
    "text", ["مهلتم داره تموم میشه", "مهلتم دارد تمام می‌شود", "mohlatam dare tamoom mishe"]
)
def test_every_spelling_of_a_cue_is_found(text: str) -> None:
    assert found(text, "مهلتم … تموم میشه")


def test_a_cue_spans_some_words_but_not_a_whole_story() -> None:
    assert found("با چاقو آمد و جلوی من ایستاد", "چاقو … ایستاد")
    assert not found("با چاقو میوه پوست می‌کندم که زنگ زدند و مردی جلوی در ایستاد", "چاقو … ایستاد")


def test_a_cue_is_whole_words_unless_it_says_how_they_begin() -> None:
    assert not found("چاقوفروشی دارم", "چاقو")
    assert found("چاقوفروشی دارم", "چاقو*")


def test_a_named_list_stands_for_each_of_its_words() -> None:
    assert found("تفنگ دستشه", "<weapon> دستشه")
    assert found("چاقوی بزرگ دستشه", "<weapon> … دستشه")


def test_an_exception_takes_back_only_the_cue_beside_it() -> None:
    assert not found("پارسال تهدیدم کرد", "تهدیدم کرد", past=("پارسال",))
    assert found("پارسال عقد کردیم. همین شوهرم تهدیدم کرد", "تهدیدم کرد", past=("پارسال",))
    story = "پارسال با هم مغازه باز کردیم و خوب هم می‌فروختیم تا این که شریکم تهدیدم کرد"
    assert found(story, "تهدیدم کرد", past=("پارسال",))


def test_what_is_said_of_the_past_ends_where_the_present_begins() -> None:
    assert found("پارسال تهدیدم کرد الان تهدیدم کرد", "تهدیدم کرد", past=("پارسال",))


def test_exceptions_of_one_group_leave_others_alone() -> None:
    assert not found("زنگ میزنه", "میزنه", unless=("زنگ میزنه",))
    assert found("زنگ میزنه میگه می‌کشمت", "می‌کشمت")


def test_the_key_keeps_the_borders_of_sentences() -> None:
    assert re.fullmatch(r" \S.* \| \S.* ", cue_key("آمد. رفت؟"))
