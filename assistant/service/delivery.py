"""The filing outbox: approved drafts are packed, signed and handed to the gateway, until each is taken."""

from __future__ import annotations

import json
import logging
import time

from assistant.dialogue import Filed
from assistant.filing import GatewayError, Package, Receipt, build_package, wait_before_retry
from assistant.service.bundles import OF_EXHIBITS
from assistant.service.service import Service
from assistant.storage import Draft, DraftStatus, Filing

log = logging.getLogger(__name__)
_PAUSE = 5.0  # seconds between looks into the outbox
_PACKED = ("petition.pdf", "petition.docx", "petition.json")


def work(service: Service, *, once: bool = False) -> None:
    """Hand over what is due, for ever or once."""
    while True:
        deliver_due(service)
        if once:
            return
        time.sleep(_PAUSE)


def deliver_due(service: Service) -> int:
    """Hand over every draft that is due; return how many the gateway took."""
    with service.database.transaction() as unit:
        due = unit.filings.due()
    return sum(_deliver(service, filing) for filing in due)


def _deliver(service: Service, filing: Filing) -> bool:
    with service.database.transaction() as unit:
        draft = unit.drafts.get(filing.draft_id)
        documents = {document.name: document.content for document in unit.drafts.documents(filing.draft_id)}
    if draft is None:
        raise LookupError(f"filing of an unknown draft {filing.draft_id}")
    package = _pack(service, draft, documents)
    try:
        # No transaction is open: a gateway may take long. It takes the same package twice without harm.
        receipt = service.gateway.hand(package)
    except GatewayError as error:
        _postpone(service, filing, error)
        return False
    _settle(service, draft, package, receipt)
    return True


def _pack(service: Service, draft: Draft, documents: dict[str, bytes]) -> Package:
    attachments = json.loads(documents["petition.json"])["attachments"]
    packed = {name: documents[name] for name in _PACKED}
    packed |= {name: documents[name] for name in OF_EXHIBITS if name in documents}
    return build_package(draft.tracking_code, draft.form, packed, attachments, service.signer)


def _postpone(service: Service, filing: Filing, error: GatewayError) -> None:
    wait = None if error.permanent else wait_before_retry(filing.attempts + 1)
    log.warning("filing of %s failed: %s; next try in %s", filing.draft_id, error, wait)
    with service.database.transaction() as unit:
        unit.filings.postpone(filing.draft_id, str(error), wait)
        unit.audit.record("service", "filing-failed", filing.draft_id, error=str(error), final=wait is None)


def _settle(service: Service, draft: Draft, package: Package, receipt: Receipt) -> None:
    with service.database.transaction() as unit:
        settled = unit.filings.get(draft.id)
        if settled is None or settled.status == "handed":
            return  # another worker was first with the same package
        unit.filings.handed(draft.id, package.sha256, receipt.as_json())
        unit.drafts.set_status(draft.id, DraftStatus.HANDED)
        unit.audit.record("service", "handed", draft.id, gateway=receipt.gateway, sha256=package.sha256)
        service.tell(
            unit, draft.conversation_id, Filed(tracking_code=draft.tracking_code, version=draft.version)
        )
        if receipt.instructions:
            lines = "\n".join(f"• {line}" for line in receipt.instructions)
            unit.messages.post(draft.conversation_id, {"text": lines, "choices": [], "html": None})
