"""What people read about evidence: ``templates/evidence/texts.yaml``."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.persian import to_persian_digits
from assistant.settings import settings

Kind = Literal["image", "pdf"]


class BundleWords(BaseModel):
    """The words on the pages of the bundle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: str  # with {title}
    untitled: str  # in place of the title of a petition that has none yet
    list: str
    cover: str  # with {number}
    named: str  # with {number} and {title}
    date: str
    number: str
    name: str
    kind: str
    pages: str
    begins: str
    page_count: str  # with {pages}
    page: str  # with {page} and {pages}
    asked_for: str  # with {paper}
    kinds: dict[Kind, str]


class Texts(BaseModel):
    """The file; texts with {names} are filled in by :func:`say`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    refusals: dict[str, str]
    untitled: dict[Kind, str]
    taken: str  # with {number} and {title}
    no_file: str  # with {path}
    bundle: BundleWords


@lru_cache(maxsize=1)
def texts() -> Texts:
    """Return the texts, read once."""
    path = settings().templates_dir / "evidence" / "texts.yaml"
    return Texts.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def say(template: str, **values: str | int) -> str:
    """Return a text with its names filled in; numbers come in Persian digits."""
    return template.format(
        **{
            name: to_persian_digits(str(value)) if isinstance(value, int) else value
            for name, value in values.items()
        }
    )
