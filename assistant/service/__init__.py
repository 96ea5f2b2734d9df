"""The rooms put together: answers without state, conversations with it, evidence, the staff desk, and filing."""

from assistant.service.attached import Attached, Change, UnknownExhibit
from assistant.service.delivery import deliver_due
from assistant.service.desk import Desk, Folder
from assistant.service.drafts import WrongFacts
from assistant.service.evidence import Evidence
from assistant.service.model import DocumentRef, TurnResult
from assistant.service.rooms import Rooms, open_corpus, open_database, open_rooms
from assistant.service.service import Service, UnknownConversation, UnknownDocument
from assistant.service.standing import Standing, road

__all__ = [
    "Attached",
    "Change",
    "Desk",
    "DocumentRef",
    "Evidence",
    "Folder",
    "Rooms",
    "Service",
    "Standing",
    "TurnResult",
    "UnknownConversation",
    "UnknownDocument",
    "UnknownExhibit",
    "WrongFacts",
    "deliver_due",
    "open_corpus",
    "open_database",
    "open_rooms",
    "road",
]
