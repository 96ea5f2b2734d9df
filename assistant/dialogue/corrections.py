"""Correcting an earlier answer at any point: «مبلغش اشتباه بود، ۲۰۰ میلیون تومنه»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.dialogue.answering import settle
from assistant.dialogue.conversation import Choice, Conversation, Value
from assistant.dialogue.fields import show, words_for
from assistant.dialogue.flow import ask
from assistant.dialogue.keeping import accept
from assistant.dialogue.replacing import Pair, pairs, put_right, without_halt, without_verb
from assistant.dialogue.texts import plain, say, words
from assistant.dialogue.turn import Turn, message
from assistant.dialogue.understanding import holds
from assistant.dialogue.world import World
from assistant.drafting import Interview
from assistant.drafting.fields import FREE_TEXT, Field

_LONGEST = 16  # words; what is longer tells something else
_PAUSE = re.compile(r"[،,؛:.!\n]+")
_MOST_WORDS = 4  # of a name
_STOPPED = 2  # words that stop the talk before a value is said again
_FIRM: frozenset[str] = frozenset(
    {
        "jalali_date",
        "rial_amount",
        "national_id",
        "mobile",
        "postal_code",
        "case_number",
        "iban",
        "sayad_cheque_id",
    }
)  # what a value shows its kind by itself


def correct(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Correct the fact that a message names or holds; None when it corrects nothing."""
    if conversation.form is None or len(plain(text).split()) > _LONGEST:
        return None
    interview = world.interview(conversation.form)
    replaced = _put_right(conversation, interview, text, world)
    if replaced is not None:
        return replaced
    if not _speaks_of_correcting(text):
        return _said_anew(conversation, interview, text, world)
    field = _named_field(conversation, interview, text) or _name_like(conversation, interview, text)
    if field is None:
        return _last_of_its_kind(conversation, interview, text, world)
    amending = _amending(conversation, field.name)
    return _with_new_value(amending, interview, field, text, world) or ask(amending, world, field.name)


def reopen(conversation: Conversation, text: str, world: World) -> Turn | None:
    """Ask for the fact that a message names and nothing else: «شماره موبایلم»."""
    interview = world.interview(conversation.the_form)
    if not _only_names(plain(text), interview):
        return None
    field = _named_field(conversation, interview, text)
    return ask(conversation, world, field.name) if field is not None else None


def which(conversation: Conversation, world: World) -> Turn:
    """Ask what is to be corrected."""
    fields = world.interview(conversation.the_form).fields.values()
    known = [
        Choice(
            id=f"amend:{field.name}",
            text=say("choice.amend", label=field.label, value=show(field, conversation.facts[field.name])),
        )
        for field in fields
        if field.name in conversation.facts
    ]
    still_open = [
        Choice(id=f"amend:{field.name}", text=field.label)
        for field in fields
        if field.name not in conversation.facts
    ]
    return Turn(conversation, (message("amend.which", *known, *still_open),))


def _amending(conversation: Conversation, field: str) -> Conversation:
    return conversation.but(
        state="interview", asking=field, amending=field in conversation.facts, pending=None
    )


def _put_right(conversation: Conversation, interview: Interview, text: str, world: World) -> Turn | None:
    """«محمدی نه، احمدی»: of the two, the one that a known fact holds is wrong, and the other right."""
    named = _named_field(conversation, interview, text)
    recent = dict.fromkeys((*reversed(conversation.history), *conversation.facts))
    surest_first = sorted(
        recent, key=lambda name: (named is None or name != named.name, _is_account(interview, name))
    )
    for name in surest_first:
        for pair in pairs(text, named=named is not None and name == named.name):
            value = _corrected(conversation, interview, name, pair, world)
            if value is not None:
                return accept(_amending(conversation, name), name, value, world, text=text)
    return None


def _is_account(interview: Interview, name: str) -> bool:
    """Whether a fact is an account in words of one's own, that may hold the same words as any other fact."""
    return name in interview.fields and interview.fields[name].type in FREE_TEXT - {"text"}


def _corrected(
    conversation: Conversation, interview: Interview, name: str, pair: Pair, world: World
) -> Value | None:
    known = conversation.facts.get(name)
    if known is None or name not in interview.fields:
        return None
    value = put_right(interview.fields[name], known, pair, interview, world)
    return None if value == known else value


def _last_of_its_kind(
    conversation: Conversation, interview: Interview, text: str, world: World
) -> Turn | None:
    """«تاریخش اشتباه بود، ۳ آبان»: without a name, the last fact whose kind the new value shows."""
    for name in reversed(conversation.history):
        field = interview.fields.get(name)
        if field is None or field.type not in _FIRM or name not in conversation.facts:
            continue
        for piece in _pieces(text):
            reading = interview.read(name, piece, world.today)
            if reading.value is not None and reading.warning is None:
                return accept(_amending(conversation, name), name, reading.value, world, text=text)
    return None


def _said_anew(conversation: Conversation, interview: Interview, text: str, world: World) -> Turn | None:
    """«نه نه، ۶۰ میلیون تومن بود»: who stops the talk and says a value again means the answer just given."""
    told = without_halt(text)
    last = interview.fields.get(conversation.history[-1]) if conversation.history else None
    stopped = len(text.split()) - len(told.split())
    if last is None or last.type not in _FIRM or stopped < _STOPPED or len(told.split()) > _LONGEST // 2:
        return None
    if conversation.asking is not None and interview.fields[conversation.asking].type == last.type:
        return None
    reading = interview.read(last.name, told, world.today)
    if reading.value is None or reading.warning is not None:
        return None
    return accept(_amending(conversation, last.name), last.name, reading.value, world, text=text)


