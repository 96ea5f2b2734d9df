"""What legal staff and the authority say to the citizen."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation, StaffQuestion
from assistant.dialogue.events import Filed, StaffApproved, StaffAsked, StaffReturned
from assistant.dialogue.flow import ask, reopen_staff_question, wait
from assistant.dialogue.preview_page import open_preview
from assistant.dialogue.turn import Message, Turn, message
from assistant.dialogue.world import World


def asked(conversation: Conversation, event: StaffAsked, world: World) -> Turn:
    """Reopen the field that staff ask about, or take the answer in free words."""
    field = event.field if _about_this_form(conversation, event.version, event.field, world) else None
    version = event.version or max((*conversation.submitted, conversation.version))
    question = StaffQuestion(question=event.question, field=field, version=version)
    noted = conversation.but(staff=question)
    if field is not None:
        return ask(noted.but(paused=None), world, field)
    return wait(reopen_staff_question(noted), world)


def returned(conversation: Conversation, event: StaffReturned, world: World) -> Turn:
    """Open a new version of what came back."""
    reason = message("staff.returned", reason=event.reason)
    if not _about_this_matter(conversation, event.version):
        return wait(conversation, world, reason, message("staff.returned_other"))
    back = conversation.but(standing="returned", changed=True)
    if not conversation.sent:  # a new version is under way already, or was left off and can be resumed
        return wait(back, world, reason)
    return open_preview(back.but(paused=None), world, reason, message("staff.returned_next"))


def approved(conversation: Conversation, event: StaffApproved, world: World) -> Turn:
    """Pass the good news on."""
    return _news(conversation, "approved", event.version, message("staff.approved"), world)


def filed(conversation: Conversation, event: Filed, world: World) -> Turn:
    """Pass the tracking code on."""
    news = message("staff.filed", code=event.tracking_code)
    coded = conversation
    if _about_this_matter(conversation, event.version):
        coded = conversation.but(tracking_code=event.tracking_code)
    return _news(coded, "filed", event.version, news, world)


def _news(
    conversation: Conversation, standing: str, version: int | None, news: Message, world: World
) -> Turn:
    if _about_this_matter(conversation, version):
        conversation = conversation.but(standing=standing)
    if conversation.state == "done" and conversation.pending is None:
        return Turn(conversation, (news,))
    return wait(conversation, world, news)


def _about_this_matter(conversation: Conversation, version: int | None) -> bool:
    latest = max(conversation.submitted, default=0) if version is None else version
    return conversation.form is not None and latest >= conversation.since


def _about_this_form(
    conversation: Conversation, version: int | None, field: str | None, world: World
) -> bool:
    if conversation.form is None or not _about_this_matter(conversation, version):
        return False
    return field in world.interview(conversation.form).fields
