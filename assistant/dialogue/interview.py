"""State ``interview``: one question at a time, whatever the person says instead."""

from __future__ import annotations

from assistant.dialogue import answering, asides, corrections, unsure
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.turn import Turn
from assistant.dialogue.world import World


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """Not known, a correction, a question on the side, or else the answer."""
    return (
        unsure.not_known(conversation, text, world)
        or corrections.correct(conversation, text, world)
        or asides.answer_in_interview(conversation, text, world)
        or answering.answer(conversation.but(pending=None), text, world)
    )
