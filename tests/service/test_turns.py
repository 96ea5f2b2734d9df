import json
from collections.abc import Callable

import pytest

from assistant.dialogue import Said
from assistant.filing import verify_package
from assistant.service import Desk, Service, TurnResult, UnknownConversation, deliver_due
from assistant.storage import DraftStatus

Fill = Callable[[Service, str, str], TurnResult]
CONFIRM = Said(text="تأیید می‌کنم")


def confirm(service: Service, conversation: str, fill: Fill) -> TurnResult:
    """Lead a conversation to a confirmed petition."""
    fill(service, conversation, "mahr-claim")
    return service.turn(conversation, CONFIRM)


@pytest.fixture
def conversation(service: Service) -> str:
    return service.begin("web", "someone")[0]


def test_the_welcome_comes_first_and_asks_what_happened(service: Service) -> None:
    _, welcome = service.begin("web", "someone")
    assert welcome.line["state"] == "guidance"
    assert "دادخواه" in welcome.line["messages"][0]["text"]


def test_a_turn_of_an_unknown_conversation_is_refused(service: Service) -> None:
    with pytest.raises(UnknownConversation):
        service.turn("0" * 32, Said(text="سلام"))


def test_a_conversation_goes_on_after_a_restart(service: Service, conversation: str, fill: Fill) -> None:
    fill(service, conversation, "request-extension-of-time")
    again = Service(service.rooms, service.database, service.gateway, service.signer)
    assert again.turn(conversation, Said(text="/help")).line["form"] == "request-extension-of-time"


def test_the_same_turn_sent_twice_is_run_once_and_answered_alike(service: Service, conversation: str) -> None:
    story = Said(text="صاحبخونه پول پیشمو نمیده")
    first = service.turn(conversation, story, key="k1")
    assert service.turn(conversation, story, key="k1") == first
    with service.database.transaction() as unit:
        assert len(unit.conversations.events(conversation)) == 1


def test_a_confirmed_petition_is_rendered_and_waits_for_staff(
    service: Service, conversation: str, fill: Fill
) -> None:
    result = confirm(service, conversation, fill)
    assert result.line["state"] == "done"
    assert {ref.name for ref in result.documents} == {
        "petition.pdf",
        "petition.docx",
        "petition.json",
        "petition.txt",
    }
    (draft,) = Desk(service).queue()
    assert (draft.form, draft.version, draft.status) == ("mahr-claim", 1, DraftStatus.QUEUED)


def test_confirming_again_submits_nothing_more(service: Service, conversation: str, fill: Fill) -> None:
    confirm(service, conversation, fill)
    assert service.turn(conversation, CONFIRM).documents == ()
    assert len(Desk(service).queue()) == 1


def test_nothing_is_filed_before_staff_approve(service: Service, conversation: str, fill: Fill) -> None:
    confirm(service, conversation, fill)
    assert deliver_due(service) == 0


def test_an_approved_draft_is_filed_once_signed_and_the_citizen_is_told(
    service: Service, conversation: str, fill: Fill
) -> None:
    confirm(service, conversation, fill)
    (draft,) = Desk(service).queue()
    Desk(service).approve(draft.id, "reviewer")
    assert deliver_due(service) == 1
    assert deliver_due(service) == 0
    (package,) = (service.rooms.settings.data_dir / "outgoing").iterdir()
    files = verify_package(package.read_bytes(), service.signer.public_pem)
    assert json.loads(files["petition.json"])["form"] == "mahr-claim"
    news = "\n".join(item["text"] for item in service.news(conversation))
    assert draft.tracking_code in news
    assert service.news(conversation) == []


def test_without_review_a_confirmed_petition_goes_straight_to_filing(
    make_service: Callable[..., Service], fill: Fill
) -> None:
    service = make_service(review_required=False)
    conversation, _ = service.begin("web", "someone")
    confirm(service, conversation, fill)
    assert deliver_due(service) == 1


def test_a_question_of_staff_reaches_the_citizen_and_the_answer_reaches_staff(
    service: Service, conversation: str, fill: Fill
) -> None:
    confirm(service, conversation, fill)
    desk = Desk(service)
    (draft,) = desk.queue()
    desk.ask(draft.id, "reviewer", "مهریه دقیقا چند سکه است؟", "mahr_description")
    assert any("چند سکه" in item["text"] for item in service.news(conversation))
    service.turn(conversation, Said(text="۲۵۰ سکه تمام بهار آزادی"))
    service.turn(conversation, CONFIRM)
    (answered,) = desk.queue()
    assert answered.facts["mahr_description"] == "۲۵۰ سکه تمام بهار آزادی"
    assert [c.kind for c in desk.folder(answered.id).comments] == ["question", "answer"]
    assert desk.folder(answered.id).documents


def test_an_edit_by_staff_is_rendered_anew(service: Service, conversation: str, fill: Fill) -> None:
    confirm(service, conversation, fill)
    desk = Desk(service)
    (draft,) = desk.queue()
    revised = desk.edit(draft.id, "reviewer", {**draft.facts, "mahr_description": "۳۰۰ سکه تمام بهار آزادی"})
    texts = {d.name: d.content.decode() for d in desk.folder(revised.id).documents if d.name.endswith(".txt")}
    assert "۳۰۰ سکه" in texts["petition.txt"]
    assert [d.id for d in desk.queue()] == [revised.id]


def test_a_returned_draft_can_be_corrected_and_comes_back_as_a_new_version(
    service: Service, conversation: str, fill: Fill
) -> None:
    confirm(service, conversation, fill)
    desk = Desk(service)
    (draft,) = desk.queue()
    desk.give_back(draft.id, "reviewer", "بهای خواسته روشن نیست")
    assert desk.queue() == []
    service.turn(conversation, Said(text="بهای خواسته ۸ میلیارد ریال است"))
    service.turn(conversation, CONFIRM)
    (second,) = desk.queue()
    assert (second.version, second.facts["claim_value"]) == (2, "8000000000")
    assert second.tracking_code == draft.tracking_code


def test_the_stored_events_replay_to_the_stored_state(
    service: Service, conversation: str, fill: Fill
) -> None:
    from pydantic import TypeAdapter

    from assistant.dialogue import Event, replay

    fill(service, conversation, "request-extension-of-time")
    with service.database.transaction() as unit:
        events = [
            TypeAdapter(Event).validate_python(event) for event in unit.conversations.events(conversation)
        ]
        record = unit.conversations.get(conversation)
    assert record is not None
    assert replay(events, service.world()).model_dump(mode="json") == record.state
