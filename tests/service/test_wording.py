"""An account in the words of petitions, from the preview to what staff and filing hold."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

from assistant.dialogue import Said
from assistant.drafting.faithfulness import Account
from assistant.drafting.words import words
from assistant.service import Desk, Service, TurnResult

Fill = Callable[[Service, str, str], TurnResult]
NEUTRAL = "شرح در بیانی بی‌طرف و سوم‌شخص."


class Scribe:
    """A polisher of one sentence."""

    def polish(self, account: Account) -> str:
        return NEUTRAL if account.text else ""


def text_of(service: Service, draft_id: str) -> str:
    return service.document(draft_id, "petition.txt").content.decode()


def test_staff_and_documents_hold_the_words_that_were_confirmed(service: Service, fill: Fill) -> None:
    service.rooms = dataclasses.replace(service.rooms, polisher=Scribe())
    conversation = service.begin("web", "someone")[0]
    shown = fill(service, conversation, "divorce-by-wife")
    assert NEUTRAL in "".join(message["text"] for message in shown.line["messages"])
    draft_id = service.turn(conversation, Said(text="تأیید می‌کنم")).documents[0].draft_id

    paper, own = text_of(service, draft_id).split(words().own_account)
    assert NEUTRAL in paper
    told = json.loads(service.document(draft_id, "petition.json").content)["facts"]["facts"]
    assert told.split()[0] in own

    desk = Desk(service)
    facts = desk.folder(draft_id).draft.facts
    revised = desk.edit(draft_id, "reviewer", {**facts, "opponent_name": "رضا نمونه"})
    assert NEUTRAL in text_of(service, revised.id), "another fact is changed, the account is not"
    revised = desk.edit(revised.id, "reviewer", {**revised.facts, "facts": "شرح دیگری که کارشناس نوشته است."})
    assert NEUTRAL not in text_of(service, revised.id)
    assert words().own_account not in text_of(service, revised.id)
