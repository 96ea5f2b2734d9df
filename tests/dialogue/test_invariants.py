"""Whatever happens in whatever order, some things always hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assistant.dialogue import (
    Conversation,
    Filed,
    StaffApproved,
    StaffAsked,
    StaffReturned,
    SubmitDraft,
    World,
    missing,
    replay,
    snapshot,
)
from assistant.drafting import validate_facts
from tests.dialogue.script import Script

STORIES = (
    "شوهرم مهریه‌ام را نمی‌دهد",
    "شوهرم مهریه و نفقه نمی‌دهد",
    "رفیقم قرضم را پس نمی‌دهد طلبکارم",
    "می‌خواهم رضایت بدهم و گذشت کنم",
    "لایحه دفاعیه بنویس",
    "شوهرم مهریه و سکه و مهر را نمی‌دهد. رفیقم هم قرض گرفته و طلبم را پس نمی‌دهد",
    "دستور پخت قورمه سبزی",
)
ANSWERS = (
    "مریم احمدی",
    "0012345679",
    "0012345670",
    "09121234567",
    "علی رضایی",
    "تهران، خیابان نمونه، پلاک ۱۰",
    "۲۰۰ میلیون",
    "۲۰۰ میلیون تومان",
    "تومان",
    "۱۱۴ سکه",
    "9009982619700000",
    "1405/08/20",
    "1405/12/01",
    "پارسال به او قرض دادم و رسید دارم و پس نداد",
    "بله",
    "نه",
    "نمی‌دانم",
    "1",
    "۲",
    "3",
    "آخری",
    "می‌دانم این کار برگشت ندارد و تأیید می‌کنم",
    "تأیید می‌کنم",
)
CORRECTIONS = (
    "اسمم مریم محمدیه نه مریم احمدی",
    "کد ملیم رو اصلاح کن",
    "کد ملیم اشتباه بود، 1270000004",
    "مبلغش اشتباه بود، ۳۰۰ میلیون تومنه",
    "مبلغش اشتباه بود، ۳۰۰ میلیون",
    "اصلاح",
)
COMMANDS = ("رد کن", "برگرد", "لغو", "ادامه", "راهنما", "از اول", "/skip", "/back", "/cancel", "/resume")
ASIDES = ("راستی هزینه‌ش چقدره؟", "یعنی چی", "جزئیات", "سلام", "ممنون", "مهلتش تا کیه؟", "بعدا می‌گویم")
NONSENSE = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=40)
MARKERS = re.compile(r"\{\{|\}\}|\{%|\{rule:|\{[a-z_]+\}")


class Conversations(RuleBasedStateMachine):
    """Any order of stories, answers, corrections, nonsense, commands, buttons and staff."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.script = Script(self.world)

    @rule(text=st.sampled_from(STORIES + ANSWERS + ANSWERS + CORRECTIONS + COMMANDS + ASIDES))
    def say(self, text: str) -> None:
        self.script.say(text)

    @rule(text=NONSENSE)
    def say_nonsense(self, text: str) -> None:
        self.script.say(text)

    @precondition(lambda self: self.script.now.asking is not None and self.script.now.pending is None)
    @rule()
    def answer_the_question(self) -> None:
        """A good answer, so that long conversations get to their end."""
        form, asking = self.script.now.form, self.script.now.asking
        assert form is not None
        assert asking is not None
        question = self.world.interview(form).question(asking)
        answer = {"rial_amount": "۵۰ میلیون تومان", "jalali_date": "1405/08/20", "bool": "بله"}
        self.script.say(
            question.choices[0] if question.choices else answer.get(question.type, question.example)
        )

    @precondition(lambda self: bool(self.script.now.offered))
    @rule(data=st.data())
    def press_a_button(self, data: st.DataObject) -> None:
        self.script.press(data.draw(st.sampled_from(self.script.now.offered)).id)

    @rule(
        choice_id=st.sampled_from(["confirm", "irrevocable", "form:mahr-claim", "value:0", "pick:1", "zzz"])
    )
    def press_an_old_button(self, choice_id: str) -> None:
        self.script.press(choice_id)

    @precondition(lambda self: bool(self.script.now.submitted))
    @rule(
        event=st.sampled_from(
            [
                StaffAsked(question="کدام شعبه؟"),
                StaffAsked(question="نام کامل؟", field="applicant_name"),
                StaffAsked(question="چیز دیگر؟", field="no_such_field"),
                StaffReturned(reason="ناقص است"),
                StaffApproved(),
                Filed(tracking_code="ABC-123"),
            ]
        )
    )
    def hear_from_staff(self, event: StaffAsked) -> None:
        self.script.happen(event)

    @invariant()
    def known_facts_are_valid(self) -> None:
        now = self.script.now
        if now.form is not None:
            form = self.world.form(now.form)
            errors = validate_facts(form, now.facts, self.world.corpus, self.world.today)
            assert [error for error in errors if error.code != "missing"] == []

    @invariant()
    def nothing_known_is_asked(self) -> None:
        now = self.script.now
        staff_asks = now.staff is not None and now.staff.field == now.asking
        assert now.asking is None or now.asking not in now.facts or now.amending or staff_asks

    @invariant()
    def state_and_question_agree(self) -> None:
        now = self.script.now
        if now.state == "interview":
            assert now.form is not None
            assert now.asking in self.world.interview(now.form).fields
        if now.state in ("preview", "confirming", "done"):
            assert now.form is not None
            assert missing(now, self.world) == ()
            assert now.asking is None
        if now.state == "choosing":
            assert now.offers
        if now.state == "done":
            assert now.version in now.submitted
        assert (now.state == "cancelled") == (now.paused is not None)

    @invariant()
    def the_conversation_survives_json(self) -> None:
        now = self.script.now
        assert Conversation.model_validate_json(now.model_dump_json()) == now

    @invariant()
    def a_version_is_submitted_once(self) -> None:
        versions = [command.version for command in self.script.commands if isinstance(command, SubmitDraft)]
        assert versions == sorted(set(versions)) == list(self.script.now.submitted)

    @invariant()
    def the_person_is_always_answered_in_finished_words(self) -> None:
        if self.script.events:
            assert self.script.messages
        for message in self.script.messages:
            assert message.text.strip()
            assert not MARKERS.search(message.text), message.text
            assert all(choice.text and choice.id.isascii() for choice in message.choices)
            assert all(len(choice.id.encode()) <= 64 for choice in message.choices)

    @invariant()
    def the_contract_line_is_complete(self) -> None:
        line = snapshot(self.script.turn)
        assert list(line) == ["messages", "state", "form", "asking", "facts", "missing", "documents"]
        assert line["missing"] == list(missing(self.script.now, self.world))

    def teardown(self) -> None:
        assert replay(self.script.events, self.world) == self.script.now


@pytest.mark.slow
def test_any_conversation_keeps_its_promises(world: World) -> None:
    machine = type("ConversationsInThisWorld", (Conversations,), {"world": world})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
