import hashlib
import json
from collections.abc import Callable

import pypdfium2
import pytest

from assistant.dialogue import Said
from assistant.evidence import Refused, limits
from assistant.filing import verify_package
from assistant.service import (
    Change,
    Desk,
    Evidence,
    Service,
    TurnResult,
    UnknownConversation,
    UnknownExhibit,
    deliver_due,
)
from tests.evidence.files import A4, pdf, photo

Fill = Callable[[Service, str, str], TurnResult]
CONFIRM = Said(text="تأیید می‌کنم")
CERTIFICATE, CARD = "تصویر مصدق سند ازدواج", "تصویر کارت ملی خواهان"


@pytest.fixture
def evidence(service: Service) -> Evidence:
    return Evidence(service)


@pytest.fixture
def conversation(service: Service) -> str:
    return service.begin("web", "someone")[0]


@pytest.fixture
def previewed(service: Service, conversation: str, fill: Fill) -> str:
    """A conversation that shows a petition, not confirmed yet."""
    fill(service, conversation, "mahr-claim")
    return conversation


def words(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def numbered(evidence: Evidence, conversation: str) -> list[tuple[int, str]]:
    return [(exhibit.number, exhibit.title) for exhibit in evidence.attached(conversation).exhibits]


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_what_is_asked_for_is_missing_until_it_is_attached(evidence: Evidence, previewed: str) -> None:
    assert evidence.attached(previewed).missing == (CERTIFICATE, CARD)
    first = evidence.attach(previewed, photo(), asked_for=CERTIFICATE)
    assert evidence.said(previewed, first) == (f"پیوست شماره ۱ «{CERTIFICATE}» اضافه شد.\nهنوز مانده: {CARD}")
    evidence.attach(previewed, photo(), title=CARD)  # called just that: nothing more has to be said
    assert evidence.attached(previewed).missing == ()
    assert "همه مدرک‌های خواسته‌شده" in evidence.attached(previewed).said_missing


def test_the_preview_says_how_to_attach_and_then_what_is_missing(
    service: Service, evidence: Evidence, previewed: str
) -> None:
    def shown() -> str:
        service.turn(previewed, Said(text="شماره موبایلم ۰۹۱۲۰۰۰۰۰۰۱ است"))
        result = service.turn(previewed, Said(text="شماره موبایلم ۰۹۱۲۰۰۰۰۰۰۰ است"))
        return "\n".join(message["text"] for message in result.messages)

    assert "همین‌جا پیوست کنید" in shown()
    evidence.attach(previewed, photo(), asked_for=CARD)
    assert f"هنوز مانده: {CERTIFICATE}" in shown()


def test_a_file_may_come_before_anything_is_told(
    service: Service, evidence: Evidence, conversation: str, fill: Fill
) -> None:
    evidence.attach(conversation, photo(), title="عکس خانه")
    assert evidence.attached(conversation).papers.all == ()
    assert evidence.attached(conversation).said_missing == ""
    fill(service, conversation, "mahr-claim")
    assert numbered(evidence, conversation) == [(1, "عکس خانه")]
    result = service.turn(conversation, CONFIRM)
    assert "exhibits.pdf" in {ref.name for ref in result.documents}


def test_the_same_request_twice_attaches_once(evidence: Evidence, previewed: str) -> None:
    first = evidence.attach(previewed, photo(), key="k" * 32)
    assert evidence.attach(previewed, photo(), key="k" * 32) == first
    assert len(evidence.attached(previewed).exhibits) == 1


def test_exhibits_are_renamed_reordered_and_removed(evidence: Evidence, previewed: str) -> None:
    a, b, c = (evidence.attach(previewed, photo(), title=title) for title in ("الف", "ب", "پ"))
    moved = evidence.change(previewed, c.id, Change(number=1))
    assert moved.number == 1
    assert numbered(evidence, previewed) == [(1, "پ"), (2, "الف"), (3, "ب")]
    evidence.change(previewed, a.id, Change(title="نام تازه"))
    evidence.remove(previewed, c.id)
    assert numbered(evidence, previewed) == [(1, "نام تازه"), (2, "ب")]
    assert refusal(lambda: evidence.change(previewed, b.id, Change(number=3))) == "number"
    assert refusal(lambda: evidence.change(previewed, b.id, Change(title=" "))) == "title"


def test_a_paper_can_be_named_and_taken_back_afterwards(evidence: Evidence, previewed: str) -> None:
    stored = evidence.attach(previewed, photo())
    named = evidence.change(previewed, stored.id, Change(asked_for=CARD))
    assert (named.title, named.asked_for) == (CARD, CARD)  # nobody had given it a name
    evidence.change(previewed, stored.id, Change(title="کارت"))
    assert evidence.attached(previewed).missing == (CERTIFICATE,)
    assert evidence.change(previewed, stored.id, Change(asked_for="")).asked_for is None
    assert evidence.attached(previewed).missing == (CERTIFICATE, CARD)
    assert refusal(lambda: evidence.change(previewed, stored.id, Change(asked_for="ناخواسته"))) == "purpose"


def test_number_and_size_of_all_are_limited(
    evidence: Evidence, previewed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = limits().model_copy(update={"exhibits": 2})
    little = limits().model_copy(update={"petition_bytes": 3000})
    monkeypatch.setattr("assistant.service.attached.limits", lambda: few)
    evidence.attach(previewed, photo())
    evidence.attach(previewed, photo())
    assert refusal(lambda: evidence.attach(previewed, photo())) == "too-many"
    monkeypatch.setattr("assistant.service.attached.limits", lambda: little)
    assert refusal(lambda: evidence.attach(previewed, photo())) == "too-much"


def test_strangers_find_nothing(service: Service, evidence: Evidence, previewed: str) -> None:
    stored = evidence.attach(previewed, photo())
    other, _ = service.begin("web", "a stranger")
    for act in (
        lambda: evidence.content(other, stored.id),
        lambda: evidence.change(other, stored.id, Change(title="x")),
        lambda: evidence.remove(other, stored.id),
        lambda: evidence.bundle(other),
    ):
        with pytest.raises(UnknownExhibit):
            act()
    with pytest.raises(UnknownConversation):
        evidence.attach("0" * 32, photo())


def test_the_bundle_can_be_had_at_any_time(
    service: Service, evidence: Evidence, conversation: str, fill: Fill
) -> None:
    evidence.attach(conversation, photo(), title="عکس خانه")
    assert "عکس خانه" in words(evidence.bundle(conversation))
    fill(service, conversation, "mahr-claim")
    assert "مریم نمونه" in words(evidence.bundle(conversation))


def test_the_bundle_goes_to_review_and_filing_with_its_hash(
    service: Service, evidence: Evidence, previewed: str
) -> None:
    evidence.attach(previewed, photo(), asked_for=CERTIFICATE)
    evidence.attach(previewed, pdf([A4, A4]), title="گردش حساب")
    service.turn(previewed, CONFIRM)
    desk = Desk(service)
    (draft,) = desk.queue()
    folder = desk.folder(draft.id)
    assert [exhibit.title for exhibit in folder.exhibits] == [CERTIFICATE, "گردش حساب"]
    bundled = next(document for document in folder.documents if document.name == "exhibits.pdf")
    assert "گردش حساب" in words(bundled.content)
    desk.approve(draft.id, "reviewer")
    assert deliver_due(service) == 1
    (package,) = (service.rooms.settings.data_dir / "outgoing").iterdir()
    files = verify_package(package.read_bytes(), service.signer.public_pem)
    assert files["exhibits.pdf"] == bundled.content
    assert [row["title"] for row in json.loads(files["exhibits.json"])] == [CERTIFICATE, "گردش حساب"]
    manifest = json.loads(_manifest(package.read_bytes()))
    assert manifest["files"]["exhibits.pdf"] == hashlib.sha256(bundled.content).hexdigest()


def test_what_comes_while_staff_look_reaches_them_and_is_filed(
    service: Service, evidence: Evidence, previewed: str
) -> None:
    service.turn(previewed, CONFIRM)
    desk = Desk(service)
    (draft,) = desk.queue()
    late = evidence.attach(previewed, photo(), title="سند دیررسیده")
    assert [exhibit.id for exhibit in desk.folder(draft.id).exhibits] == [late.id]
    assert "exhibit-added" in [entry.action for entry in desk.folder(draft.id).trail]
    first = service.document(draft.id, "exhibits.pdf")
    evidence.change(previewed, late.id, Change(title="نام درست"))
    desk.approve(draft.id, "reviewer")
    filed = service.document(draft.id, "exhibits.pdf")
    assert filed.sha256 != first.sha256
    assert "نام درست" in words(filed.content)


def test_after_approval_the_exhibits_are_closed_until_there_is_a_new_version(
    service: Service, evidence: Evidence, previewed: str
) -> None:
    stored = evidence.attach(previewed, photo())
    service.turn(previewed, CONFIRM)
    desk = Desk(service)
    (draft,) = desk.queue()
    desk.approve(draft.id, "reviewer")
    for act in (
        lambda: evidence.attach(previewed, photo()),
        lambda: evidence.remove(previewed, stored.id),
        lambda: evidence.change(previewed, stored.id, Change(title="دیگر")),
    ):
        assert refusal(act) == "closed"
    assert not evidence.attached(previewed).open
    service.turn(previewed, Said(text="شماره موبایلم را اصلاح کن"))
    assert evidence.attached(previewed).open
    evidence.attach(previewed, photo())


def test_removing_the_last_one_takes_the_bundle_away(
    service: Service, evidence: Evidence, previewed: str
) -> None:
    stored = evidence.attach(previewed, photo())
    service.turn(previewed, CONFIRM)
    (draft,) = Desk(service).queue()
    evidence.remove(previewed, stored.id)
    Desk(service).approve(draft.id, "reviewer")
    assert not {"exhibits.pdf", "exhibits.json"} & {
        item.name for item in Desk(service).folder(draft.id).documents
    }
    assert deliver_due(service) == 1


def test_an_edit_by_staff_keeps_the_bundle(service: Service, evidence: Evidence, previewed: str) -> None:
    evidence.attach(previewed, photo())
    service.turn(previewed, CONFIRM)
    desk = Desk(service)
    (draft,) = desk.queue()
    revised = desk.edit(draft.id, "reviewer", {**draft.facts, "opponent_name": "حمید نمونه"})
    assert "حمید نمونه" in words(service.document(revised.id, "exhibits.pdf").content)


def _manifest(package: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read("manifest.json")
