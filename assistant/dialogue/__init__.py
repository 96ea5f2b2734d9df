"""The conversation as a pure function of events; what it wants done is returned as values."""

from assistant.dialogue.conversation import Choice, Conversation, State
from assistant.dialogue.effects import AnswerStaff, Command, RenderDocuments, SubmitDraft
from assistant.dialogue.events import (
    Chose,
    Event,
    Filed,
    Said,
    StaffApproved,
    StaffAsked,
    StaffReturned,
)
from assistant.dialogue.flow import missing
from assistant.dialogue.papers import Papers, papers_of
from assistant.dialogue.step import begin, replay, step, welcome
from assistant.dialogue.turn import Message, Turn, snapshot
from assistant.dialogue.world import Guide, World

__all__ = [
    "AnswerStaff",
    "Choice",
    "Chose",
    "Command",
    "Conversation",
    "Event",
    "Filed",
    "Guide",
    "Message",
    "Papers",
    "RenderDocuments",
    "Said",
    "StaffApproved",
    "StaffAsked",
    "StaffReturned",
    "State",
    "SubmitDraft",
    "Turn",
    "World",
    "begin",
    "missing",
    "papers_of",
    "replay",
    "snapshot",
    "step",
    "welcome",
]
