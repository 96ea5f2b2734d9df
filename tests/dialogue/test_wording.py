"""An account in the words of petitions: shown before anything is confirmed, and given back on demand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from assistant.dialogue import RenderDocuments, World
from assistant.drafting.faithfulness import Account
from tests.dialogue.script import Script
from tests.dialogue.test_preview_and_done import DEBT

TOLD = "پارسال به او قرض دادم و هنوز پس نداده است، چند بار هم گفتم"
NEUTRAL = "خواهان سال گذشته به وی قرض داده و وجه مسترد نشده است."


@dataclass
class Scribe:
    """A polisher that answers as it is told, and counts how often."""

    asked: list[Account] = field(default_factory=list)
    says: str = NEUTRAL

    def polish(self, account: Account) -> str:
        self.asked.append(account)
        return self.says


@pytest.fixture
def scribe() -> Scribe:
    return Scribe()


@pytest.fixture
def debt(world: World, scribe: Scribe) -> Script:
    talk = Script(replace(world, polisher=scribe))
    talk.say(*DEBT[:-2], TOLD, DEBT[-1])
    assert talk.now.state == "preview"
    return talk


def rendered(talk: Script) -> RenderDocuments:
    (command,) = [command for command in talk.commands if isinstance(command, RenderDocuments)]
    return command


def test_the_preview_prints_the_neutral_words_and_says_so(debt: Script, scribe: Scribe) -> None:
    assert NEUTRAL in debt.heard
    assert "متن خودم بماند" in debt.choices
    assert "متن خودم بماند" in debt.heard
    assert scribe.asked[0].text == TOLD
    assert scribe.asked[0].role == "خواهان"
    assert scribe.asked[0].facts["opponent_name"] == "حسن کریمی"


def test_what_is_confirmed_is_what_was_shown(debt: Script) -> None:
    debt.say("تأیید می‌کنم")
    assert rendered(debt).wording == {TOLD: NEUTRAL}
    assert rendered(debt).facts["facts"] == TOLD


def test_the_person_can_have_their_own_words_back(debt: Script, scribe: Scribe) -> None:
    debt.say("متن خودم بماند")
    assert NEUTRAL not in debt.heard
    assert "متن خودم بماند" not in debt.choices
    debt.say("تأیید می‌کنم")
    assert rendered(debt).wording == {TOLD: TOLD}
    assert len(scribe.asked) == 1, "what was settled is not asked again"


def test_another_correction_does_not_polish_anew(debt: Script, scribe: Scribe) -> None:
    debt.say("تاریخ پرداخت 1404/05/02 بود")
    assert NEUTRAL in debt.heard
    assert len(scribe.asked) == 1


def test_a_changed_account_is_polished_anew(debt: Script, scribe: Scribe) -> None:
    scribe.says = "خواهان دو سال پیش به وی قرض داده و وجه مسترد نشده است."
    debt.say("اصلاح")
    place = next(n for n, text in enumerate(debt.choices, start=1) if text.startswith("شرح ماجرا"))
    debt.say(str(place), "دو سال پیش به او قرض دادم و هنوز چیزی پس نداده است")
    assert debt.now.state == "preview"
    assert scribe.says in debt.heard
    assert NEUTRAL not in debt.heard


def test_without_a_polisher_nothing_is_said_of_it(world: World) -> None:
    talk = Script(world).say(*DEBT[:-2], TOLD, DEBT[-1])
    assert "متن خودم بماند" not in talk.choices
    assert TOLD in talk.heard
