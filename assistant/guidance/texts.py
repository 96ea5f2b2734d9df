"""The Persian texts of guidance, read from ``templates/guidance/texts.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.guidance.model import Topic, Urgency


class Texts(BaseModel):
    """What is said around the records."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    urgent: dict[Urgency, str]
    out_of_scope: str
    not_understood: str
    either_or: str
    which: str
    second: str
    calculation: str
    asked: str
    shared: str
    sections: dict[Topic, str]
    unreviewed: str
    doubt: str
    quote: str


@lru_cache(maxsize=4)
def load_texts(templates_dir: Path) -> Texts:
    """Return the texts under a templates folder."""
    content = (templates_dir / "guidance" / "texts.yaml").read_bytes()
    return Texts.model_validate(yaml.load(content, yaml.CSafeLoader))
