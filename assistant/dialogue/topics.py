"""Parts of a guide, on request: what it costs, which papers, which steps, until when."""

from __future__ import annotations

from assistant.dialogue.conversation import Choice
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, message
from assistant.dialogue.world import World
from assistant.guidance.model import Section, Topic

SECTIONS: dict[str, tuple[Topic, ...]] = {
    "cost": ("cost",),
    "documents": ("documents",),
    "steps": ("routes", "steps"),
    "time_limits": ("time_limits",),
    "where": ("where",),
    "next": ("next",),
    "lawyer": ("who",),
}
OFFERED = ("more", "cost", "documents", "steps", "time_limits")


def choices(world: World, slug: str) -> tuple[Choice, ...]:
    """The topics that the guide of a form has something on."""
    known = {section.topic for section in world.about(slug)}
    offered = [name for name in OFFERED if name == "more" or known.intersection(SECTIONS[name])]
    return tuple(Choice(id=f"topic:{name}", text=say(f"topic.{name}")) for name in offered)


def tell(world: World, slug: str, topic: str) -> Message:
    """What the guide of a form says on a topic; ``more`` tells all of it."""
    return on(world, slug, topic) or message("choosing.nothing_more")


def on(world: World, slug: str, topic: str) -> Message | None:
    """What the guide of a form has on a topic; None where it has nothing."""
    sections = world.about(slug)
    chosen = sections if topic == "more" else _on(sections, SECTIONS[topic])
    return Message(world.say(chosen)) if chosen else None


def _on(sections: tuple[Section, ...], topics: tuple[Topic, ...]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.topic in topics)
