"""The work of legal staff: accounts, the queue, decisions on drafts."""

from assistant.review.accounts import SHORTEST_PASSWORD, AccountError, add_staff, enter
from assistant.review.workflow import (
    ReviewError,
    answer,
    approve,
    ask_citizen,
    comment,
    edit,
    open_draft,
    queue,
    return_to_citizen,
)

__all__ = [
    "SHORTEST_PASSWORD",
    "AccountError",
    "ReviewError",
    "add_staff",
    "answer",
    "approve",
    "ask_citizen",
    "comment",
    "edit",
    "enter",
    "open_draft",
    "queue",
    "return_to_citizen",
]
