"""What the offered choices do; the id of a choice is the action, with its object after a colon."""

from __future__ import annotations

from collections.abc import Callable

from assistant.dialogue import (
    answering,
    calculating,
    choosing,
    confirming,
    control,
    corrections,
    done,
    keeping,
    misreading,
    pending,
    start,
    topics,
    unsure,
)
from assistant.dialogue.conversation import Choice, Conversation
from assistant.dialogue.fields import option_value
from assistant.dialogue.flow import ask, wait
from assistant.dialogue.preview_page import open_preview
from assistant.dialogue.stories import account
from assistant.dialogue.turn import Turn
from assistant.dialogue.wording import in_own_words
from assistant.dialogue.world import World

Action = Callable[[Conversation, str, World], Turn]


def act(conversation: Conversation, chosen: Choice, world: World) -> Turn:
    """Do what a choice stands for."""
    name, _, of = chosen.id.partition(":")
    return _ACTIONS[name](conversation, of, world)


def _topic(conversation: Conversation, topic: str, world: World) -> Turn:
    return wait(conversation, world, topics.tell(world, conversation.offers[0], topic))


def _value(conversation: Conversation, place: str, world: World) -> Turn:
    name = conversation.the_field
    field = world.interview(conversation.the_form).fields[name]
    return keeping.accept(conversation, name, option_value(field, place), world)


def _story(conversation: Conversation, _: str, world: World) -> Turn:
    return answering.answer(conversation, account(conversation), world)


_ACTIONS: dict[str, Action] = {
    "form": lambda now, slug, world: start.begin_form(now, slug, world),
    "topic": _topic,
    "calculate": lambda now, id_, world: calculating.begin(now, id_, world),
    "reckon": lambda now, value, world: calculating.said(now, value, world),
    "none": lambda now, _, __: choosing.none_fits(now),
    "value": _value,
    "pick": lambda now, place, world: pending.take(now, int(place), world),
    "insist": lambda now, _, world: pending.take(now, 0, world),
    "deny": lambda now, _, world: misreading.turn_down(now, world),
    "retype": lambda now, _, world: pending.retype(now, world),
    "story": _story,
    "skip": lambda now, _, world: unsure.pass_over(now, world),
    "aside": lambda now, _, world: unsure.put_aside(now, world),
    "keep": lambda now, _, world: unsure.keep(now, world),
    "confirm": lambda now, _, world: confirming.confirm(now, world),
    "irrevocable": lambda now, _, world: confirming.submit(now, world),
    "look": lambda now, _, world: control.look_again(now, world),
    "own_words": lambda now, _, world: open_preview(in_own_words(now), world),
    "edit": lambda now, _, world: corrections.which(now, world),
    "amend": lambda now, field, world: ask(now, world, field),
    "cancel": lambda now, _, world: control.cancel(now, world),
    "resume": lambda now, _, world: control.resume(now, world),
    "restart": lambda now, _, world: control.start_anew(now, world),
    "stay": lambda now, _, world: control.stay(now, world),
    "fresh": lambda now, _, world: control.restart(now, world),
    "later": lambda now, _, world: done.take_later(now, world),
}
