import pytest

from assistant.review import (
    AccountError,
    ReviewError,
    add_staff,
    answer,
    approve,
    ask_citizen,
    comment,
    edit,
    enter,
    queue,
    return_to_citizen,
)
from assistant.storage import Database, Draft, DraftStatus, Role

PASSWORD = "a long enough password"


@pytest.fixture
def draft(database: Database) -> Draft:
    with database.transaction() as unit:
        conversation = unit.conversations.begin("web", "someone", {})
        return unit.drafts.add(
            conversation, "mahr-claim", 1, {"claim_value": "1"}, DraftStatus.QUEUED, "DK-2345-6789"
        )


def test_a_member_enters_with_the_right_password_only(database: Database) -> None:
    with database.transaction() as unit:
        add_staff(unit, "reviewer", Role.REVIEWER, PASSWORD, "cli")
        assert enter(unit, "reviewer", "wrong") is None
        assert enter(unit, "nobody", PASSWORD) is None
        member = enter(unit, "reviewer", PASSWORD)
        assert member is not None
        assert member.role is Role.REVIEWER


def test_five_wrong_passwords_lock_the_account(database: Database) -> None:
    with database.transaction() as unit:
        add_staff(unit, "reviewer", Role.REVIEWER, PASSWORD, "cli")
        for _ in range(5):
            enter(unit, "reviewer", "wrong")
        assert enter(unit, "reviewer", PASSWORD) is None


def test_a_closed_account_does_not_open(database: Database) -> None:
    with database.transaction() as unit:
        add_staff(unit, "reviewer", Role.REVIEWER, PASSWORD, "cli")
        unit.staff.set_active("reviewer", False)
        assert enter(unit, "reviewer", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("reviewer", "short", "weak-password"),
        ("  ", PASSWORD, "empty-name"),
        ("taken", PASSWORD, "name-taken"),
    ],
)
def test_a_bad_account_is_refused_with_its_reason(
    database: Database, name: str, password: str, code: str
) -> None:
    with database.transaction() as unit:
        add_staff(unit, "taken", Role.ADMINISTRATOR, PASSWORD, "cli")
        with pytest.raises(AccountError) as caught:
            add_staff(unit, name, Role.REVIEWER, password, "cli")
        assert caught.value.code == code


def test_an_approved_draft_leaves_the_queue(database: Database, draft: Draft) -> None:
    with database.transaction() as unit:
        assert [d.id for d in queue(unit)] == [draft.id]
        approve(unit, draft.id, "reviewer")
        assert queue(unit) == []


def test_a_question_keeps_the_draft_in_the_queue_and_its_answer_beside_it(
    database: Database, draft: Draft
) -> None:
    with database.transaction() as unit:
        ask_citizen(unit, draft.id, "reviewer", "نشانی خوانده چیست؟", "opponent_address")
        answer(unit, draft.id, "تهران، خیابان نمونه", "opponent_address")
        assert [d.status for d in queue(unit)] == [DraftStatus.ASKED]
        assert [c.kind for c in unit.drafts.comments(draft.conversation_id)] == ["question", "answer"]


def test_an_edit_makes_a_revision_and_the_audit_names_the_fields_without_their_values(
    database: Database, draft: Draft
) -> None:
    with database.transaction() as unit:
        revised = edit(unit, draft.id, "reviewer", {"claim_value": "2"})
        assert revised.revision == 1
        (entry,) = unit.audit.trail(revised.id)
        assert entry.detail == {"before": draft.id, "fields": ["claim_value"]}


def test_an_edit_that_changes_nothing_makes_no_revision(database: Database, draft: Draft) -> None:
    with database.transaction() as unit:
        assert edit(unit, draft.id, "reviewer", draft.facts).id == draft.id


def test_an_old_revision_can_not_be_approved(database: Database, draft: Draft) -> None:
    with database.transaction() as unit:
        edit(unit, draft.id, "reviewer", {"claim_value": "2"})
        with pytest.raises(ReviewError, match="stale"):
            approve(unit, draft.id, "reviewer")


def test_what_is_decided_can_not_be_decided_again(database: Database, draft: Draft) -> None:
    with database.transaction() as unit:
        return_to_citizen(unit, draft.id, "reviewer", "مبلغ روشن نیست")
        with pytest.raises(ReviewError, match="not-open"):
            approve(unit, draft.id, "reviewer")


def test_an_empty_comment_is_refused(database: Database, draft: Draft) -> None:
    with database.transaction() as unit, pytest.raises(ReviewError, match="nothing-written"):
        comment(unit, draft.id, "reviewer", "   ")


def test_an_unknown_draft_is_said_so(database: Database) -> None:
    with database.transaction() as unit, pytest.raises(ReviewError, match="unknown-draft"):
        approve(unit, "0" * 32, "reviewer")
