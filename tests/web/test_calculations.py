"""Calculations over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.calculation import CALCULATORS
from assistant.service import Rooms, Service
from assistant.web.app import create_app
from tests.web.conftest import API, assert_problem


def post(client: TestClient, calculator: str, **inputs: Any) -> Any:
    return client.post(f"{API}/calculations", json={"calculator": calculator, "inputs": inputs})


def test_all_calculators_are_listed_with_what_they_are_told(client: TestClient, rooms: Rooms) -> None:
    listed = client.get(f"{API}/calculators").json()
    assert [calculator["id"] for calculator in listed] == list(CALCULATORS)
    for calculator in listed:
        specs = rooms.corpus.calculators[calculator["id"]].inputs
        assert [told["name"] for told in calculator["inputs"]] == [spec.name for spec in specs]
        assert all(told["question"] and told["label"] for told in calculator["inputs"])
    mahr = next(calculator for calculator in listed if calculator["id"] == "mahr")
    price = next(told for told in mahr["inputs"] if told["name"] == "price")
    assert (price["type"], price["required"], price["conditional"]) == ("amount", True, True)


def test_a_calculation_is_answered_with_figures_sentences_and_cautions(client: TestClient) -> None:
    answer = post(client, "court-fee", value="۵۰۰ میلیون تومان")
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {"calculator", "title", "inputs", "figures", "lines", "cautions"}
    assert body["figures"] == {"low": 173_000_000, "high": 175_000_000}
    assert body["inputs"] == {"matter": "financial", "value": "5000000000", "stage": "first"}
    assert {rule["id"] for line in body["lines"] for rule in line["rules"]} == {"F01", "F02", "F01-ceiling"}
    assert body["lines"][0]["citations"][0]["article"] == "503"
    assert "۱۴۰۲/۰۱/۰۱" in body["cautions"][0]


def test_plain_values_are_taken_and_a_bare_sum_is_rial(client: TestClient) -> None:
    family = {"deceased": "man", "wives": 1, "father": False, "mother": False, "sons": 1, "daughters": 0}
    answer = post(client, "inheritance", **family, estate=8_000_000_000, debts=None)
    assert answer.json()["figures"]["wives_rial"] == 1_000_000_000


def test_every_input_that_is_wrong_is_told(client: TestClient) -> None:
    problem = assert_problem(post(client, "deadline", served="کی", period="T99"), 422, "wrong-inputs")
    assert [(error["field"], error["code"]) for error in problem["errors"]] == [
        ("served", "date"),
        ("period", "choice"),
    ]
    assert all(error["message"] for error in problem["errors"])
    missing = assert_problem(post(client, "maintenance"), 422, "wrong-inputs")
    assert [error["field"] for error in missing["errors"]] == ["monthly", "start"]


def test_an_unknown_calculator_is_a_problem(client: TestClient) -> None:
    assert_problem(post(client, "horoscope"), 404, "unknown-calculator")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"calculator": "mahr"},
        {"calculator": "", "inputs": {}},
        {"calculator": "mahr", "inputs": []},
        {"calculator": "mahr", "inputs": {"coins": [1]}},
        {"calculator": "mahr", "inputs": {}, "more": 1},
    ],
)
def test_a_body_of_another_shape_is_refused(client: TestClient, body: dict[str, Any]) -> None:
    assert_problem(client.post(f"{API}/calculations", json=body), 422, "invalid-request")


def test_calculations_are_counted_like_other_questions(make_service: Callable[..., Service]) -> None:
    with TestClient(create_app(make_service(requests_per_minute=2))) as client:
        answers = [post(client, "court-fee", value=1000).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
