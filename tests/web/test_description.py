"""The description of the interface and its page in docs/ can't drift from what is served."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from assistant.web.api.openapi import operations
from assistant.web.problems import catalogue
from tests.web.conftest import API

DOCS = Path(__file__).parents[2] / "docs" / "api.md"


@pytest.fixture
def description(client: TestClient) -> dict[str, Any]:
    return dict(client.get(f"{API}/openapi.json").json())


def validate(example: Any, schema: dict[str, Any], description: dict[str, Any]) -> None:
    whole = {**schema, "components": description["components"]}
    jsonschema.Draft202012Validator(whole).validate(example)


def contents(description: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for method, path, operation in operations(description):
        holders = {"request": operation.get("requestBody", {}), **operation["responses"]}
        for name, holder in holders.items():
            found += [(f"{method} {path} {name}", content) for content in holder.get("content", {}).values()]
    return found


def test_every_body_has_examples_that_fit_its_schema(description: dict[str, Any]) -> None:
    checked = 0
    for place, content in contents(description):
        shown = [content["example"]] if "example" in content else []
        shown += [each["value"] for each in content.get("examples", {}).values()]
        assert shown, place
        for example in shown:
            validate(example, content["schema"], description)
            checked += 1
    assert checked > 100


def test_every_example_of_a_shape_fits_it(description: dict[str, Any]) -> None:
    for schema in description["components"]["schemas"].values():
        for example in schema.get("examples", []):
            validate(example, schema, description)


def test_every_operation_says_what_it_does_and_how_it_can_fail(description: dict[str, Any]) -> None:
    for method, path, operation in operations(description):
        assert operation["description"], (method, path)
        failures = [status for status in operation["responses"] if status >= "400"]
        assert {"422", "500"} <= set(failures), (method, path)
        for status in failures:
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]


def test_parameters_have_examples(description: dict[str, Any]) -> None:
    for method, path, operation in operations(description):
        for parameter in operation.get("parameters", []):
            assert parameter["schema"].get("examples") or parameter.get("examples"), (
                method,
                path,
                parameter["name"],
            )


def test_every_operation_is_documented(description: dict[str, Any]) -> None:
    told = DOCS.read_text(encoding="utf-8")
    for method, path, _operation in operations(description):
        assert f"`{method.upper()} {path.removeprefix(API)}`" in told, (
            f"{method} {path} is not in docs/api.md"
        )


def test_every_problem_is_documented() -> None:
    told = DOCS.read_text(encoding="utf-8")
    for code in catalogue():
        assert f"`{code}`" in told, f"{code} is not in docs/api.md"
