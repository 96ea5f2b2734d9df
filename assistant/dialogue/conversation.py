"""The conversation as a value: small, frozen, and JSON all the way down."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

State = Literal["guidance", "choosing", "interview", "preview", "confirming", "done", "cancelled"]
Value = str | bool

LOG_LENGTH = 60  # the edge keeps every event; the state carries the recent ones
HISTORY_LENGTH = 60


class Part(BaseModel):
    """A frozen part of the conversation; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Part):
    """An answer that is offered; ``id`` is short ASCII (messengers carry 64 bytes), ``text`` is read."""

    id: str
    text: str


class Option(Part):
    """One way to understand an answer."""

    text: str
    value: Value


class Pending(Part):
    """A small question about an answer, open until it is settled.

    ``unit``: rial or toman? ``insist``: the value looks wrong, is it meant? ``meant``: is it this choice?
    ``restart``: leave the draft under way, to begin with ``text`` if there is one? ``staff``: what staff
    asked, to be answered in free words.
    """

    kind: Literal["unit", "insist", "meant", "restart", "staff"]
    question: str = ""
    options: tuple[Option, ...] = ()
    text: str = ""


class StaffQuestion(Part):
    """What legal staff asked about a version; ``field`` is reopened, or None for an answer in free words."""

    question: str
    field: str | None
    version: int


class Calculating(Part):
    """A calculation under way: what was told of its inputs, what was passed over, and in which order."""

    calculator: str
    inputs: dict[str, Value] = {}
    skipped: tuple[str, ...] = ()
    path: tuple[str, ...] = ()  # inputs behind us, for «برگرد»

    def told(self, name: str, value: Value) -> Calculating:
        """With an input told."""
        return self.model_copy(update={"inputs": {**self.inputs, name: value}, "path": (*self.path, name)})

    def passed(self, name: str) -> Calculating:
        """With an input passed over."""
        return self.model_copy(update={"skipped": (*self.skipped, name), "path": (*self.path, name)})

    def without(self, name: str) -> Calculating:
        """With an input open again."""
        left = {told: value for told, value in self.inputs.items() if told != name}
        rest = {key: tuple(one for one in getattr(self, key) if one != name) for key in ("skipped", "path")}
        return self.model_copy(update={"inputs": left, **rest})


class Conversation(Part):
    """Everything a conversation knows. What the person reads is made from it, never kept in it."""

    state: State = "guidance"
    paused: State | None = None  # where «ادامه» goes back to after «لغو»

    # what was told
    stories: tuple[str, ...] = ()
    later: tuple[str, ...] = ()  # forms of other problems told, to come to afterwards
    log: tuple[str, ...] = ()  # everything typed, the most recent last

    # choosing
    offers: tuple[str, ...] = ()  # slugs, best first
    clarify: str | None = None  # the question that separates close forms
    offered: tuple[Choice, ...] = ()  # what a number or a text can pick now

    # the interview
    form: str | None = None
    facts: dict[str, Value] = {}
    asking: str | None = None
    amending: bool = False  # a known fact is being corrected
    skipped: tuple[str, ...] = ()  # optional fields passed over
    unsure: tuple[str, ...] = ()  # required fields answered with «نمی‌دانم»: explained once
    aside: tuple[str, ...] = ()  # required fields put off to the end
    history: tuple[str, ...] = ()  # fields answered or passed over, for «برگرد»
    pending: Pending | None = None
    repeats: int = 0  # how often the open question was put again
    misread: tuple[str, ...] = ()  # answers to it that were not understood
    turned_down: tuple[str, ...] = ()  # choices asked about and denied
    wording: dict[str, str] = {}  # accounts as they were told, and as they are printed

    calculator: str | None = None  # the calculator that the last message asks for, offered
    calculating: Calculating | None = None  # until its result is said

    # drafts
    version: int = 1  # of the draft under way; grows over the whole conversation
    since: int = 1  # first version of this matter
    submitted: tuple[int, ...] = ()
    changed: bool = False  # something differs from the version that was handed over
    staff: StaffQuestion | None = None
    standing: Literal["waiting", "returned", "approved", "filed"] | None = None
    tracking_code: str | None = None

    def but(self, **changes: Any) -> Conversation:
        """The same conversation with some parts changed."""
        return self.model_copy(update=changes)

    def heard(self, text: str) -> Conversation:
        """With a typed text in the log."""
        return self.but(log=(*self.log, text)[-LOG_LENGTH:])

    def passed(self, field: str) -> Conversation:
        """With a field as the last one behind us."""
        history = (*(name for name in self.history if name != field), field)
        return self.but(history=history[-HISTORY_LENGTH:])

    @property
    def the_form(self) -> str:
        """The slug under way, where there must be one."""
        if self.form is None:
            raise ValueError(f"no form is chosen in state {self.state}")
        return self.form

    @property
    def the_field(self) -> str:
        """The field that is asked for, where there must be one."""
        if self.asking is None:
            raise ValueError(f"nothing is asked in state {self.state}")
        return self.asking

    @property
    def the_calculation(self) -> Calculating:
        """The calculation under way, where there must be one."""
        if self.calculating is None:
            raise ValueError("no calculation is under way")
        return self.calculating

    def since_asked(self, before: Conversation) -> Conversation:
        """Forget what was misread before, where another question is open now."""
        same = (self.state, self.form, self.asking) == (before.state, before.form, before.asking)
        return self if same else self.but(repeats=0, misread=(), turned_down=())

    def put_again(self, before: Conversation) -> Conversation:
        """Count how often the open question was put."""
        now = self.since_asked(before)
        other = self.pending is not None or self.calculating is not None  # another question is put first
        asked_again = now is self and self.state == "interview" and not other
        return now.but(repeats=before.repeats + 1) if asked_again else now

    def without(self, field: str) -> Conversation:
        """With nothing noted against asking for a field."""
        rest = {
            name: tuple(other for other in getattr(self, name) if other != field)
            for name in ("skipped", "unsure", "aside")
        }
        return self.but(**rest)

    @property
    def under_way(self) -> bool:
        """Whether a draft would be lost by starting anew."""
        return self.form is not None and self.state != "done"

    @property
    def sent(self) -> bool:
        """Whether the version under way was handed over."""
        return self.version in self.submitted


def new_matter(conversation: Conversation) -> Conversation:
    """Begin another matter: who the person is stays known, and version numbers go on."""
    version = max((*conversation.submitted, 0)) + 1
    return Conversation(
        facts={name: value for name, value in conversation.facts.items() if name.startswith("applicant_")},
        later=conversation.later,
        log=conversation.log,
        version=version,
        since=version,
        submitted=conversation.submitted,
    )