def _name_like(conversation: Conversation, interview: Interview, text: str) -> Field | None:
    """The known name that a told one is like, where no field is named: «اسم بدهکار رو غلط نوشتم، حامد کریمی»."""
    if not holds(plain(text), words().mistake):  # «تغییر نام از …» may be what is asked of the court
        return None
    whole = (name for name in interview.names(text) if " " in name)
    told = frozenset(word for name in whole for word in name.split())
    alike = [
        field
        for field in interview.fields.values()
        if field.is_name and told & frozenset(str(conversation.facts.get(field.name, "")).split())
    ]
    return alike[0] if len(alike) == 1 else None


def _speaks_of_correcting(text: str) -> bool:
    return holds(plain(text), words().correction)


def _named_field(conversation: Conversation, interview: Interview, text: str) -> Field | None:
    """The field that the message names by the longest word; a known one before an unknown one."""
    said = plain(text)
    asked_only = _only_names(said, interview)
    named = [
        (field.name in conversation.facts, len(word), field)
        for field in interview.fields.values()
        for word in words_for(field)
        if holds(said, [word]) and (field.name in conversation.facts or asked_only)
    ]
    return max(named, key=lambda entry: entry[:2])[2] if named else None


def _only_names(said: str, interview: Interview) -> bool:
    """Whether nothing but the wish to correct and the name of a field is said."""
    longest_first = sorted(
        (word for field in interview.fields.values() for word in words_for(field)), key=len, reverse=True
    )
    rest = f" {said} "
    for word in longest_first:
        rest = rest.replace(f" {word} ", " ")
    return not frozenset(rest.split()) - words().correction - words().correction_filler


def _with_new_value(
    conversation: Conversation, interview: Interview, field: Field, text: str, world: World
) -> Turn | None:
    """Take the new value out of the message, if it is there."""
    for piece in _pieces(text):
        found = interview.extract(piece, world.today).get(field.name)
        value = _bare(found.value) if found else ""
        if value != "" and value != conversation.facts.get(field.name):
            return accept(conversation, field.name, value, world, text=text)
    if field.is_name:
        return _with_new_name(conversation, interview, field, text, world)
    if field.type in FREE_TEXT:
        return _with_what_is_left(conversation, interview, field, text, world)
    for piece in _pieces(text):
        reading = interview.read(field.name, piece, world.today)
        if reading.problem is None and reading.value != conversation.facts.get(field.name):
            return settle(conversation, reading, piece, {}, world)
    return None


def _bare(value: Value) -> Value:
    """A value that was found without the words that only say that it is right."""
    return without_verb(value) if isinstance(value, str) else value


def _with_new_name(
    conversation: Conversation, interview: Interview, field: Field, text: str, world: World
) -> Turn | None:
    """The one name that the message tells beside the known one: «اسم طرف اشتباهه، حمید صبوری درسته»."""
    told = {without_verb(name) for name in interview.names(text)} - {conversation.facts.get(field.name), ""}
    if len(told) == 1:
        return accept(conversation, field.name, told.pop(), world, text=text)
    left = _longest_left(field, text)
    reading = interview.read(field.name, left, world.today) if 0 < len(left.split()) <= _MOST_WORDS else None
    if reading is None or reading.value is None or reading.value == conversation.facts.get(field.name):
        return None
    return settle(conversation, reading, left, {}, world)


def _longest_left(field: Field, text: str) -> str:
    """The longest run of words that are neither the field's name nor about correcting; of equal ones the last."""
    known = words().correction | words().correction_filler | words().polite | words().aside
    about = known | frozenset(word for phrase in words_for(field) for word in phrase.split())
    runs: list[list[str]] = [[]]
    for word in text.replace("،", " ، ").split():
        if plain(word) in about or not plain(word):
            runs.append([])
        else:
            runs[-1].append(word.strip(" ،,؛.!"))
    longest = max(reversed(runs), key=len)
    return " ".join(longest)


def _with_what_is_left(
    conversation: Conversation,
    interview: Interview,
    field: Field,
    text: str,
    world: World,
) -> Turn | None:
    """What the message says besides the name of the field and that it was wrong: «…, حمید درسته»."""
    left = without_verb(_PAUSE.split(text.strip(" .!"))[-1])
    if not left or _names_it(field, left):
        return None
    reading = interview.read(field.name, left, world.today)
    if reading.value is None or reading.value == conversation.facts.get(field.name):
        return None
    return settle(conversation, reading, left, {}, world)


def _names_it(field: Field, said: str) -> bool:
    """Whether what is left is still about the field, and no value of it."""
    return holds(plain(said), words_for(field)) or holds(plain(said), words().correction)


def _pieces(text: str) -> Iterator[str]:
    """Where the new value may stand, likeliest first: the right one of two, anywhere, after a pause."""
    yield from (pair.right for pair in pairs(text, named=False) if pair.firm)
    yield text
    yield from reversed(_PAUSE.split(text))
