"""New facts told where nothing was asked for."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.fields import table
from assistant.dialogue.flow import proceed
from assistant.dialogue.keeping import consistent, keep_facts
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn
from assistant.dialogue.world import World


def take_over(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Take facts out of a message, changed ones too; None when it holds nothing new."""
    interview = world.interview(conversation.the_form)
    found = interview.extract(text, world.today)
    new = {name: at.value for name, at in found.items() if conversation.facts.get(name) != at.value}
    told = consistent(new, conversation, world)
    if not told:
        return None
    noted = Message(f"{say('interview.also_taken')}\n{table(interview, told, told)}")
    return proceed(keep_facts(conversation, told), world, noted)
