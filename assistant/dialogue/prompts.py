"""What the conversation is waiting for, said again at any time: one prompt for each state."""

from __future__ import annotations

from collections.abc import Callable

from assistant.dialogue import calculation, topics
from assistant.dialogue.conversation import Choice, Conversation, Pending, State
from assistant.dialogue.fields import TYPED_NUMBERS, options, show
from assistant.dialogue.stories import account
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, choice, lines, message
from assistant.dialogue.wording import is_polished
from assistant.dialogue.world import World
from assistant.drafting.fields import Field
from assistant.persian import to_persian_digits

Prompt = Callable[[Conversation, World], Message]


def prompt(conversation: Conversation, world: World) -> Message:
    """The question that is open now, with its choices."""
    if conversation.calculating is not None:
        return calculation.prompt(conversation, world)
    if conversation.pending is not None:
        return _PENDING[conversation.pending.kind](conversation.pending)
    return _PROMPTS[conversation.state](conversation, world)


def _choosing(conversation: Conversation, world: World) -> Message:
    offers = tuple(Choice(id=f"form:{slug}", text=world.title(slug)) for slug in conversation.offers)
    none = (choice("none"),) if len(offers) > 1 else ()
    beside = (*calculation.offer(conversation, world), *topics.choices(world, conversation.offers[0]))
    choices = (*offers, *none, *beside)
    if conversation.clarify:
        return Message(conversation.clarify, choices)
    if len(offers) == 1:
        return message("choosing.ask_one", *choices, form=offers[0].text)
    return message("choosing.ask_many", *choices)


def _interview(conversation: Conversation, world: World) -> Message:
    staff = conversation.staff
    field = world.interview(conversation.the_form).fields[conversation.the_field]
    if staff is not None and staff.field == field.name:
        return message("staff.asked", *_open_choices(conversation, field), question=staff.question)
    if conversation.amending:
        return _amending(conversation, field)
    text = lines(
        *_question(conversation, field),
        "" if field.required else say("interview.optional"),
        say("interview.story_offer") if _offers_story(conversation, field) else "",
    )
    return Message(text, _open_choices(conversation, field))


def _question(conversation: Conversation, field: Field) -> tuple[str, ...]:
    """The question as the form puts it; after that by the numbers of its choices, or by an example."""
    if field.choices and (conversation.misread or conversation.repeats or field.name in conversation.aside):
        numbered = [f"{to_persian_digits(str(at))}. {choice}" for at, choice in enumerate(field.choices, 1)]
        return (say("interview.by_number", label=field.label, first=field.choices[0]), *numbered)
    if conversation.repeats:
        return (say("interview.again", label=field.label, example=to_persian_digits(field.example)),)
    return (field.question, f"({field.help})")


def _amending(conversation: Conversation, field: Field) -> Message:
    current = say("interview.current", value=show(field, conversation.facts[field.name]))
    text = lines(say("interview.amend", label=field.label), current)
    keep = () if field.type in TYPED_NUMBERS else (choice("keep"),)
    return Message(text, (*options(field), *keep))


def _open_choices(conversation: Conversation, field: Field) -> tuple[Choice, ...]:
    if field.type in TYPED_NUMBERS:  # a number is the answer here, so nothing is numbered
        return ()
    story = (choice("story"),) if _offers_story(conversation, field) else ()
    skip = () if field.required else (choice("skip"),)
    aside = (choice("aside"),) if _may_wait(conversation, field) else ()
    return (*options(field), *story, *skip, *aside)


def _may_wait(conversation: Conversation, field: Field) -> bool:
    return field.required and field.name in conversation.unsure and field.name not in conversation.aside


def _offers_story(conversation: Conversation, field: Field) -> bool:
    return field.name == "facts" and bool(account(conversation))


def _confirming(conversation: Conversation, world: World) -> Message:
    form = world.form(conversation.the_form)
    safe_first = (choice("look"), choice("irrevocable"), choice("cancel"))
    warning = " ".join(world.filled(form.irreversible or ""))
    return message("confirming.ask", *safe_first, warning=warning, phrase=say("choice.irrevocable"))


def _preview(conversation: Conversation, _: World) -> Message:
    own = (choice("own_words"),) if is_polished(conversation) else ()
    return message("preview.ask", choice("confirm"), choice("edit"), *own, choice("cancel"))


def _done(conversation: Conversation, world: World) -> Message:
    if conversation.later:
        title = world.title(conversation.later[0])
        return message("done.later", choice("later"), choice("edit"), text=title)
    return message("done.status", choice("edit"), choice("fresh"))


def _unit(pending: Pending) -> Message:
    options = (Choice(id=f"pick:{at}", text=option.text) for at, option in enumerate(pending.options))
    return Message(pending.question, tuple(options))


def _insist(pending: Pending) -> Message:
    return Message(pending.question, (choice("insist"), choice("retype")))


def _meant(pending: Pending) -> Message:
    return Message(pending.question, (Choice(id="pick:0", text=say("choice.affirm")), choice("deny")))


_PENDING: dict[str, Callable[[Pending], Message]] = {
    "unit": _unit,
    "insist": _insist,
    "meant": _meant,
    "restart": lambda _: message("restart.sure", choice("restart"), choice("stay")),
    "staff": lambda pending: Message(pending.question),
}
_PROMPTS: dict[State, Prompt] = {
    "guidance": lambda now, world: message("guidance.invite", *calculation.offer(now, world)),
    "choosing": _choosing,
    "interview": _interview,
    "preview": _preview,
    "confirming": _confirming,
    "done": _done,
    "cancelled": lambda *_: message("cancelled.status", choice("resume"), choice("fresh")),
}
