"""State ``choosing``: forms are offered; the person picks one, asks more, or tells more."""

from __future__ import annotations

from assistant.dialogue import answers, guidance, naming, start
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import is_no, is_none, is_question, is_yes, topic
from assistant.dialogue.world import World


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """A choice in the person's own words, a question about the choice, or more of the story."""
    named = naming.named_form(text, (*conversation.offers, *conversation.later), world)
    if named is not None and not is_question(text):
        return start.begin_form(conversation, named, world)
    if topic(text) is not None:
        return wait(conversation, world, answers.aside(conversation, text, world))
    if is_yes(text) or naming.only_wants_writing(text):
        return _agreed(conversation, world)
    if is_no(text) or is_none(text):
        return none_fits(conversation)
    return _more_told(conversation, text, world)


def none_fits(conversation: Conversation) -> Turn:
    """None of the forms: back to the story."""
    return Turn(conversation.but(state="guidance", offers=(), clarify=None), (message("choosing.none"),))


def _agreed(conversation: Conversation, world: World) -> Turn:
    if len(conversation.offers) == 1 or conversation.clarify is None:
        return start.begin_form(conversation, conversation.offers[0], world)
    return wait(conversation, world, message("choosing.ask_again"))


def _more_told(conversation: Conversation, text: str, world: World) -> Turn:
    """The answer to a separating question is read with the story; anything else may be another problem."""
    together = conversation.but(stories=(*conversation.stories, text))
    whole = "\n".join(together.stories)
    if conversation.clarify is not None:
        return guidance.advise(together, whole, world)
    alone = answers.offers(world.ask(text), world)
    if not alone or set(alone) <= set(conversation.offers):
        return wait(together, world, message("choosing.noted"))
    return guidance.advise(together, text, world)
