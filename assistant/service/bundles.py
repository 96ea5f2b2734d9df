"""The bundle of a petition's exhibits: made from what is stored, kept beside the draft, made anew when it is stale."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain

from assistant.drafting import Petition
from assistant.drafting.petition import Table
from assistant.evidence import Exhibit, Heading, bundle
from assistant.service.drafts import MEDIA_TYPES
from assistant.storage import Draft, DraftStatus, StoredExhibit, Unit

BUNDLE = "exhibits.pdf"
LISTING = "exhibits.json"  # what the bundle holds, for programs; also tells whether it is stale
OF_EXHIBITS = (BUNDLE, LISTING)
_CHANGING = (DraftStatus.CONFIRMED, DraftStatus.QUEUED, DraftStatus.ASKED, DraftStatus.RETURNED)


def exhibits_of(unit: Unit, conversation_id: str, form: str) -> tuple[Exhibit, ...]:
    """Return what was attached to the petition of a form, with its content."""
    return tuple(_opened(unit, stored) for stored in unit.exhibits.of(conversation_id, form))


def names_of(exhibits: Iterable[StoredExhibit]) -> tuple[str, ...]:
    """Return what exhibits are called, and which papers they are."""
    return tuple(
        chain.from_iterable(filter(None, (exhibit.title, exhibit.asked_for)) for exhibit in exhibits)
    )


def packed(exhibits: Sequence[Exhibit], heading: Heading) -> dict[str, bytes]:
    """Return the bundle and its listing, by file name."""
    return {BUNDLE: bundle(exhibits, heading), LISTING: _listing(exhibits)}


def heading_of(petition_json: bytes) -> Heading:
    """Return what the bundle says of a petition: its title, its parties by name, its day."""
    return heading_from(Petition.model_validate_json(petition_json))


def heading_from(petition: Petition) -> Heading:
    """As :func:`heading_of`, of a petition that is composed."""
    tables = (block.rows for block in petition.blocks if isinstance(block, Table) and block.columns)
    rows = next(tables, ())  # the table with named columns is that of the parties; some papers have none
    parties = tuple((row.label, row.cells[0].split("\n")[0]) for row in rows if row.cells)
    return Heading(petition.title, parties, petition.date)


def refresh(unit: Unit, draft: Draft) -> None:
    """Make the bundle of a draft anew where the exhibits have changed since; a draft that was handed over stays."""
    if draft.status not in _CHANGING:
        return
    exhibits = unit.exhibits.of(draft.conversation_id, draft.form)
    kept = unit.drafts.document(draft.id, LISTING)
    if (kept.content if kept else None) == (_listing(exhibits) if exhibits else None):
        return
    unit.drafts.drop_documents(draft.id, *OF_EXHIBITS)
    petition = unit.drafts.document(draft.id, "petition.json")
    if not exhibits or petition is None:
        return
    opened = [_opened(unit, stored) for stored in exhibits]
    for name, content in packed(opened, heading_of(petition.content)).items():
        unit.drafts.add_document(draft.id, name, MEDIA_TYPES[name], content)


def _opened(unit: Unit, stored: StoredExhibit) -> Exhibit:
    return Exhibit(
        stored.number,
        stored.title,
        stored.kind,
        stored.pages,
        unit.exhibits.content(stored.id),
        stored.sha256,
        stored.asked_for,
    )


def _listing(exhibits: Iterable[Exhibit | StoredExhibit]) -> bytes:
    rows = [
        {
            "number": exhibit.number,
            "title": exhibit.title,
            "kind": exhibit.kind,
            "pages": exhibit.pages,
            "sha256": exhibit.digest if isinstance(exhibit, Exhibit) else exhibit.sha256,
            "asked_for": exhibit.asked_for,
        }
        for exhibit in exhibits
    ]
    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n".encode()
