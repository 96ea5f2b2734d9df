"""The evaluation sets of ``evals/datasets``: one frozen model a line, one small loader a set.

What each set is for, and how it was written, stands in ``evals/datasets/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from assistant.law.schemas import ArticleId, Slug, Text

Split = Literal["dev", "test"]
Urgency = Literal["danger", "deadline", "detention"]
Style = Literal["colloquial", "formal", "finglish", "typo"]
ExampleId = Annotated[str, StringConstraints(pattern=r"^[a-z]-(dev|test)-\d{3,4}$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
Facts = Mapping[FieldName, str | bool]

FOLDER = Path(__file__).with_suffix("")


class Example(BaseModel):
    """One line of a set; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ExampleId


class KeyPoint(BaseModel):
    """Something that a complete and right answer says.

    ``terms`` recognise it: of each group one alternative at least stands near the others, as a part of a word.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    point: Text
    terms: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = Field(min_length=1)


class Question(Example):
    """A lay question, every article that truly answers it, and what an answer must say."""

    question: Text
    articles: tuple[ArticleId, ...] = Field(min_length=1, max_length=6)
    style: Style
    area: Slug
    key_points: tuple[KeyPoint, ...] = Field(min_length=1, max_length=3)


class Utterance(Example):
    """How a person says what they want; ``form`` is null where no form of the catalogue fits."""

    text: Text
    form: Slug | None
    also: tuple[Slug, ...] = ()  # forms that would be just as right
    out_of_scope: bool | None = None  # only where form is null: not a legal matter at all

    @model_validator(mode="after")
    def _says_why_no_form_fits(self) -> Utterance:
        if (self.form is None) != (self.out_of_scope is not None):
            raise ValueError("out_of_scope is said exactly where form is null")
        if self.also and (self.form is None or self.form in self.also):
            raise ValueError("also lists other forms, beside one that fits")
        return self


class TriageCase(Example):
    """A message that is urgent, ordinary or none of our business."""

    text: Text
    out_of_scope: bool
    urgent: Urgency | None

    @model_validator(mode="after")
    def _nobody_in_need_is_turned_away(self) -> TriageCase:
        if self.urgent and self.out_of_scope:
            raise ValueError("an urgent message is never out of scope")
        return self


class ExtractionCase(Example):
    """A story told for a form, and the facts that it clearly states, normalised."""

    form: Slug
    text: Text
    facts: Facts = Field(min_length=1)


class Interruption(BaseModel):
    """A question the person asks instead of answering, once ``after_field`` has been answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after_field: FieldName
    say: Text


class Correction(Interruption):
    """An earlier answer set right in passing; ``value`` is the normalised fact from then on."""

    field: FieldName
    value: str | bool


class Expectation(BaseModel):
    """How the conversation must end: these facts among all, in this state."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    facts: Facts = Field(min_length=1)
    state: Literal["done"]


class ScriptedConversation(Example):
    """A person with a script: a driver answers whatever is asked until the petition is confirmed."""

    title: Text
    form: Slug
    persona: Text
    opening: Text
    answers: Mapping[FieldName, Text]
    bad_answers: Mapping[FieldName, Text] = Field(default_factory=dict)  # typed first, once
    interruptions: tuple[Interruption, ...] = ()
    corrections: tuple[Correction, ...] = ()
    expect: Expectation


class Judgement(BaseModel):
    """What a reader found of a key point in an answer; it goes before what the terms found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ExampleId
    point: int = Field(ge=0)
    answer: str  # hash of the answer judged
    said: bool


ExampleT = TypeVar("ExampleT", bound=Example)


def _load(name: str, split: Split, model: type[ExampleT]) -> tuple[ExampleT, ...]:
    lines = (FOLDER / f"{name}.{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(model.model_validate_json(line) for line in lines)


def load_judgements() -> tuple[Judgement, ...]:
    """A reader's judgements of answers: ``evals/judgements/answers.jsonl``."""
    path = FOLDER.parent / "judgements" / "answers.jsonl"
    return tuple(Judgement.model_validate_json(line) for line in path.read_text("utf-8").splitlines())


def load_questions(split: Split) -> tuple[Question, ...]:
    """Lay legal questions with their relevant articles."""
    return _load("questions", split, Question)


def load_utterances(split: Split) -> tuple[Utterance, ...]:
    """Lay wishes with the form that fits."""
    return _load("utterances", split, Utterance)


def load_triage(split: Split) -> tuple[TriageCase, ...]:
    """Messages with scope and urgency."""
    return _load("triage", split, TriageCase)


def load_extraction(split: Split) -> tuple[ExtractionCase, ...]:
    """Stories with the facts they state."""
    return _load("extraction", split, ExtractionCase)


def load_conversations(split: Split) -> tuple[ScriptedConversation, ...]:
    """Whole conversations, scripted from the opening to the second confirmation."""
    return _load("conversations", split, ScriptedConversation)
