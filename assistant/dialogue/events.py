"""What can happen in a conversation. Events are values: they are stored, and replayed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(_Event):
    """The person typed something: a story, an answer, a command, a number."""

    kind: Literal["said"] = "said"
    text: str


class Chose(_Event):
    """The person pressed an offered choice."""

    kind: Literal["chose"] = "chose"
    choice_id: str


class StaffAsked(_Event):
    """Legal staff need something; ``field`` is reopened, None takes the answer in free words.

    ``version`` says which handed-over version is meant; None is the latest.
    """

    kind: Literal["staff_asked"] = "staff_asked"
    question: str
    field: str | None = None
    version: int | None = None


class StaffReturned(_Event):
    """Legal staff sent the draft back."""

    kind: Literal["staff_returned"] = "staff_returned"
    reason: str
    version: int | None = None


class StaffApproved(_Event):
    """Legal staff approved the draft."""

    kind: Literal["staff_approved"] = "staff_approved"
    version: int | None = None


class Filed(_Event):
    """The authority has the petition."""

    kind: Literal["filed"] = "filed"
    tracking_code: str
    version: int | None = None


Event = Annotated[
    Said | Chose | StaffAsked | StaffReturned | StaffApproved | Filed, Field(discriminator="kind")
]
