"""A question on the side is answered shortly, and the open question is put again."""

from __future__ import annotations

from assistant.dialogue import answers
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.fields import FREE_TEXT
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn
from assistant.dialogue.understanding import is_about_the_question, is_question, topic
from assistant.dialogue.world import World
from assistant.persian import to_persian_digits


def answer(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Answer a question about the matter; None when the message asks nothing."""
    if is_question(text) or topic(text) is not None:
        return wait(conversation, world, answers.aside(conversation, text, world))
    return None


def answer_in_interview(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Answer a question in place of an answer; None when the message can be the answer itself."""
    interview, name = world.interview(conversation.the_form), conversation.the_field
    field = interview.fields[name]
    if is_about_the_question(text):
        help_ = say("interview.unknown_help", help=field.help, example=to_persian_digits(field.example))
        return wait(conversation, world, Message(help_))
    free = field.type in FREE_TEXT
    if not is_question(text, surely=free):
        return None
    if not free and interview.read(name, text, world.today).problem is None:
        return None
    return wait(conversation, world, answers.aside(conversation, text, world))
