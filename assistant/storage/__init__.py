"""What is kept: conversations, drafts, documents, filings and the audit trail, in one database."""

from assistant.storage.cipher import Cipher, SealError, secret
from assistant.storage.database import Database
from assistant.storage.repositories.audit import AuditEntry
from assistant.storage.repositories.conversations import ConversationRecord, StaleConversation
from assistant.storage.repositories.drafts import Comment, Document, Draft, DraftStatus
from assistant.storage.repositories.exhibits import StoredExhibit
from assistant.storage.repositories.filings import Filing
from assistant.storage.repositories.messages import WaitingMessage
from assistant.storage.repositories.staff import Role, StaffMember
from assistant.storage.unit import Unit

__all__ = [
    "AuditEntry",
    "Cipher",
    "Comment",
    "ConversationRecord",
    "Database",
    "Document",
    "Draft",
    "DraftStatus",
    "Filing",
    "Role",
    "SealError",
    "StaffMember",
    "StaleConversation",
    "StoredExhibit",
    "Unit",
    "WaitingMessage",
    "secret",
]
