"""What a calculation asks next, as a message."""

from __future__ import annotations

from assistant.calculation import next_input, told_input
from assistant.dialogue.conversation import Calculating, Choice, Conversation
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, bullets, choice, lines
from assistant.dialogue.world import World
from assistant.law.schemas import CalculatorInput

_TYPED = frozenset(
    {"amount", "count", "date", "year", "branches"}
)  # a number is the answer, so nothing is numbered


def prompt(conversation: Conversation, world: World) -> Message:
    """The open question of the calculation, with its choices."""
    spec = asked(conversation.the_calculation, world)
    typed = spec.type in _TYPED
    text = lines(
        spec.question,
        f"({spec.help})" if spec.help else "",
        say("interview.optional") if typed and can_pass(spec) else "",
    )
    return Message(text, () if typed else (*_options(spec), *((choice("skip"),) if can_pass(spec) else ())))


def offer(conversation: Conversation, world: World) -> tuple[Choice, ...]:
    """The calculator that the last message asks for, as a choice."""
    id_ = conversation.calculator
    if id_ is None:
        return ()
    title = world.corpus.calculators[id_].title
    return (Choice(id=f"calculate:{id_}", text=say("calculation.offer", title=title)),)


def taken(now: Calculating, world: World) -> Message:
    """What was told already, read back."""
    specs = {spec.name: spec for spec in world.corpus.calculators[now.calculator].inputs}
    told = [f"{specs[name].label}: {told_input(specs[name], value)}" for name, value in now.inputs.items()]
    return Message(lines(say("calculation.taken"), bullets(told)))


def asked(now: Calculating, world: World) -> CalculatorInput:
    """The input that is asked for, where there must be one."""
    spec = following(now, world)
    if spec is None:
        raise ValueError(f"nothing is open in the calculation {now.calculator}")
    return spec


def following(now: Calculating, world: World) -> CalculatorInput | None:
    """The input to ask for next; None when there is none."""
    calculator = world.corpus.calculators[now.calculator]
    return next_input(calculator, now.inputs, frozenset(now.skipped), world.tools())


def can_pass(spec: CalculatorInput) -> bool:
    """Whether the calculation can do without an answer."""
    return not spec.required or spec.default is not None


def _options(spec: CalculatorInput) -> tuple[Choice, ...]:
    if spec.type == "yes_no":
        return tuple(Choice(id=f"reckon:{value}", text=say(f"choice.{value}")) for value in ("yes", "no"))
    return tuple(Choice(id=f"reckon:{key}", text=one.text) for key, one in spec.choices.items())
