"""A question on the side is answered shortly, and the open question is put again."""

from __future__ import annotations

from assistant.dialogue import answers, calculating
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn
from assistant.dialogue.understanding import holds_question, is_about_the_question, is_question, topic
from assistant.dialogue.world import World
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.persian import to_persian_digits


def answer(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Answer a question about the matter; None when the message asks nothing."""
    if is_question(text) or topic(text) is not None:
        return _answered(conversation, text, world)
    return None


def answer_in_interview(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Answer a question in place of an answer; None when the message can be the answer itself."""
    interview, name = world.interview(conversation.the_form), conversation.the_field
    field = interview.fields[name]
    if is_about_the_question(text):
        help_ = say("interview.unknown_help", help=field.help, example=to_persian_digits(field.example))
        return wait(conversation, world, Message(help_))
    if not _asks(field, text):
        return None
    readable = text.split()[0] if field.type == "bool" else text  # «… ربطی داره؟» is no yes
    if field.type not in FREE_TEXT and interview.read(name, readable, world.today).problem is None:
        return None
    return _answered(conversation, text, world)


def _answered(conversation: Conversation, text: str, world: World) -> Turn:
    """What a calculator finds, where the question asks for a calculation; else what the guide or the law says."""
    calculated = calculating.on_the_side(conversation, text, world)
    return calculated or wait(conversation, world, answers.aside(conversation, text, world))


def _asks(field: Field, text: str) -> bool:
    """Whether a message asks; but in a long account a question mark anywhere tells it."""
    if field.type not in FREE_TEXT:
        return is_question(text) or holds_question(text) or topic(text) is not None
    return is_question(text, surely=True) or (field.type == "text" and holds_question(text))
