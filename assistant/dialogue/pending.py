"""Small questions about an answer: rial or toman, is the number meant, shall the draft be left."""

from __future__ import annotations

from assistant.dialogue import control, keeping, misreading
from assistant.dialogue.conversation import Conversation, Option
from assistant.dialogue.effects import AnswerStaff
from assistant.dialogue.flow import wait
from assistant.dialogue.texts import plain
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import is_no, is_yes
from assistant.dialogue.world import World
from assistant.persian import parse_amount


def said(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Settle the small question; None when the message is about something else."""
    assert conversation.pending is not None
    match conversation.pending.kind:
        case "unit":
            return _unit(conversation, text, world)
        case "insist":
            return _insist(conversation, text, world)
        case "meant":
            return _meant(conversation, text, world)
        case "restart":
            return _restart(conversation, text, world)
        case "staff":
            return _tell_staff(conversation, text, world)


def take(conversation: Conversation, place: int, world: World) -> Turn:
    """Take one of the ways to understand the answer."""
    assert conversation.pending is not None
    pending = conversation.pending
    value = pending.options[place].value
    return keeping.accept(conversation, conversation.the_field, value, world, text=pending.text)


def retype(conversation: Conversation, world: World) -> Turn:
    """Put the question again."""
    return wait(conversation.but(pending=None), world, message("interview.retype"))


def _unit(conversation: Conversation, text: str, world: World) -> Turn | None:
    assert conversation.pending is not None
    if plain(text) == plain(conversation.pending.text):  # said once more: what people mostly mean by it
        first = conversation.pending.options[0].text
        return take(conversation, 0, world).after(message("interview.first_taken", value=first))
    if any(mark.isdigit() for mark in text):  # another amount
        return None
    if is_yes(text):  # to a question with two answers
        return wait(conversation, world)
    named = _named_option(conversation.pending.options, text)
    return take(conversation, named, world) if named is not None else None


def _named_option(options: tuple[Option, ...], text: str) -> int | None:
    """The one option that an answer names by a word («میلیون») or by its unit («تومنه»)."""
    said, unit = frozenset(plain(text).split()), _unit_of(f"1 {text}")
    words = [frozenset(plain(option.text).split()) for option in options]
    shared = frozenset.intersection(*words)
    by_word = [n for n, own in enumerate(words) if said & own - shared]
    by_unit = [n for n, option in enumerate(options) if unit and _unit_of(option.text) == unit]
    named = by_word or by_unit
    return named[0] if len(named) == 1 else None


def _unit_of(text: str) -> str | None:
    amount = parse_amount(text)
    return amount.unit if amount else None


def _insist(conversation: Conversation, text: str, world: World) -> Turn | None:
    assert conversation.pending is not None
    if is_yes(text) or plain(text) == plain(conversation.pending.text):
        return take(conversation, 0, world)
    return retype(conversation, world) if is_no(text) else None


def _meant(conversation: Conversation, text: str, world: World) -> Turn | None:
    assert conversation.pending is not None
    if is_yes(text) or plain(text) == plain(conversation.pending.text):
        return take(conversation, 0, world)
    return misreading.turn_down(conversation, world) if is_no(text) else None


def _restart(conversation: Conversation, text: str, world: World) -> Turn | None:
    if is_yes(text):
        return control.start_anew(conversation, world)
    return control.stay(conversation, world) if is_no(text) else None


def _tell_staff(conversation: Conversation, text: str, world: World) -> Turn:
    staff = conversation.staff
    assert staff is not None
    told = AnswerStaff(staff.question, text, None, {}, staff.version)
    settled = conversation.but(staff=None, pending=None)
    return wait(settled, world, message("staff.answered")).doing(told)
