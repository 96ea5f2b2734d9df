"""What the interview says: texts of problems, confirmations and notes, from ``templates/petitions/messages.yaml``."""

from __future__ import annotations

from functools import lru_cache

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.drafting.markup import persian_digits
from assistant.settings import settings


class YesNo(BaseModel):
    """Words that mean yes and words that mean no."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    affirm: tuple[str, ...]
    deny: tuple[str, ...]
    affirm_verbs: tuple[str, ...]  # beginnings of words that say yes in a sentence
    deny_verbs: tuple[str, ...]


class Messages(BaseModel):
    """All texts of the interview, by code."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    problems: dict[str, str]  # {label} and {example} of the field may be used
    warnings: dict[str, str]
    confirm_unit: str  # {number}
    confirm_scale: str  # {number}
    units: dict[str, str]  # rial, toman, thousand, million, exactly: how the options read; {amount}
    words: YesNo
    unknown: dict[str, str]  # what stands in the paper when the person does not know
    nothing: dict[str, str]  # what stands in the paper when there is nothing to be told
    deadline: dict[str, str]


@lru_cache(maxsize=1)
def messages() -> Messages:
    """The texts, read once."""
    path = settings().templates_dir / "petitions" / "messages.yaml"
    return Messages.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def problem_text(code: str, label: str, example: str) -> str:
    """What to say to the person about a problem; names what is expected, with an example."""
    return messages().problems[code].format(label=label, example=persian_digits(example))
