"""What the person told, as an account of the facts (شرح ماجرا)."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.naming import wants_writing
from assistant.dialogue.texts import plain

_SHORTEST = 5  # words


def account(conversation: Conversation) -> str:
    """The stories under each other, without mere wishes; empty when nothing was told."""
    told = (story for story in conversation.stories if len(plain(story).split()) >= _SHORTEST)
    return "\n".join(story for story in told if not wants_writing(story))
