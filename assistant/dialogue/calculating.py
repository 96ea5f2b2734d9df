"""A calculation within the conversation: its inputs asked one by one, then the result."""

from __future__ import annotations

from assistant.calculation import Calculation, InputError, Inputs, calculate, problem_text, read_input
from assistant.dialogue.calculation import asked, can_pass, following, taken
from assistant.dialogue.conversation import Calculating, Conversation
from assistant.dialogue.flow import wait
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.understanding import is_unknown
from assistant.dialogue.world import World


def begin(conversation: Conversation, id_: str, world: World) -> Turn:
    """Begin a calculator, with what the last story told of its inputs."""
    told = world.guide.calculation(conversation.stories[-1], world.today) if conversation.stories else None
    return _begin(conversation, id_, told.inputs if told is not None and told.id == id_ else {}, world)


def on_the_side(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Answer a message that asks for a calculation, whatever else is open; None when it asks for none."""
    offer = world.guide.calculation(text, world.today)
    if offer is None:
        return None
    if offer.result is not None:
        return wait(conversation, world, _told(offer.result, world))
    return _begin(conversation, offer.id, offer.inputs, world)


def said(conversation: Conversation, text: str, world: World) -> Turn:
    """An answer to the open question."""
    now = conversation.the_calculation
    spec = asked(now, world)
    if is_unknown(text):
        return skip(conversation, world)
    read = read_input(spec, text, world.today)
    if read.value is None:
        return wait(conversation, world, Message(problem_text(read.problem or "missing")))
    return _go_on(conversation.but(calculating=now.told(spec.name, read.value)), world)


def skip(conversation: Conversation, world: World) -> Turn:
    """Pass over an input that can be done without; any other is asked again."""
    now = conversation.the_calculation
    spec = asked(now, world)
    if not can_pass(spec):
        return wait(conversation, world, message("calculation.required"))
    return _go_on(conversation.but(calculating=now.passed(spec.name)), world)


def back(conversation: Conversation, world: World) -> Turn:
    """The question before."""
    now = conversation.the_calculation
    if not now.path:
        return wait(conversation, world, message("interview.no_previous"))
    return wait(conversation.but(calculating=now.without(now.path[-1])), world)


def leave(conversation: Conversation, world: World) -> Turn:
    """Leave the calculation; the conversation goes on where it was."""
    return wait(conversation.but(calculating=None), world, message("calculation.left"))


def _go_on(conversation: Conversation, world: World) -> Turn:
    """Ask what is open; with everything told, say the result and go back."""
    now = conversation.the_calculation
    if following(now, world) is not None:
        return wait(conversation, world)
    try:
        result = calculate(now.calculator, now.inputs, world.tools())
    except InputError as problem:
        open_again = conversation.but(calculating=now.without(problem.name))
        return wait(open_again, world, Message(problem_text(problem.code)))
    return wait(conversation.but(calculating=None, calculator=None), world, _told(result, world))


def _begin(conversation: Conversation, id_: str, inputs: Inputs, world: World) -> Turn:
    """Ask for what is open; what was told already is read back, and «برگرد» leads to it."""
    now = Calculating(calculator=id_, inputs=dict(inputs), path=tuple(inputs))
    turn = _go_on(conversation.but(calculating=now), world)
    return turn.after(taken(now, world)) if inputs else turn


def _told(result: Calculation, world: World) -> Message:
    return Message(world.say(world.guide.calculated(result, world.today)))
