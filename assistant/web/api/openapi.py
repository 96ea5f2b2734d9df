"""The description of the interface: what FastAPI makes of it, with the shape of problems and an example everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from assistant.web.api.shapes import examples

_METHODS = ("get", "put", "post", "delete", "patch")
_PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "An error as RFC 9457 tells it; `code` is stable, `errors` says which values are wrong.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code"],
                "properties": {
                    "field": {"type": ["string", "null"]},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            },
        },
    },
}


def describe(app: FastAPI) -> None:
    """Let ``app.openapi()`` return the whole description."""

    @lru_cache(maxsize=1)
    def description() -> dict[str, Any]:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schemas = made["components"]["schemas"]
        schemas["Problem"] = {**_PROBLEM, "examples": ["problem"]}
        for schema in schemas.values():
            if (
                "examples" in schema
            ):  # put in late: on its way through the framework an example loses its nulls
                [name] = schema["examples"]
                schema["examples"] = examples()[name]
        for content in _contents(made):
            _show_example(content, schemas)
        return made

    app.openapi = description  # type: ignore[method-assign]


def operations(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield method, path and operation of everything described."""
    for path, item in description["paths"].items():
        for method in _METHODS:
            if method in item:
                yield method, path, item[method]


def _contents(description: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for _method, _path, operation in operations(description):
        holders = [operation.get("requestBody", {}), *operation["responses"].values()]
        for holder in holders:
            yield from holder.get("content", {}).values()


def _show_example(content: dict[str, Any], schemas: dict[str, Any]) -> None:
    if "example" in content or "examples" in content:
        return
    schema = content["schema"]
    of_list = schema.get("type") == "array"
    name = (schema["items"] if of_list else schema)["$ref"].rsplit("/", 1)[-1]
    first = schemas[name]["examples"][0]
    content["example"] = [first] if of_list else first
