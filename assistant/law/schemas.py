"""The law as data: the contract of everything under ``corpus/`` and ``templates/petitions/``.

These models *are* the contract: unknown keys are refused, values are frozen, and
``corpus/schemas/*.json`` is generated from them. Persian text lives in the data; a figure of
the law is written in text as ``{rule:ID}`` (see :mod:`assistant.law.rules`), never as digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

RULE_REFERENCE = re.compile(r"\{rule:([A-Za-z0-9-]+)((?:\.[A-Za-z0-9_-]+)*)\}")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]
ArticleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+:\S.*$")]
JalaliDate = Annotated[str, StringConstraints(pattern=r"^1[34]\d\d/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])$")]
Folder = Literal["briefs", "claims", "applications", "complaints", "notices"]
FormKind = Literal["لایحه", "دادخواست", "درخواست", "شکوائیه", "اظهارنامه"]
Confidence = Literal["verified", "secondary", "unsure"]
Review = Literal["needed"]
Unit = Literal["rial", "days", "ratio", "count", "years", "months"]
QuestionKind = Literal[
    "plain", "false-premise", "myth", "near-miss", "time-limit", "lawyer", "cost", "duration", "inaction",
]  # fmt: skip
FieldType = Literal[
    "text", "longtext", "national_id", "mobile", "postal_code", "jalali_date", "rial_amount",
    "enum", "case_number", "iban", "sayad_cheque_id", "integer", "percent", "party",
    "witness_list", "persons", "bool",
]  # fmt: skip


class Record(BaseModel):
    """A frozen record of data; an unknown key is an error, not an extension."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- statutes -----------------------------------------------------------------


class ArticleNote(Record):
    """One article of a law, told in plain Persian in our own words."""

    number: Text  # as printed in the official text: "1082", "10 مکرر"
    title: Text
    note: Text  # 1 to 4 plain sentences; may hold {rule:ID}
    keywords: tuple[Text, ...] = ()  # words lay people use for it
    asked: tuple[Text, ...] = ()  # lay wordings of problems this article answers
    links: tuple[ArticleId, ...] = ()  # related articles
    valid_from: JalaliDate | None = None
    valid_to: JalaliDate | None = None
    amended: Text | None = None  # what is known of amendments, in a few words
    checked: JalaliDate | None = None  # second reading against the official article
    review: Review | None = None  # a lawyer has still to check this note
    doubt: Text | None = None  # what exactly is in doubt


class Statute(Record):
    """A law and the notes on its articles: ``corpus/statutes/<law>.yaml``."""

    law: Slug
    title: Text
    short: tuple[Text, ...] = ()  # abbreviations people and lawyers use: «ق.م»
    year: Text | None = None
    articles: tuple[ArticleNote, ...]


# --- rules --------------------------------------------------------------------


class DatedValue(Record):
    """A value of a rule over a span of Jalali dates; open ends are null."""

    # A number, words, a pair [low, high], or named values: {days: 60, months: 2, days_abroad: 60}. Days are for
    # counting; a sibling in months or years at the same place is how the statute says the period.
    value: JsonValue
    valid_from: JalaliDate | None = None
    valid_to: JalaliDate | None = None


class Rule(Record):
    """A dated figure or principle of the law, referred to by id from every text."""

    id: RuleId
    category: Literal["jurisdiction", "fee", "deadline", "counting", "identity", "substance"]
    title: Text
    unit: Unit | None = None  # unit of numeric values; null for a principle in words
    values: tuple[DatedValue, ...] = Field(min_length=1)
    source: tuple[ArticleId, ...] = ()  # articles
    source_text: Text | None = None  # a source that is not an article of the corpus
    confidence: Confidence
    note: Text | None = None


# --- procedures ---------------------------------------------------------------


class Statement(Record):
    """One sentence or two that stand on records: articles cited, or rules referred to."""

    text: Text
    cites: tuple[ArticleId, ...] = ()

    @model_validator(mode="after")
    def _stands_on_something(self) -> Statement:
        if not self.cites and not RULE_REFERENCE.search(self.text):
            raise ValueError(f"statement cites no article and no rule: {self.text[:60]}")
        return self


class Route(Record):
    """A way to go from a problem; ``form`` is the slug of the form that opens it."""

    form: Slug | None = None
    title: Text
    text: Text
    cites: tuple[ArticleId, ...] = Field(min_length=1)


class Procedure(Record):
    """The guide of one form: ``corpus/procedures/<slug>.yaml``."""

    slug: Slug
    title: Text
    summary: tuple[Statement, ...] = Field(min_length=1)  # the short answer: what the law gives
    who: tuple[Statement, ...] = Field(min_length=1)
    routes: tuple[Route, ...] = Field(min_length=1)
    where: tuple[Statement, ...] = Field(min_length=1)
    steps: tuple[Statement, ...] = Field(min_length=2)
    documents: tuple[Statement, ...] = Field(min_length=1)
    cost: tuple[Statement, ...] = Field(min_length=1)
    time_limits: tuple[Statement, ...] = ()
    next: tuple[Statement, ...] = Field(min_length=1)  # what usually happens next, how it can end
    wrong_route: tuple[Statement, ...] = ()  # when this is not the way, and what is
    warnings: tuple[Statement, ...] = ()
    checked: JalaliDate | None = None
    review: Review | None = None
    doubt: Text | None = None


