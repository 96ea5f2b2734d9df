"""What legal staff and the authority say reaches the citizen, and the answer goes back."""

from __future__ import annotations

import pytest

from assistant.dialogue import AnswerStaff, Filed, StaffApproved, StaffAsked, StaffReturned, SubmitDraft
from tests.dialogue.script import Script
from tests.dialogue.test_preview_and_done import DEBT

QUESTION = "مبلغ دقیق را با رسید مقایسه می‌کنید؟"


@pytest.fixture
def sent(talk: Script) -> Script:
    talk.say(*DEBT, "بله")
    assert talk.now.state == "done"
    return talk


def test_a_question_about_a_field_reopens_it_and_the_answer_goes_back(sent: Script) -> None:
    sent.happen(StaffAsked(question=QUESTION, field="amount"))
    assert QUESTION in sent.heard
    assert sent.now.asking == "amount"
    sent.say("۶۰ میلیون تومان")
    assert AnswerStaff(QUESTION, "۶۰ میلیون تومان", "amount", sent.now.facts, 1) in sent.commands
    assert sent.now.facts["amount"] == "600000000"
    assert (sent.now.state, sent.now.version) == ("preview", 2), "the changed text is confirmed again"


def test_the_same_value_again_answers_without_a_new_version(sent: Script) -> None:
    sent.happen(StaffAsked(question=QUESTION, field="amount")).say("۵۰ میلیون تومان")
    assert (sent.now.state, sent.now.version) == ("done", 1)


def test_an_amount_without_a_unit_is_settled_before_it_goes_back(sent: Script) -> None:
    sent.happen(StaffAsked(question=QUESTION, field="amount")).say("۶۰ میلیون")
    assert not any(isinstance(command, AnswerStaff) for command in sent.commands)
    sent.say("تومان")
    assert any(isinstance(command, AnswerStaff) for command in sent.commands)


def test_a_question_without_a_field_takes_the_answer_in_free_words(sent: Script) -> None:
    sent.happen(StaffAsked(question="رسید دارید؟")).say("بله رسید بانکی دارم")
    assert AnswerStaff("رسید دارید؟", "بله رسید بانکی دارم", None, {}, 1) in sent.commands
    assert sent.now.state == "done"


def test_a_side_question_does_not_answer_staff(sent: Script) -> None:
    sent.happen(StaffAsked(question=QUESTION, field="amount")).say("راستی هزینه‌ش چقدره؟")
    assert sent.now.asking == "amount"
    assert not any(isinstance(command, AnswerStaff) for command in sent.commands)


def test_a_returned_draft_opens_a_new_version(sent: Script) -> None:
    sent.happen(StaffReturned(reason="نام خوانده کامل نیست"))
    assert "نام خوانده کامل نیست" in sent.heard
    assert (sent.now.state, sent.now.version) == ("preview", 2)
    sent.say("نام طرف مقابل اشتباهه", "حسن کریمی نمونه", "بله")
    assert [c.version for c in sent.commands if isinstance(c, SubmitDraft)] == [1, 2]


def test_what_comes_back_again_while_left_off_can_be_resumed(sent: Script) -> None:
    sent.happen(StaffReturned(reason="نام خوانده کامل نیست")).say("لغو")
    sent.happen(StaffReturned(reason="نشانی هم کامل نیست"))
    assert "نشانی هم کامل نیست" in sent.heard
    assert sent.now.state == "cancelled"
    sent.say("ادامه")
    assert (sent.now.state, sent.now.version) == ("preview", 2)


def test_approval_and_filing_are_told(sent: Script) -> None:
    sent.happen(StaffApproved())
    assert "تأیید کرد" in sent.heard
    sent.happen(Filed(tracking_code="ABC-123"))
    assert "ABC-123" in sent.heard
    assert sent.now.tracking_code == "ABC-123"
    assert sent.now.standing == "filed"


def test_news_of_an_earlier_matter_does_not_disturb_the_one_under_way(sent: Script) -> None:
    sent.say("شوهرم مهریه‌ام را نمی‌دهد", "1")
    sent.happen(Filed(tracking_code="ABC-123", version=1))
    assert "ABC-123" in sent.heard
    assert sent.now.asking == "opponent_name" or sent.now.asking == "applicant_mobile"
    assert sent.now.standing is None


def test_a_question_about_an_earlier_matter_is_answered_in_free_words(sent: Script) -> None:
    sent.say("شوهرم مهریه‌ام را نمی‌دهد", "1")
    facts = sent.now.facts
    sent.happen(StaffAsked(question=QUESTION, field="amount", version=1)).say("همان ۵۰ میلیون تومان است")
    assert AnswerStaff(QUESTION, "همان ۵۰ میلیون تومان است", None, {}, 1) in sent.commands
    assert sent.now.facts == facts
    assert sent.now.state == "interview"


def test_cancelling_keeps_the_question_of_staff(sent: Script) -> None:
    sent.happen(StaffAsked(question=QUESTION, field="amount")).say("لغو", "ادامه")
    assert sent.now.asking == "amount"
    assert QUESTION in sent.heard
