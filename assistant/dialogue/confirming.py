"""States ``preview`` and ``confirming``: what is confirmed is handed over, and once."""

from __future__ import annotations

from assistant.dialogue import asides, control, corrections, telling
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.effects import RenderDocuments, SubmitDraft
from assistant.dialogue.flow import ask_again, wait
from assistant.dialogue.prompts import prompt
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import is_no, is_yes
from assistant.dialogue.world import World


def said_in_preview(conversation: Conversation, text: str, world: World) -> Turn:
    """A yes, a correction, a question, or something more told."""
    if is_yes(text):
        return confirm(conversation, world)
    if is_no(text):
        return corrections.which(conversation, world)
    return (
        corrections.correct(conversation, text, world)
        or corrections.reopen(conversation, text, world)
        or asides.answer(conversation, text, world)
        or telling.take_over(conversation, text, world)
        or ask_again(conversation, world, "preview.unclear")
    )


def said_in_confirming(conversation: Conversation, text: str, world: World) -> Turn:
    """Only the whole sentence, which the step has compared already, confirms what cannot be undone."""
    if is_no(text):
        return control.look_again(conversation, world)
    return (
        corrections.correct(conversation, text, world)
        or asides.answer(conversation, text, world)
        or ask_again(conversation, world, "confirming.words", phrase=say("choice.irrevocable"))
    )


def confirm(conversation: Conversation, world: World) -> Turn:
    """The first confirmation; what cannot be undone asks for a second one."""
    if world.form(conversation.the_form).irreversible:
        return wait(conversation.but(state="confirming"), world)
    return submit(conversation, world)


def submit(conversation: Conversation, world: World) -> Turn:
    """Hand the version over, unless it was handed over already."""
    done = conversation.but(state="done", asking=None, amending=False, pending=None, changed=False)
    if conversation.sent:
        return wait(done, world, message("done.already"))
    sent = done.but(submitted=(*conversation.submitted, conversation.version), standing="waiting")
    form, facts, version = conversation.the_form, conversation.facts, conversation.version
    later = (prompt(sent, world),) if sent.later else ()
    return Turn(
        sent,
        (message("done.sent"), *later),
        (RenderDocuments(form, facts, version, conversation.wording), SubmitDraft(form, facts, version)),
    )
