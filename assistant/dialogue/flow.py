"""Where a conversation goes next: the next question, or the petition when nothing is open."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation, Pending
from assistant.dialogue.preview_page import open_preview
from assistant.dialogue.prompts import prompt
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.world import World
from assistant.drafting import validate_facts


def wait(conversation: Conversation, world: World, *lead: Message) -> Turn:
    """Say something and put the open question again."""
    return Turn(conversation, (*lead, prompt(conversation, world)))


def missing(conversation: Conversation, world: World) -> tuple[str, ...]:
    """The required fields still open; none before a form is chosen."""
    if conversation.form is None:
        return ()
    return world.interview(conversation.form).missing(conversation.facts)


def ask(conversation: Conversation, world: World, field: str, *lead: Message) -> Turn:
    """Ask for one field; a known one is corrected."""
    asking = conversation.but(
        state="interview", asking=field, amending=field in conversation.facts, pending=None
    ).since_asked(conversation)
    return wait(asking, world, *lead)


def proceed(conversation: Conversation, world: World, *lead: Message) -> Turn:
    """Ask what is open: staff's question first, what was put aside last; then show the petition."""
    slug = conversation.the_form
    if conversation.staff is not None and conversation.staff.field is not None:
        return ask(conversation, world, conversation.staff.field, *lead)
    passed_over = frozenset((*conversation.skipped, *conversation.aside))
    question = world.interview(slug).next_question(conversation.facts, passed_over)
    if question is not None:
        last = (message("interview.last_ones"),) if question.field in conversation.aside else ()
        return ask(conversation, world, question.field, *lead, *last)
    errors = validate_facts(world.form(slug), conversation.facts, world.corpus, world.today)
    if errors:
        return ask(conversation, world, errors[0].field, *lead, Message(errors[0].message))
    if conversation.sent and not conversation.changed:
        return wait(conversation.but(state="done", asking=None, amending=False), world, *lead)
    return open_preview(conversation, world, *lead)


def reopen_staff_question(conversation: Conversation) -> Conversation:
    """With a question of staff that takes free words open, where there is one, and no other small question."""
    staff = conversation.staff
    if staff is None or staff.field is not None:
        return conversation.but(pending=None)
    text = say("staff.asked", question=staff.question)
    return conversation.but(pending=Pending(kind="staff", question=text))


def ask_again(conversation: Conversation, world: World, key: str, **values: object) -> Turn:
    """Say something in place of the open question, with its choices."""
    return Turn(conversation, (message(key, *prompt(conversation, world).choices, **values),))