# --- questions ----------------------------------------------------------------


class Question(Record):
    """A question people ask, in several wordings, with an answer that stands on records."""

    id: Slug
    kind: QuestionKind = "plain"
    wordings: tuple[Text, ...] = Field(min_length=3)
    answer: tuple[Statement, ...] = Field(min_length=2, max_length=6)  # the first answers directly
    forms: tuple[Slug, ...] = ()
    checked: JalaliDate | None = None
    review: Review | None = None
    doubt: Text | None = None


# --- services -----------------------------------------------------------------


SERVICE_PARTS = (
    "purpose", "who", "steps", "asked_for", "cost", "time_limits", "never_give", "warnings",
)  # fmt: skip


class ServiceGuide(Record):
    """A service of the judiciary's single window: ``corpus/services/<slug>.yaml``."""

    slug: Slug
    title: Text
    asked: tuple[Text, ...] = Field(min_length=5)  # lay wordings, all different
    purpose: tuple[Statement, ...] = Field(min_length=1)  # what it is for; the first is the short answer
    who: tuple[Statement, ...] = Field(min_length=1)
    steps: tuple[Statement, ...] = Field(min_length=2)
    asked_for: tuple[Statement, ...] = Field(min_length=1)  # what the service asks of the person
    cost: tuple[Statement, ...] = ()
    time_limits: tuple[Statement, ...] = ()
    never_give: tuple[Statement, ...] = Field(min_length=1)  # one-time codes, passwords, card data
    warnings: tuple[Statement, ...] = ()
    forms: tuple[Slug, ...] = ()  # forms that people need next
    checked: JalaliDate | None = None
    review: Review | None = None
    doubt: Text | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that the guide says, in the order in which it is read."""
        return tuple(statement for part in SERVICE_PARTS for statement in getattr(self, part))


# --- calculators --------------------------------------------------------------


class CueGroup(Record):
    """Runs of words that speak for something, with the exceptions that take them back."""

    cues: tuple[Text, ...]
    unless: tuple[Text, ...] = ()


class CalculatorChoice(Record):
    """One value of a choice: how it is read, and the words by which a message tells it."""

    text: Text
    words: tuple[Text, ...] = ()


class CalculatorInput(Record):
    """Something a calculator must be told."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
    label: Text
    question: Text
    help: Text | None = None
    type: Literal["amount", "date", "year", "count", "choice", "yes_no", "branches"]
    required: bool = True
    default: str | int | bool | None = None  # a date's default may be «today»
    when: Text | None = None  # expression over the inputs before it
    words: tuple[Text, ...] = ()  # what is counted, as a message names it
    choices: Mapping[str, CalculatorChoice] = Field(default_factory=dict)


class CalculatorSentence(Record):
    """A sentence of the result; ``{name}`` is filled in by the calculator, ``{rule:ID}`` by the rules."""

    text: Text
    cites: tuple[ArticleId, ...] = Field(min_length=1)


class Calculator(Record):
    """A calculation that people need: ``corpus/calculators/<id>.yaml``."""

    id: Slug
    title: Text
    plain: Text  # the wish in the person's own voice
    recognise: CueGroup
    inputs: tuple[CalculatorInput, ...] = Field(min_length=1)
    said: Mapping[str, CalculatorSentence] = Field(min_length=1)
    labels: Mapping[str, Text] = Field(default_factory=dict)


# --- claims -------------------------------------------------------------------


class Claim(Record):
    """How people speak of the problem behind one form: ``corpus/claims/<slug>.yaml``."""

    slug: Slug
    folder: Folder
    kind: FormKind
    title: Text
    group: Text
    official_title: bool
    plain: Text  # the wish in the person's own voice: «می‌خواهم مهریه‌ام را بگیرم»
    route: Text
    first_steps: tuple[Text, ...]
    legal_basis: tuple[ArticleId, ...] = Field(min_length=1)
    synonyms: tuple[Text, ...]
    utterances: tuple[Text, ...] = Field(min_length=6)  # lay wordings, all different
    near_misses: tuple[Slug, ...]
    separating_questions: tuple[Text, ...]
    checked: JalaliDate | None = None


# --- forms --------------------------------------------------------------------


