"""What the conversation wants done, as values: the edge does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.dialogue.conversation import Value


@dataclass(frozen=True, slots=True)
class RenderDocuments:
    """Render the confirmed petition: PDF, DOCX, text, JSON."""

    form: str
    facts: Mapping[str, Value]
    version: int
    wording: Mapping[str, str]  # accounts that are printed in other words


@dataclass(frozen=True, slots=True)
class SubmitDraft:
    """Hand the confirmed version to legal staff; emitted at most once for each version."""

    form: str
    facts: Mapping[str, Value]
    version: int


@dataclass(frozen=True, slots=True)
class AnswerStaff:
    """The citizen's answer to a question of staff.

    ``field`` and ``facts`` hold the changed fact where a field was asked; ``answer`` is what the person typed.
    ``version`` is the handed-over version that the question was about.
    """

    question: str
    answer: str
    field: str | None
    facts: Mapping[str, Value]
    version: int


Command = RenderDocuments | SubmitDraft | AnswerStaff
