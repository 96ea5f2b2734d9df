"""A day that is told with the help of what was said before: «۱۳۷۰», then «۱۲ مهر»; «همون روز»."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.texts import plain, words
from assistant.dialogue.understanding import holds
from assistant.dialogue.world import World
from assistant.drafting import Interview, Reading

_PARTS = ("date_without_day", "date_without_year", "not_a_date")  # problems of what is no whole day
_FEW = 5  # words in which «همون روز» is the whole answer


def with_before(
    conversation: Conversation, interview: Interview, name: str, text: str, world: World
) -> Reading | None:
    """Read a day together with the answer before, or as the day that was told last; None where it needs neither."""
    if interview.fields[name].type != "jalali_date":
        return None
    return _in_two_answers(conversation, interview, name, text, world) or _the_same_day(
        conversation, interview, name, text, world
    )


def _in_two_answers(
    conversation: Conversation, interview: Interview, name: str, text: str, world: World
) -> Reading | None:
    before = conversation.misread[-1] if conversation.misread else text
    if before == text or interview.read(name, before, world.today).problem not in _PARTS:
        return None
    readings = (
        interview.read(name, together, world.today) for together in (f"{text} {before}", f"{before} {text}")
    )
    return next((read for read in readings if read.value is not None and read.warning is None), None)


def _the_same_day(
    conversation: Conversation, interview: Interview, name: str, text: str, world: World
) -> Reading | None:
    said = plain(text)
    if len(said.split()) > _FEW or any(map(str.isdigit, said)) or not holds(said, words().same_day):
        return None
    told = (
        conversation.facts.get(other) for other in reversed(conversation.history) if _is_day(interview, other)
    )
    day = next((day for day in told if day is not None), None)
    return interview.read(name, str(day), world.today) if day is not None else None


def _is_day(interview: Interview, name: str) -> bool:
    field = interview.fields.get(name)
    return field is not None and field.type == "jalali_date" and not name.startswith("applicant_")
