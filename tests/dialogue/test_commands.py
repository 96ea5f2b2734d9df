"""Commands work everywhere, by slash and in plain Persian."""

from __future__ import annotations

import pytest

from assistant.dialogue import Conversation
from assistant.dialogue.understanding import command
from tests.dialogue.script import Script

STORY = "شوهرم مهریه‌ام را نمی‌دهد"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/skip", "skip"),
        ("رد کن", "skip"),
        ("ردش کن لطفا", "skip"),
        ("/back", "back"),
        ("برگرد", "back"),
        ("قبلی", "back"),
        ("/cancel", "cancel"),
        ("لغو", "cancel"),
        ("لغوش کن", "cancel"),
        ("/resume", "resume"),
        ("ادامه", "resume"),
        ("ادامه بده", "resume"),
        ("/help", "help"),
        ("راهنما", "help"),
        ("از اول", "restart"),
        ("از اول!", "restart"),
        ("نه، رد کردن درخواست رو قبول ندارم", None),
        ("قبلی را پرداخت کردم", None),
        ("قرارداد را لغو کرد", None),
        ("از اول شهریور", None),
        ("خیابان ادامه، پلاک ۳", None),
    ],
)
def test_only_a_whole_short_message_is_a_command(text: str, name: str | None) -> None:
    assert command(text) == name


@pytest.mark.parametrize("word", ["/help", "راهنما"])
def test_help_puts_the_open_question_again(talk: Script, word: str) -> None:
    talk.say(STORY, "1", word)
    assert "لغو" in talk.heard
    assert talk.now.asking == "applicant_name"


def test_what_is_cancelled_can_be_resumed(talk: Script) -> None:
    talk.say(STORY, "1", "مریم احمدی", "لغو")
    assert talk.now.state == "cancelled"
    talk.say("ادامه")
    assert (talk.now.state, talk.now.asking) == ("interview", "applicant_national_id")
    assert talk.now.facts["applicant_name"] == "مریم احمدی"


def test_cancelling_twice_loses_nothing(talk: Script) -> None:
    assert talk.say(STORY, "1", "لغو", "لغو", "ادامه").now.state == "interview"


def test_a_new_story_after_cancelling_asks_before_leaving_the_draft(talk: Script) -> None:
    talk.say(STORY, "1", "لغو", "رفیقم قرضم را پس نمی‌دهد طلبکارم")
    assert talk.now.form == "mahr-claim"
    talk.say("بله")
    assert talk.now.form is None
    assert talk.now.offers[0] == "debt-claim"


def test_starting_anew_asks_first_when_a_draft_is_under_way(talk: Script) -> None:
    talk.say(STORY, "1", "از اول")
    assert talk.now.form == "mahr-claim"
    assert talk.say("نه").now.asking == "applicant_name"
    assert talk.say("از اول", "بله").now.form is None


def test_starting_anew_without_a_draft_does_not_ask(talk: Script) -> None:
    assert talk.say(STORY, "از اول").now.state == "guidance"


def test_back_from_choosing_leads_to_the_story(talk: Script) -> None:
    assert talk.say(STORY, "برگرد").now.state == "guidance"


@pytest.mark.parametrize("word", ["رد کن", "برگرد", "ادامه", "راهنما", "از اول", "لغو"])
def test_commands_at_the_very_beginning_are_answered(talk: Script, word: str) -> None:
    assert talk.say(word).heard


@pytest.mark.parametrize("text", ["", "   ", "😀", "...", "؟"])
def test_a_message_without_words_is_answered_with_the_open_question(talk: Script, text: str) -> None:
    talk.say(STORY, "1", text)
    assert talk.now.asking == "applicant_name"


def test_thanks_are_answered_and_the_question_stays_open(talk: Script) -> None:
    talk.say(STORY, "1", "خیلی ممنون")
    assert "خواهش" in talk.heard
    assert talk.now.asking == "applicant_name"


def test_a_greeting_on_a_fresh_conversation_changes_nothing_but_the_log(talk: Script) -> None:
    assert talk.say("سلام").now == Conversation(log=("سلام",))
