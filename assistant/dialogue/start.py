"""From a chosen form to its first question: warnings first, and what was told is taken over."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.dialogue.conversation import Conversation, Value
from assistant.dialogue.fields import table
from assistant.dialogue.flow import proceed
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, bullets, message
from assistant.dialogue.world import World
from assistant.drafting import Interview


def begin_form(conversation: Conversation, slug: str, world: World, *lead: Message) -> Turn:
    """Start the interview of a form."""
    interview = world.interview(slug)
    reused = {name: value for name, value in conversation.facts.items() if name in interview.fields}
    told = told_in(conversation.stories, interview, world)
    started = conversation.but(
        state="interview",
        form=slug,
        facts={**reused, **told},
        offers=(),
        clarify=None,
        later=tuple(other for other in conversation.later if other != slug),
        skipped=(),
        unsure=(),
        aside=(),
        history=(),
        standing=None,
        tracking_code=None,
    )
    opening = message("start.begin", form=world.title(slug))
    notes = (
        *_warnings(slug, world),
        *_noted("start.reused", interview, {k: v for k, v in reused.items() if k not in told}),
        *_noted("start.taken", interview, told),
    )
    return proceed(started, world, *lead, opening, *notes)


def told_in(stories: tuple[str, ...], interview: Interview, world: World) -> dict[str, Value]:
    """The facts told in stories; what was told last holds."""
    told: dict[str, Value] = {}
    for story in stories:
        found = interview.extract(story, world.today).items()
        told.update(
            {name: one.value for name, one in found if not interview.is_only_mentioned(name, one.value)}
        )
    return told


def _warnings(slug: str, world: World) -> tuple[Message, ...]:
    warnings = world.filled(*world.form(slug).warnings)
    return (Message(f"{say('start.warnings')}\n{bullets(warnings)}"),) if warnings else ()


def _noted(key: str, interview: Interview, facts: Mapping[str, Value]) -> tuple[Message, ...]:
    return (Message(f"{say(key)}\n{table(interview, facts, facts)}"),) if facts else ()
