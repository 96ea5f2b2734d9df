"""What the pages for lawyers call things, read from ``templates/report/texts.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class ReportTexts(BaseModel):
    """Names of kinds, parts and areas."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    kinds: Mapping[str, str]
    folders: Mapping[str, str]
    services: str
    parts: Mapping[str, str]
    topics: Mapping[str, str]


def report_texts(folder: Path) -> ReportTexts:
    """The texts of the templates in this folder."""
    return ReportTexts.model_validate(yaml.load((folder / "texts.yaml").read_bytes(), yaml.CSafeLoader))
