import pytest

from assistant.storage import Database, DraftStatus


@pytest.fixture
def conversation(database: Database) -> str:
    with database.transaction() as unit:
        return unit.conversations.begin("web", "someone", {})


def test_a_new_version_takes_the_place_of_the_open_one_and_keeps_the_tracking_code(
    database: Database, conversation: str
) -> None:
    with database.transaction() as unit:
        first = unit.drafts.add(conversation, "mahr-claim", 1, {"a": "1"}, DraftStatus.QUEUED, "DK-2345-6789")
        second = unit.drafts.add(
            conversation, "mahr-claim", 2, {"a": "2"}, DraftStatus.QUEUED, "DK-2345-6789"
        )
        replaced = unit.drafts.get(first.id)
        assert replaced is not None
        assert replaced.status is DraftStatus.REPLACED
        assert second.tracking_code == first.tracking_code


def test_staff_revisions_keep_the_version_and_all_are_in_the_history(
    database: Database, conversation: str
) -> None:
    with database.transaction() as unit:
        draft = unit.drafts.add(conversation, "theft", 1, {"a": "1"}, DraftStatus.QUEUED, "DK-2345-6789")
        revised = unit.drafts.revise(draft, {"a": "2"}, "reviewer")
        assert (revised.version, revised.revision, revised.facts) == (1, 1, {"a": "2"})
        assert [(d.version, d.revision) for d in unit.drafts.history(conversation)] == [(1, 1), (1, 0)]


def test_a_document_comes_back_as_it_went_in(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        draft = unit.drafts.add(conversation, "theft", 1, {}, DraftStatus.QUEUED, "DK-2345-6789")
        unit.drafts.add_document(draft.id, "petition.pdf", "application/pdf", b"%PDF-1.7")
    with database.transaction() as unit:
        (document,) = unit.drafts.documents(draft.id)
        assert (document.name, document.content) == ("petition.pdf", b"%PDF-1.7")


def test_a_draft_enters_the_filing_outbox_once(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        draft = unit.drafts.add(conversation, "theft", 1, {}, DraftStatus.APPROVED, "DK-2345-6789")
        assert unit.filings.enqueue(draft.id, "folder")
        assert not unit.filings.enqueue(draft.id, "folder")
        assert [filing.draft_id for filing in unit.filings.due()] == [draft.id]


def test_a_handed_filing_is_not_due_again(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        draft = unit.drafts.add(conversation, "theft", 1, {}, DraftStatus.APPROVED, "DK-2345-6789")
        unit.filings.enqueue(draft.id, "folder")
        unit.filings.handed(draft.id, "0" * 64, {"reference": "a.zip"})
        assert unit.filings.due() == []


def test_messages_wait_until_they_are_delivered(database: Database, conversation: str) -> None:
    with database.transaction() as unit:
        unit.messages.post(conversation, {"text": "پرسشی از شما داریم"})
        (waiting,) = unit.messages.waiting("web")
        assert (waiting.address, waiting.message["text"]) == ("someone", "پرسشی از شما داریم")
        unit.messages.delivered(waiting.id)
        assert unit.messages.waiting("web") == []


def test_a_changed_audit_entry_breaks_the_chain(database: Database) -> None:
    with database.transaction() as unit:
        for number in range(3):
            unit.audit.record("reviewer", "comment", f"draft-{number}")
        assert unit.audit.first_break() is None
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET actor = 'someone else' WHERE number = 2")
    with database.transaction() as unit:
        assert unit.audit.first_break() == 2
