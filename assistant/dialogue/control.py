"""Commands that work everywhere: skip, back, cancel, resume, help, from the start."""

from __future__ import annotations

from collections.abc import Callable

from assistant.dialogue import calculating, guidance, unsure
from assistant.dialogue.conversation import Conversation, Pending, new_matter
from assistant.dialogue.flow import ask, reopen_staff_question, wait
from assistant.dialogue.turn import Turn, choice, message
from assistant.dialogue.world import World

Command = Callable[[Conversation, World], Turn]


def skip(conversation: Conversation, world: World) -> Turn:
    """«رد کن»."""
    if conversation.calculating is not None:
        return calculating.skip(conversation, world)
    if conversation.pending is not None and conversation.pending.kind == "staff":
        return wait(conversation, world, message("staff.still_waiting"))
    if conversation.state == "interview":
        return unsure.pass_over(conversation, world)
    return wait(conversation, world, message("interview.nothing_to_skip"))


def back(conversation: Conversation, world: World) -> Turn:
    """«برگرد»: the question before; its answer is kept until another is given."""
    if conversation.calculating is not None:
        return calculating.back(conversation, world)
    match conversation.state:
        case "confirming":
            return look_again(conversation, world)
        case "choosing":
            return wait(conversation.but(state="guidance", offers=(), clarify=None), world)
        case "interview" | "preview" if conversation.history:
            *before, last = conversation.history
            reopened = conversation.without(last).but(history=tuple(before))
            return ask(reopened, world, last)
        case _:
            return wait(conversation, world, message("interview.no_previous"))


def cancel(conversation: Conversation, world: World) -> Turn:
    """«لغو»: nothing is lost, nothing is sent."""
    if conversation.calculating is not None:
        return calculating.leave(conversation, world)
    if conversation.state == "done":
        return wait(conversation, world, message("done.cannot_cancel"))
    if conversation.state == "cancelled":
        return wait(conversation.but(pending=None), world)
    paused = conversation.but(state="cancelled", paused=conversation.state, pending=None)
    return Turn(paused, (message("cancelled.kept", choice("resume"), choice("fresh")),))


def let_go(conversation: Conversation, world: World) -> Turn:
    """«بی‌خیال»: passes over an optional question; anywhere else it leaves off, and nothing is lost."""
    if conversation.state != "interview" or conversation.pending is not None or conversation.calculating:
        return cancel(conversation, world)
    field = world.interview(conversation.the_form).fields[conversation.the_field]
    if field.required or conversation.staff is not None:
        return cancel(conversation, world)
    return unsure.pass_over(conversation, world, message("interview.let_go"))


def resume(conversation: Conversation, world: World) -> Turn:
    """«ادامه»: from where it was left."""
    if conversation.state == "interview" and conversation.amending and conversation.staff is None:
        return unsure.keep(conversation, world)
    if conversation.state != "cancelled" or conversation.paused is None:
        return wait(conversation, world)
    back_again = reopen_staff_question(conversation.but(state=conversation.paused, paused=None))
    return wait(back_again, world, message("cancelled.resumed"))


def help_(conversation: Conversation, world: World) -> Turn:
    """«راهنما»."""
    return wait(conversation, world, message("help"))


def restart(conversation: Conversation, world: World) -> Turn:
    """«از اول»: at once, or after a question where a draft would be left behind."""
    if conversation.under_way:
        return wait(conversation.but(pending=Pending(kind="restart")), world)
    return start_anew(conversation, world)


def start_anew(conversation: Conversation, world: World) -> Turn:
    """Begin another matter, with the story that waits for it if there is one."""
    if conversation.staff is not None:  # someone waits for this answer
        return resume(conversation, world).after(message("staff.still_waiting"))
    story = conversation.pending.text if conversation.pending else ""
    fresh = new_matter(conversation)
    if story:
        return guidance.said(fresh, story, world)
    return wait(fresh, world, message("restart.fresh"))


def stay(conversation: Conversation, world: World) -> Turn:
    """Go on with the draft under way."""
    staying = conversation.but(pending=None)
    return (
        resume(staying, world)
        if staying.state == "cancelled"
        else wait(staying, world, message("restart.stay"))
    )


def look_again(conversation: Conversation, world: World) -> Turn:
    """From the second confirmation back to the petition."""
    return wait(conversation.but(state="preview"), world, message("confirming.back"))


def said_while_cancelled(conversation: Conversation, text: str, world: World) -> Turn:
    """Another story: shall it be begun, or the old one resumed?"""
    if conversation.paused in ("guidance", "choosing"):
        return guidance.said(new_matter(conversation), text, world)
    return wait(conversation.but(pending=Pending(kind="restart", text=text)), world)


COMMANDS: dict[str, Command] = {
    "skip": skip,
    "back": back,
    "cancel": cancel,
    "let_go": let_go,
    "resume": resume,
    "help": help_,
    "restart": restart,
}
