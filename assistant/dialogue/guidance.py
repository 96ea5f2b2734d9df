"""State ``guidance``: a story comes in, the answer goes out with the forms that fit."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue import answers, calculating, calculation, naming, start, topics
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import is_no, is_unknown, is_yes, topic
from assistant.dialogue.world import World
from assistant.guidance.model import Guidance

_OFFERED = 4  # forms offered when a message tells several problems


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """A story, or a wish in a few words."""
    if is_yes(text) or is_no(text) or is_unknown(text) or not any(mark.isalpha() for mark in text):
        return wait(conversation, world)
    asked = topic(text)
    if asked is not None and conversation.stories:
        calculated = calculating.on_the_side(conversation, text, world)
        return calculated or _more_about(conversation, asked, text, world)
    return advise(conversation.but(stories=(*conversation.stories, text)), text, world)


def _more_about(conversation: Conversation, asked: str, text: str, world: World) -> Turn:
    """A part of the guide of the problem told before; a question of its own where the guide has no such part."""
    forms = world.ask(conversation.stories[-1]).forms
    told = topics.on(world, forms[0].slug, asked) if forms else None
    return wait(conversation, world, told) if told else advise(conversation, text, world)


def advise(conversation: Conversation, question: str, world: World) -> Turn:
    """Answer a question and offer the forms that fit it."""
    guidance = world.ask(question)
    conversation = conversation.but(calculator=_calculator(guidance))
    if guidance.out_of_scope and conversation.calculator is not None:  # a sum is all that was asked for
        return calculating.begin(conversation, conversation.calculator, world)
    if guidance.out_of_scope:  # nothing of it belongs to the story
        forget = conversation.but(
            state="guidance", offers=(), clarify=None, stories=conversation.stories[:-1]
        )
        return Turn(forget, (answers.short_answer(guidance, world),))
    matters = answers.matters(guidance, world)
    if matters:
        return _several(conversation, guidance, matters, world)
    offered = answers.offers(guidance, world)
    answer = answers.short_answer(guidance, world)
    if not offered:
        asking = conversation.but(state="guidance", offers=(), clarify=None)
        return Turn(asking, (replace(answer, choices=calculation.offer(asking, world)),))
    chosen = conversation.but(
        state="choosing",
        offers=offered,
        clarify=guidance.clarify.question if guidance.clarify else None,
        later=tuple(slug for slug in conversation.later if slug not in offered),
    )
    wanted = naming.wanted_form(question, offered, world)
    if wanted is None:
        return wait(chosen, world, answer)
    return start.begin_form(chosen, wanted, world, *answers.lead(guidance), answers.summary_of(wanted, world))


def _calculator(guidance: Guidance) -> str | None:
    """The calculator to offer: one that the message asks for and tells too little for."""
    offer = guidance.calculation
    return offer.id if offer is not None and offer.result is None else None


def _several(conversation: Conversation, guidance: Guidance, matters: tuple[str, ...], world: World) -> Turn:
    """Several problems in one message: the first now, the others afterwards, unless the person picks another."""
    first, *others = matters
    offered = dict.fromkeys((*matters, *answers.offers(guidance, world)))
    later = dict.fromkeys((*others, *conversation.later))
    chosen = conversation.but(
        state="choosing",
        offers=tuple(offered)[:_OFFERED],
        clarify=None,
        later=tuple(slug for slug in later if slug != first),
    )
    names = say("list.and").join(map(world.title, chosen.later))
    order = message("guidance.two_matters", first=world.title(first), others=names)
    return wait(chosen, world, *answers.lead(guidance), answers.summary_of(first, world), order)
