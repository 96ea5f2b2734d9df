"""State ``interview``: one question at a time, whatever the person says instead."""

from __future__ import annotations

import re

from assistant.dialogue import answering, asides, corrections, unsure
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.turn import Turn
from assistant.dialogue.understanding import is_no, is_question, is_yes, topic
from assistant.dialogue.world import World
from assistant.drafting.fields import FREE_TEXT

_ECHO = re.compile(r"(?P<asked>[^؟?\n]+)[؟?]+\s*(?P<told>[^\s؟?][^؟?]*)", re.DOTALL)
_PATIENCE = 3  # times that the same words are said in vain
_ECHOED = 3  # words of a question said back


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """Not known, a correction, a question on the side, or else the answer."""
    if _said_to_no_end(conversation):
        return unsure.leave(conversation, world)
    text = _without_echo(conversation, text, world)
    return (
        unsure.not_known(conversation, text, world)
        or corrections.correct(conversation, text, world)
        or asides.answer_in_interview(conversation, text, world)
        or unsure.denied(conversation, text, world)
        or _mere_yes_or_no(conversation, text, world)
        or answering.answer(conversation, text, world)
    )


def _said_to_no_end(conversation: Conversation) -> bool:
    """Whether an open question was answered with the same words time and again, and none of it was of use."""
    recent = conversation.log[-_PATIENCE:]
    stuck = conversation.repeats >= _PATIENCE - 1 and not conversation.misread and not conversation.amending
    waiting = conversation.staff is None and conversation.the_field not in conversation.aside
    return stuck and waiting and len(recent) == _PATIENCE and len(set(recent)) == 1


def _without_echo(conversation: Conversation, text: str, world: World) -> str:
    """The answer alone where the question is said back before it: «بابام؟ فریدون», «کی؟ ۱۲ آبان»."""
    echo = _ECHO.fullmatch(text.strip())
    if echo is None or len(echo["asked"].split()) > _ECHOED or topic(echo["asked"]) is not None:
        return text
    if not is_question(echo["asked"]):
        return echo["told"]
    interview, name = world.interview(conversation.the_form), conversation.the_field
    typed = interview.fields[name].type not in FREE_TEXT
    return echo["told"] if typed and interview.read(name, echo["told"], world.today).problem is None else text


def _mere_yes_or_no(conversation: Conversation, text: str, world: World) -> Turn | None:
    """«بله» is no name and no address: ask again; «نه» goes on without an answer where that can be."""
    field = world.interview(conversation.the_form).fields[conversation.the_field]
    if field.type in ("bool", "enum") or not (is_yes(text) or is_no(text)):
        return None
    if is_no(text) and not conversation.amending:
        return unsure.pass_over(conversation, world)
    if is_yes(text) and conversation.amending:
        return unsure.keep(conversation, world)
    if field.type not in FREE_TEXT:
        return None
    return wait(conversation, world)
