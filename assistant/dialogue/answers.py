"""The guide's answer in a conversation: short first, what is urgent before all else."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue import topics
from assistant.dialogue.conversation import Conversation
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message
from assistant.dialogue.understanding import topic
from assistant.dialogue.world import World
from assistant.guidance.model import Guidance, Section, Topic

_SENTENCES = 3  # of a first answer that has no summary
_OFFERED = 3  # forms offered after an answer
_LIKELY = 0.1  # a form less probable than this is not offered
_BESIDE = 5  # nor one this many times less probable than the best
_BESIDE_UNWRITTEN = 2  # and nearer still where the best one cannot be written here
_DIRECT: tuple[Topic, ...] = ("calculation", "answer", "purpose", "asked_for", "never_give")
_ROAD: tuple[Topic, ...] = ("routes", "steps", "where")  # what is told of a problem that has no summary


def short_answer(guidance: Guidance, world: World) -> Message:
    """The lead, the name of what cannot be written here, the time limit where one may pass, and the summary."""
    limits = guidance.about("time_limits") if guidance.urgent == "deadline" else ()
    told = world.say((*limits, *_first(guidance.sections)))
    return Message("\n\n".join(part for part in (guidance.lead, _unwritten(guidance, world), told) if part))


def lead(guidance: Guidance) -> tuple[Message, ...]:
    """What comes before all else: danger, a time limit."""
    return (Message(guidance.lead),) if guidance.lead and guidance.urgent else ()


def matters(guidance: Guidance, world: World) -> tuple[str, ...]:
    """The forms of several problems told at once, in the order of telling; none when there is only one."""
    best = guidance.forms[:1] if len(guidance.also) == 1 else ()
    slugs = dict.fromkeys(form.slug for form in (*best, *guidance.also) if form.slug in world.corpus.forms)
    return tuple(slugs) if len(slugs) > 1 else ()


def offers(guidance: Guidance, world: World) -> tuple[str, ...]:
    """The forms worth offering, best first; those between which the guide asks, where it asks."""
    if guidance.out_of_scope or not guidance.forms:
        return ()
    best = guidance.forms[0]
    least = max(_LIKELY, best.score / (_BESIDE if best.slug in world.corpus.forms else _BESIDE_UNWRITTEN))
    likely = [form for form in guidance.forms if form.score >= least][:_OFFERED]
    chosen = guidance.clarify.options if guidance.clarify else likely or guidance.also[:1]
    return tuple(form.slug for form in chosen if form.slug in world.corpus.forms)


def aside(conversation: Conversation, text: str, world: World) -> Message:
    """The answer to a question on the side: from the guide of the form under way, else from the law."""
    slug = conversation.form or next(iter(conversation.offers), None)
    asked = topic(text)
    if slug is not None and asked is not None:
        return topics.tell(world, slug, asked)
    return short_answer(world.ask(text), world)


def summary_of(slug: str, world: World) -> Message:
    """What the guide of a form says first."""
    return Message(world.say(_first(world.about(slug))))


def _first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """What answers by itself; failing that the summary, or the beginning of what there is and the road to go."""
    direct = tuple(section for section in sections if section.topic in _DIRECT)
    if direct:
        return direct
    summary = tuple(section for section in sections if section.topic == "summary")
    if summary:
        return summary
    road = tuple(section for section in sections[1:] if section.topic in _ROAD)
    return (*(replace(s, sentences=s.sentences[:_SENTENCES]) for s in sections[:1]), *road)


def _unwritten(guidance: Guidance, world: World) -> str:
    """That the form which fits has no text here yet, by its name; empty where it has, or where none fits."""
    if guidance.out_of_scope or not guidance.about("routes"):
        return ""
    slug = guidance.forms[0].slug
    return "" if slug in world.corpus.forms else say("guidance.unwritten", form=world.title(slug))
