"""An answer that cannot be read: told differently the second time, and the third time there is a way on."""

from __future__ import annotations

from assistant.dialogue import unsure
from assistant.dialogue.conversation import Conversation, Option, Pending, Value
from assistant.dialogue.fields import show
from assistant.dialogue.flow import wait
from assistant.dialogue.keeping import accept
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.world import World
from assistant.drafting import Reading
from assistant.drafting.choices import neutral_choice
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.drafting.messages import messages

PATIENCE = 3  # answers to one question that may be misread before it is left


def misread(conversation: Conversation, reading: Reading, text: str, world: World) -> Turn:
    """Say what is expected; after some tries go another way, so that nobody is held up by one question."""
    name = conversation.the_field
    interview = world.interview(conversation.the_form)
    field = interview.fields[name]
    tried = conversation.but(misread=(*conversation.misread, text), pending=None)
    tired = len(tried.misread) >= PATIENCE or name in conversation.aside
    meant = _to_ask_about(tried, field, reading, tired=tired)
    if meant is not None:
        return ask_whether(tried, meant, text, world)
    without_day = reading.problem == "date_without_day" and len(tried.misread) > 1
    day = interview.first_day(name, text, world.today) if without_day else None
    if day is not None:
        return wait(tried.but(pending=doubt(field, day, "approximate_date", text)), world)
    if tired and not conversation.amending:
        return _another_way(tried, field, text, world)
    return wait(tried, world, Message(interview.problem(name, reading.problem or "empty")))


def ask_whether(conversation: Conversation, choice: str, text: str, world: World) -> Turn:
    """Ask whether a choice is the one that is meant."""
    question = say("interview.meant", value=choice)
    option = Option(text=choice, value=choice)
    pending = Pending(kind="meant", question=question, options=(option,), text=text)
    return wait(conversation.but(pending=pending), world)


def turn_down(conversation: Conversation, world: World) -> Turn:
    """The choice that was asked about is not meant: show all of them by number."""
    assert conversation.pending is not None
    denied = conversation.pending.options[0].text
    left = conversation.but(pending=None, turned_down=(*conversation.turned_down, denied))
    return wait(left.but(repeats=max(left.repeats, 1)), world)


def _to_ask_about(conversation: Conversation, field: Field, reading: Reading, *, tired: bool) -> str | None:
    """The nearest choice that was not turned down; of a tired person's question simply the next one."""
    if field.type != "enum":
        return None
    open_ones = [choice for choice in field.choices if choice not in conversation.turned_down]
    if reading.nearest in open_ones:
        return reading.nearest
    at_the_end = tired and field.name in conversation.aside
    return open_ones[0] if at_the_end and open_ones else None


def _another_way(conversation: Conversation, field: Field, text: str, world: World) -> Turn:
    """What fits any answer, where the form has it; else pass over, put aside, or keep the very words."""
    neutral = neutral_choice(field.choices)
    if neutral is not None:
        return accept(
            conversation, field.name, neutral, world, message("interview.neutral", value=neutral), text=text
        )
    shortest, longest = field.lengths
    if (
        field.name in conversation.aside
        and field.type in FREE_TEXT
        and shortest <= len(text.strip()) <= longest
    ):
        return wait(conversation.but(pending=doubt(field, text.strip(), "own_words", text)), world)
    return unsure.leave(conversation, world)


def doubt(field: Field, value: Value, warning: str, text: str) -> Pending:
    """The question whether a value may stand, with what is doubtful about it."""
    shown = show(field, value)
    question = say("interview.insist", warning=messages().warnings[warning], value=shown)
    return Pending(kind="insist", question=question, options=(Option(text=shown, value=value),), text=text)
