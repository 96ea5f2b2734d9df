"""State ``guidance``: a story comes in, the answer goes out with the forms that fit."""

from __future__ import annotations

from assistant.dialogue import answers, naming, start
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.world import World
from assistant.guidance.model import Guidance


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """A story, or a wish in a few words."""
    return advise(conversation.but(stories=(*conversation.stories, text)), text, world)


def advise(conversation: Conversation, question: str, world: World) -> Turn:
    """Answer a question and offer the forms that fit it."""
    guidance = world.ask(question)
    offered = answers.offers(guidance, world)
    answer = answers.short_answer(guidance, world)
    if not offered:
        return Turn(conversation.but(state="guidance", offers=(), clarify=None), (answer,))
    later = _later(conversation, guidance, offered, world)
    chosen = conversation.but(
        state="choosing",
        offers=tuple(slug for slug in offered if slug not in later),
        clarify=guidance.clarify.question if guidance.clarify else None,
        later=later,
    )
    wanted = naming.wanted_form(question, offered, world)
    if wanted is not None:
        return start.begin_form(chosen, wanted, world, answer)
    return wait(chosen, world, answer, *_two_matters(chosen, world))


def _later(
    conversation: Conversation, guidance: Guidance, offered: tuple[str, ...], world: World
) -> tuple[str, ...]:
    also = (*conversation.later, *(form.slug for form in guidance.also))
    return tuple(dict.fromkeys(slug for slug in also if slug in world.corpus.forms and slug != offered[0]))


def _two_matters(conversation: Conversation, world: World) -> tuple[Message, ...]:
    if not conversation.later:
        return ()
    first = world.title(conversation.offers[0])
    others = say("list.and").join(world.title(slug) for slug in conversation.later)
    return (message("guidance.two_matters", first=first, others=others),)
