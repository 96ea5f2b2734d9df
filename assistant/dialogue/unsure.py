"""«نمی‌دانم» and «رد کن»: what is optional is passed over, what is required is explained, then put aside."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.fields import show, words_for
from assistant.dialogue.flow import proceed, wait
from assistant.dialogue.keeping import accept
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, lines, message
from assistant.dialogue.understanding import denies, is_for_later, is_lacking, is_still_open, is_unknown
from assistant.dialogue.world import World
from assistant.drafting.fields import FREE_TEXT, Field
from assistant.persian import to_persian_digits

_LISTED = ("text", "persons", "witness_list")  # a number, a name: of these a denial tells nothing
_PARTICLE = 2  # letters: «به», «از»
_CHOSEN = ("bool", "enum")  # here «ندارم» and «هیچ‌کدام» are answers


def not_known(conversation: Conversation, text: str, world: World) -> Turn | None:
    """The person does not know or has nothing; None when the message is an answer («ندارم» to a yes-no question)."""
    field = world.interview(conversation.the_form).fields[conversation.the_field]
    if is_for_later(text) and conversation.staff is None and not conversation.amending:
        return leave(conversation, world)
    about = {word for phrase in words_for(field) for word in phrase.split() if len(word) > _PARTICLE}
    if is_unknown(text) or (field.type not in _CHOSEN and is_lacking(text, about)):
        return _do_without(conversation, field, text, world)
    return None


def denied(conversation: Conversation, text: str, world: World) -> Turn | None:
    """A short refusal in other words: «همراهم نیست» to a number, «شماره‌ای نگرفتم» to what is optional."""
    field = world.interview(conversation.the_form).fields[conversation.the_field]
    told_by_it = field.type in FREE_TEXT and (field.required or field.type not in _LISTED)
    if field.type in _CHOSEN or told_by_it:
        return None
    still = field.type == "jalali_date" and not field.required and is_still_open(text)
    if still or denies(text, freely=field.type in FREE_TEXT):
        return _do_without(conversation, field, text, world)
    return None


def _do_without(conversation: Conversation, field: Field, text: str, world: World) -> Turn | None:
    interview = world.interview(conversation.the_form)
    if field.type not in FREE_TEXT and interview.read(field.name, text, world.today).value is not None:
        return None
    value = interview.unknown(field.name)
    return pass_over(conversation, world) if value is None else _note(conversation, field, value, text, world)


def _note(conversation: Conversation, field: Field, value: str, text: str, world: World) -> Turn:
    """Keep what stands in the paper in place of an answer."""
    noted = message("interview.noted_unknown", value=show(field, value))
    return accept(conversation.but(amending=False), field.name, value, world, noted, text=text)


def pass_over(conversation: Conversation, world: World, said: Message | None = None) -> Turn:
    """Go on without an answer where the paper can do without it; ``said`` in place of the usual word."""
    name = conversation.the_field
    if conversation.staff is not None and conversation.staff.field == name:
        return wait(conversation.but(pending=None), world, message("staff.still_waiting"))
    if conversation.amending:
        return keep(conversation, world)
    interview = world.interview(conversation.the_form)
    field = interview.fields[name]
    if not field.required:
        skipped = conversation.passed(name).but(skipped=(*conversation.skipped, name), pending=None)
        return proceed(skipped, world, said or message("interview.skipped"))
    if name in conversation.unsure:
        nothing = interview.nothing(name)
        return (
            put_aside(conversation, world)
            if nothing is None
            else _note(conversation, field, nothing, "", world)
        )
    explained = conversation.but(unsure=(*conversation.unsure, name), pending=None)
    help_ = say("interview.unknown_help", help=field.help, example=to_persian_digits(field.example))
    return wait(explained, world, Message(lines(say("interview.required"), help_)))


def leave(conversation: Conversation, world: World) -> Turn:
    """Leave a question whose answers were not understood: for good, or until the end."""
    if world.interview(conversation.the_form).fields[conversation.the_field].required:
        return put_aside(conversation, world)
    return pass_over(conversation, world, message("interview.left"))


def put_aside(conversation: Conversation, world: World) -> Turn:
    """Leave a required field for the end; at the end it stays open until it is known."""
    name = conversation.the_field
    if name in conversation.aside:
        return wait(conversation.but(pending=None), world, message("interview.still_needed"))
    put_off = conversation.passed(name).but(aside=(*conversation.aside, name), pending=None)
    return proceed(put_off, world, message("interview.aside"))


def keep(conversation: Conversation, world: World) -> Turn:
    """Leave a known fact as it is."""
    kept = conversation.passed(conversation.the_field).but(amending=False, pending=None)
    return proceed(kept, world)
