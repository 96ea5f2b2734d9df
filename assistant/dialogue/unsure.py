"""«نمی‌دانم» and «رد کن»: what is optional is passed over, what is required is explained, then put aside."""

from __future__ import annotations

from assistant.dialogue.answering import accept
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.fields import show
from assistant.dialogue.flow import proceed, wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, lines, message
from assistant.dialogue.understanding import is_unknown
from assistant.dialogue.world import World
from assistant.drafting.fields import FREE_TEXT
from assistant.persian import to_persian_digits


def not_known(conversation: Conversation, text: str, world: World) -> Turn | None:
    """The person does not know; None when the message is an answer («ندارم» to a yes-no question)."""
    if not is_unknown(text):
        return None
    interview, name = world.interview(conversation.the_form), conversation.the_field
    field = interview.fields[name]
    if field.type not in FREE_TEXT and interview.read(name, text, world.today).value is not None:
        return None
    value = interview.unknown(name)
    if value is None:
        return pass_over(conversation, world)
    noted = message("interview.noted_unknown", value=show(field, value))
    return accept(conversation.but(amending=False), name, value, world, noted, text=text)


def pass_over(conversation: Conversation, world: World, said: Message | None = None) -> Turn:
    """Go on without an answer where the paper can do without it; ``said`` in place of the usual word."""
    name = conversation.the_field
    if conversation.staff is not None and conversation.staff.field == name:
        return wait(conversation.but(pending=None), world, message("staff.still_waiting"))
    if conversation.amending:
        return keep(conversation, world)
    field = world.interview(conversation.the_form).fields[name]
    if not field.required:
        skipped = conversation.passed(name).but(skipped=(*conversation.skipped, name), pending=None)
        return proceed(skipped, world, said or message("interview.skipped"))
    if name in conversation.unsure:
        return put_aside(conversation, world)
    explained = conversation.but(unsure=(*conversation.unsure, name), pending=None)
    help_ = say("interview.unknown_help", help=field.help, example=to_persian_digits(field.example))
    return wait(explained, world, Message(lines(say("interview.required"), help_)))


def put_aside(conversation: Conversation, world: World) -> Turn:
    """Leave a required field for the end; at the end it stays open until it is known."""
    name = conversation.the_field
    if name in conversation.aside:
        return wait(conversation.but(pending=None), world, message("interview.still_needed"))
    put_off = conversation.passed(name).but(aside=(*conversation.aside, name), pending=None)
    return proceed(put_off, world, message("interview.aside"))


def keep(conversation: Conversation, world: World) -> Turn:
    """Leave a known fact as it is."""
    kept = conversation.passed(conversation.the_field).but(amending=False, pending=None)
    return proceed(kept, world)
