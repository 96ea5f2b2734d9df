"""A petition (دادخواست، لایحه، شکوائیه …) as a value: what every document is drawn from.

``petition.json`` is this model, and ``corpus/schemas/petition.json`` its schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Facts = Mapping[str, str | bool]
Wording = Mapping[str, str]  # an account as it was told, and as it is printed


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Heading(_Record):
    """A heading within the paper."""

    kind: Literal["heading"] = "heading"
    text: str


class Addressee(_Record):
    """To whom the paper speaks: «ریاست محترم دادگاه …»."""

    kind: Literal["addressee"] = "addressee"
    text: str


class Paragraph(_Record):
    """A paragraph of prose."""

    kind: Literal["paragraph"] = "paragraph"
    text: str


class Items(_Record):
    """A list, numbered or not."""

    kind: Literal["items"] = "items"
    ordered: bool
    items: tuple[str, ...]


class Row(_Record):
    """A row of a table: its label is the header of the row; a cell may hold several lines."""

    label: str
    cells: tuple[str, ...]


class Table(_Record):
    """A table; ``columns`` names label column and cells, or is empty where labels say enough."""

    kind: Literal["table"] = "table"
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...]


class Signature(_Record):
    """The place for name, date and signature or fingerprint."""

    kind: Literal["signature"] = "signature"
    role: str
    name: str
    date: str  # Jalali: 1405/09/03


Block = Annotated[Heading | Addressee | Paragraph | Items | Table | Signature, Field(discriminator="kind")]


class Citation(_Record):
    """An article on which the petition stands."""

    id: str  # civil-code:1082
    label: str  # «ماده ۱۰۸۲ قانون مدنی»


class DeadlineNote(_Record):
    """Until when the paper can be filed, counted where law and facts allow it."""

    text: str
    last_day: str | None = None  # last lawful day, Jalali
    advised_day: str | None = None  # act by this day
    passed: bool = False
    message: str | None = None  # the sentence for the citizen


class CourtFeeNote(_Record):
    """The court fee (هزینه دادرسی) worked out for this paper, in rial; a range where practice differs."""

    low: int
    high: int
    text: str  # the sentence for the citizen
    cautions: tuple[str, ...] = ()  # how old or unsure the tariff is


class Petition(_Record):
    """A composed petition.

    ``warnings``, ``cautions``, ``fee``, ``deadline`` and ``authority_reason`` speak to the citizen and are not
    part of the paper; ``blocks`` are the paper.
    """

    form: str
    kind: str
    title: str
    subject: str  # the title of the form
    addressed_to: str
    authority_reason: str
    date: str  # Jalali day of drafting
    blocks: tuple[Block, ...]
    attachments: tuple[str, ...]
    legal_basis: tuple[Citation, ...]
    claim_value: int | None = None  # rial
    fee: str
    court_fee: CourtFeeNote | None = None
    deadline: DeadlineNote | None = None
    warnings: tuple[str, ...]
    cautions: tuple[str, ...] = ()  # what these very facts give cause to say
    facts: dict[str, str | bool]


def petition_schema() -> str:
    """The JSON schema of ``petition.json``: the text of ``corpus/schemas/petition.json``."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "dadkhah:petition"}
    return json.dumps(head | Petition.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
