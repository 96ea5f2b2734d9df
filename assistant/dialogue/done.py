"""State ``done``: a correction makes a new version, another problem begins anew."""

from __future__ import annotations

from assistant.dialogue import answers, asides, corrections, guidance
from assistant.dialogue.conversation import Conversation, new_matter
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import plain, say
from assistant.dialogue.turn import Turn
from assistant.dialogue.understanding import is_no, is_yes
from assistant.dialogue.world import World


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """A correction, a question, the problem that was put off, or another one."""
    if conversation.later and is_yes(text):
        return take_later(conversation, world)
    if conversation.later and is_no(text):
        return wait(conversation.but(later=()), world)
    if is_yes(text) or plain(text) == plain(say("choice.irrevocable")):  # confirmed once more
        return wait(conversation, world)
    return (
        corrections.correct(conversation, text, world)
        or corrections.reopen(conversation, text, world)
        or asides.answer(conversation, text, world)
        or _another_story(conversation, text, world)
    )


def take_later(conversation: Conversation, world: World) -> Turn:
    """Come to the problem that was put off."""
    slug, *rest = conversation.later
    fresh = new_matter(conversation).but(
        state="choosing", offers=(slug,), later=tuple(rest), stories=conversation.stories
    )
    return wait(fresh, world, answers.summary_of(slug, world))


def _another_story(conversation: Conversation, text: str, world: World) -> Turn:
    offered = answers.offers(world.ask(text), world)
    if offered and offered[0] != conversation.form:
        return guidance.said(new_matter(conversation), text, world)
    return wait(conversation, world, answers.aside(conversation, text, world))