class FieldSpec(Record):
    """A field of the dictionary ``templates/petitions/fields.yaml``, shared by all forms."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
    label: Text
    type: FieldType
    question: Text
    help: Text
    example: Text
    pii: bool
    pattern: Text | None = None
    choices: tuple[Text, ...] = ()
    verbatim: bool = False  # the words of somebody else: no other fact is read out of them
    account: bool = False  # what happened, in words of one's own: a chat model may polish it


class FormField(Record):
    """A field as one form asks for it; the dictionary gives what is not said here."""

    name: str
    required: bool
    question: Text | None = None  # a better question for this form
    help: Text | None = None
    when: Text | None = None  # expression over the facts, e.g. "resides_abroad"
    ask: bool = False  # optional, but worth a question of its own (it can be skipped)


class Authority(Record):
    """To whom the paper is addressed, when ``when`` holds; the first that holds is taken."""

    to: Text
    when: Text | None = None
    reason: Text
    cites: tuple[ArticleId, ...] = ()


class Attachment(Record):
    """A paper that goes with the petition."""

    text: Text
    required: bool = True
    when: Text | None = None


class Deadline(Record):
    """Until when the paper can be filed; ``rule`` and ``runs_from`` allow the day to be counted."""

    text: Text
    rule: RuleId | None = None
    runs_from: str | None = None  # a date field of the form
    cites: tuple[ArticleId, ...] = ()


class CourtFee(Record):
    """How the court fee (هزینه دادرسی) of a paper is worked out: by the calculator ``court-fee``."""

    matter: Literal["financial", "nonfinancial", "complaint", "council", "administrative"]
    value: str | None = None  # the field with the sum in dispute; without it the fee is told in words only
    stage: Literal["first", "appeal", "extraordinary"] = "first"
    when: Text | None = None


class FormCheck(Record):
    """Facts that do not go together: when ``when`` holds, ``message`` is said at ``field``."""

    when: Text
    field: str
    message: Text
    level: Literal["error", "warning"] = "error"


class PartyGroup(Record):
    """What every form of a kind asks about the people in it, written once: ``templates/petitions/parties.yaml``."""

    id: Slug
    title: Text
    fields: tuple[FormField, ...] = Field(min_length=1)
    attachments: tuple[Attachment, ...] = ()
    legal_basis: tuple[ArticleId, ...] = ()  # what the shared templates may cite for such forms
    checks: tuple[FormCheck, ...] = ()


class Form(Record):
    """A form: ``templates/petitions/<folder>/<slug>/form.yaml``."""

    slug: Slug
    folder: Folder
    kind: FormKind
    title: Text
    structure: Slug  # the statutory structure it must meet, e.g. petition, criminal-complaint
    official_title: bool
    filer: Text
    parties: tuple[Slug, ...] = ()  # the groups of parties.yaml whose fields come before those of the form
    authority: tuple[Authority, ...] = Field(min_length=1)
    legal_basis: tuple[ArticleId, ...] = Field(min_length=1)
    fields: tuple[FormField, ...] = Field(min_length=1)
    attachments: tuple[Attachment, ...] = ()
    deadline: Deadline | None = None
    fee: Text
    court_fee: tuple[CourtFee, ...] = ()  # the first that holds is taken
    checks: tuple[FormCheck, ...] = ()
    warnings: tuple[Text, ...] = ()
    irreversible: Text | None = None  # the warning shown before the second confirmation
    doubts: tuple[Text, ...] = ()  # what a lawyer has still to check
    own_words: bool = False  # an accused's account is never put in other words
    checked: JalaliDate | None = None
    review: Review | None = None


# --- official texts -----------------------------------------------------------


class OfficialArticle(Record):
    """A line of the official texts that whoever runs the service imports."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    law: Slug
    law_title_fa: Text
    year: str | int | None = None
    article: Text
    text: Text
    heading: str | None = None
    note: str | None = None
    status: str = "current"
    former_text: str | None = None


# --- changelog ------------------------------------------------------------------


class LawChange(Record):
    """A change of the law that the notes already tell: ``corpus/changelog.yaml``, newest first."""

    date: JalaliDate  # since when, or when it was enacted where the law says no other day
    articles: tuple[ArticleId, ...] = Field(min_length=1)
    what: Text  # one plain sentence, without figures
    source: Text
    confidence: Confidence = "verified"


# --- what forms share ---------------------------------------------------------


class Structure(Record):
    """What a kind of paper must hold by statute: ``templates/petitions/structures.yaml``."""

    id: Slug
    title: Text
    source: tuple[ArticleId, ...] = Field(min_length=1)
    must_contain: tuple[Text, ...] = Field(min_length=1)
    note: Text | None = None


# --- calendar -----------------------------------------------------------------


MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])$")]
JalaliYear = Annotated[str, StringConstraints(pattern=r"^1[34]\d\d$")]


class HolidayTable(Record):
    """Holidays by month and day of the Jalali calendar, with where the table comes from."""

    source: Text
    confidence: Confidence
    days: Mapping[MonthDay, Text]


class HolidayCalendar(Record):
    """The official holidays: ``corpus/calendar/holidays.yaml``; Fridays are not among them."""

    fixed: HolidayTable  # every year
    leap: HolidayTable  # years with a 30 Esfand
    lunar: Mapping[JalaliYear, HolidayTable]  # a year without a table is unknown, not free of holidays
