"""The addresses of the staff pages. Every change is a form of our own, and ends in a redirect or the page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.review import AccountError, ReviewError, add_staff, enter
from assistant.service import WrongFacts
from assistant.storage import Role
from assistant.web.api.access import DraftId, InHouse, few_requests
from assistant.web.api.exhibit_shapes import ExhibitId, exhibit_response
from assistant.web.console.draft_page import draw_draft
from assistant.web.console.pages import Pages, pages
from assistant.web.console.session import Chief, OwnForm, Seat, Seated, sit_down, stand_up
from assistant.web.house import House
from assistant.web.problems import Problem

router = APIRouter(prefix="/staff", include_in_schema=False)

Words = Annotated[str, Form(max_length=20_000)]
Name = Annotated[str, Form(max_length=80)]
Password = Annotated[str, Form(max_length=200)]


@router.get("/login")
def login_page(held: InHouse) -> HTMLResponse:
    """The login."""
    return _pages(held).draw("login", None)


@router.post("/login")
def login(request: Request, held: InHouse, name: Name = "", password: Password = "") -> Response:
    """Log in, or say that it did not work."""
    few_requests(request, held)
    with held.service.database.transaction() as unit:
        member = enter(unit, name, password)
    if member is None:
        wrong = _pages(held).texts["login"]["wrong"]
        return _pages(held).draw("login", None, status=401, error=wrong)
    return sit_down(request, held.secrets.staff_token(member))


@router.post("/logout")
def logout(_seat: OwnForm) -> Response:
    """Log out."""
    return stand_up()


@router.get("")
def queue(held: InHouse, seat: Seated) -> HTMLResponse:
    """The drafts that wait."""
    return _queue(held, seat, "queue")


@router.get("/queue")
def queue_rows(held: InHouse, seat: Seated) -> HTMLResponse:
    """The rows of the queue, asked for by the page every few seconds."""
    return _queue(held, seat, "queue_rows")


@router.get("/drafts/{draft_id}")
def draft(held: InHouse, seat: Seated, draft_id: DraftId, done: str = "") -> HTMLResponse:
    """A draft; ``done`` names what was just done to it."""
    notice = _pages(held).texts["draft"].get(done) if done else None
    return _draft(held, seat, draft_id, notice=notice)


@router.get("/drafts/{draft_id}/documents/{name}")
def document(held: InHouse, _seat: Seated, draft_id: DraftId, name: str) -> Response:
    """A document of a draft."""
    found = held.service.document(draft_id, name)
    headers = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return Response(found.content, media_type=found.media_type, headers=headers)


@router.get("/drafts/{draft_id}/exhibits/{exhibit_id}")
def exhibit(held: InHouse, _seat: Seated, draft_id: DraftId, exhibit_id: ExhibitId) -> Response:
    """What the citizen attached: a picture is shown, a PDF is kept."""
    try:
        conversation = held.desk.folder(draft_id).draft.conversation_id
    except ReviewError as unknown:
        raise Problem("unknown-draft") from unknown
    return exhibit_response(*held.evidence.content(conversation, exhibit_id), inline=True)


@router.post("/drafts/{draft_id}/comment")
def comment(held: InHouse, seat: OwnForm, draft_id: DraftId, text: Words = "") -> Response:
    """Write a comment."""
    return _decide(held, seat, draft_id, "", lambda: held.desk.comment(draft_id, seat.member.name, text))


@router.post("/drafts/{draft_id}/ask")
def ask(held: InHouse, seat: OwnForm, draft_id: DraftId, text: Words = "", field: Name = "") -> Response:
    """Put a question to the citizen."""
    return _decide(
        held, seat, draft_id, "asked", lambda: held.desk.ask(draft_id, seat.member.name, text, field or None)
    )


@router.post("/drafts/{draft_id}/return")
def give_back(held: InHouse, seat: OwnForm, draft_id: DraftId, text: Words = "") -> Response:
    """Return a draft to the citizen."""
    return _decide(
        held, seat, draft_id, "returned", lambda: held.desk.give_back(draft_id, seat.member.name, text)
    )


@router.post("/drafts/{draft_id}/approve")
def approve(held: InHouse, seat: OwnForm, draft_id: DraftId) -> Response:
    """Approve a draft for filing."""
    return _decide(held, seat, draft_id, "approved", lambda: held.desk.approve(draft_id, seat.member.name))


@router.post("/drafts/{draft_id}/edit")
async def edit(request: Request, held: InHouse, seat: OwnForm, draft_id: DraftId) -> Response:
    """Store changed facts as a new revision; wrong ones are shown where they were typed."""
    async with request.form() as sent:
        typed = {name: _value(str(value)) for name, value in sent.items() if name != "csrf"}
    return await run_in_threadpool(_edit, held, seat, draft_id, typed)


@router.get("/accounts")
def accounts(held: InHouse, seat: Chief) -> HTMLResponse:
    """The accounts, and whether the audit trail is whole."""
    return _accounts(held, seat)


@router.post("/accounts")
def add_account(
    held: InHouse,
    seat: Chief,
    _own: OwnForm,
    role: Annotated[Role, Form()],
    name: Name = "",
    password: Password = "",
) -> HTMLResponse:
    """Make an account."""
    texts = _pages(held).texts["accounts"]
    try:
        with held.service.database.transaction() as unit:
            add_staff(unit, name, role, password, seat.member.name)
    except AccountError as refused:
        return _accounts(held, seat, status=422, error=texts[refused.code])
    return _accounts(held, seat, notice=texts["added"])


@router.post("/accounts/state")
def set_state(
    held: InHouse, seat: Chief, _own: OwnForm, name: Name, active: Annotated[bool, Form()]
) -> Response:
    """Close an account, or open it again; nobody closes their own."""
    if name == seat.member.name:
        raise Problem("not-allowed")
    with held.service.database.transaction() as unit:
        unit.staff.set_active(name, active)
        unit.audit.record(seat.member.name, "staff-opened" if active else "staff-closed", name)
    return RedirectResponse("/staff/accounts", 303)


def _pages(held: House) -> Pages:
    return pages(held.service.rooms.settings.templates_dir)


def _queue(held: House, seat: Seat, page: str) -> HTMLResponse:
    titles = {slug: form.title for slug, form in held.service.rooms.corpus.forms.items()}
    return _pages(held).draw(page, seat, drafts=held.desk.queue(), titles=titles)


def _draft(held: House, seat: Seat, draft_id: str, **said: Any) -> HTMLResponse:
    try:
        folder = held.desk.folder(draft_id)
    except ReviewError as unknown:
        raise Problem("unknown-draft") from unknown
    return draw_draft(_pages(held), seat, held.service.rooms, folder, **said)


def _decide(held: House, seat: Seat, draft_id: str, done: str, decision: Callable[[], None]) -> Response:
    try:
        decision()
    except ReviewError as refused:
        return _draft(held, seat, draft_id, error=_pages(held).texts["errors"][refused.code])
    return RedirectResponse(f"/staff/drafts/{draft_id}" + (f"?done={done}" if done else ""), 303)


def _edit(held: House, seat: Seat, draft_id: str, typed: dict[str, str | bool]) -> Response:
    facts = {name: value for name, value in typed.items() if value != ""}
    try:
        revised = held.desk.edit(draft_id, seat.member.name, facts)
    except WrongFacts as wrong:
        errors = {str(line["field"]): str(line["message"]) for line in wrong.lines}
        said = _pages(held).texts["errors"]["wrong-facts"]
        return _draft(held, seat, draft_id, typed=typed, errors=errors, error=said)
    except ReviewError as refused:
        return _draft(held, seat, draft_id, error=_pages(held).texts["errors"][refused.code])
    done = "unchanged" if revised.id == draft_id else "saved"
    return RedirectResponse(f"/staff/drafts/{revised.id}?done={done}", 303)


def _accounts(held: House, seat: Seat, status: int = 200, **said: Any) -> HTMLResponse:
    with held.service.database.transaction() as unit:
        members, broken = unit.staff.all(), unit.audit.first_break()
    return _pages(held).draw("accounts", seat, status, accounts=members, broken=broken, **said)


def _value(text: str) -> str | bool:
    return {"true": True, "false": False}.get(text, text.strip())
