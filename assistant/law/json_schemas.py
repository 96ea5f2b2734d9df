"""``corpus/schemas/*.json``: the contract of the data for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assistant.law.schemas import (
    Calculator,
    Claim,
    FieldSpec,
    Form,
    HolidayCalendar,
    LawChange,
    OfficialArticle,
    PartyGroup,
    Procedure,
    Question,
    Rule,
    ServiceGuide,
    Statute,
    Structure,
)
from assistant.law.yaml_files import write_atomically

FILES: dict[str, Any] = {
    "statute": Statute,
    "rules": list[Rule],
    "procedure": Procedure,
    "questions": list[Question],
    "service": ServiceGuide,
    "calculator": Calculator,
    "claim": Claim,
    "form": Form,
    "fields": list[FieldSpec],
    "parties": list[PartyGroup],
    "structures": list[Structure],
    "holidays": HolidayCalendar,
    "changelog": list[LawChange],
    "official-article": OfficialArticle,
}


def json_schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {f"{name}.json": _schema(name, model) for name, model in FILES.items()}


def write_json_schemas(folder: Path) -> list[str]:
    """Write the schemas that are not current; returns the names of those written."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = [name for name, text in json_schemas().items() if _stored(folder / name) != text]
    for name in stale:
        write_atomically(folder / name, json_schemas()[name].encode())
    return stale


def stale_json_schemas(folder: Path) -> list[str]:
    """The names of the schemas in the folder that differ from the models."""
    return [name for name, text in json_schemas().items() if _stored(folder / name) != text]


def _schema(name: str, model: Any) -> str:
    schema = TypeAdapter(model).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"dadkhah:{name}"}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


def _stored(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
