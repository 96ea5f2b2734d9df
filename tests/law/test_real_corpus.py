"""The corpus that is shipped: it loads fast, and the check finds no error in it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import JsonValue

from assistant.law import Corpus, Finding, check_corpus, read_corpus
from assistant.law.json_schemas import stale_json_schemas
from assistant.law.prose import prose
from assistant.law.rules import references
from assistant.settings import PROJECT

CORPUS, TEMPLATES = PROJECT / "corpus", PROJECT / "templates"
SCHEMA_OF = {
    "statute": CORPUS.glob("statutes/*.yaml"),
    "rules": CORPUS.glob("rules/*.yaml"),
    "procedure": CORPUS.glob("procedures/*.yaml"),
    "questions": CORPUS.glob("questions/*.yaml"),
    "claim": CORPUS.glob("claims/*.yaml"),
    "holidays": CORPUS.glob("calendar/holidays.yaml"),
    "changelog": CORPUS.glob("changelog.yaml"),
    "form": TEMPLATES.glob("petitions/*/*/form.yaml"),
    "fields": TEMPLATES.glob("petitions/fields.yaml"),
    "structures": TEMPLATES.glob("petitions/structures.yaml"),
}
TODAY = "1405/09/03"


@pytest.fixture(scope="module")
def loaded() -> tuple[Corpus, tuple[Finding, ...]]:
    return read_corpus(CORPUS, TEMPLATES)


def test_every_record_fits_its_schema(loaded: tuple[Corpus, tuple[Finding, ...]]) -> None:
    assert not loaded[1], "\n" + "\n".join(map(str, loaded[1]))


def test_the_corpus_check_finds_no_error(loaded: tuple[Corpus, tuple[Finding, ...]]) -> None:
    errors = [str(finding) for finding in check_corpus(loaded[0]) if finding.level == "error"]
    assert not errors, "\n" + "\n".join(errors)


def test_every_text_with_a_rule_can_be_said_today(loaded: tuple[Corpus, tuple[Finding, ...]]) -> None:
    corpus = loaded[0]
    for piece in prose(corpus):
        said = corpus.rules.render(piece.text, TODAY)
        assert len(said.uses) == len(set(references(piece.text)))
        assert "{rule" not in said.text


def test_a_period_in_months_or_years_agrees_with_its_days(loaded: tuple[Corpus, tuple[Finding, ...]]) -> None:
    days_of = {"months": {30}, "years": {360, 365}}
    for rule in loaded[0].rules.values():
        for dated in rule.values:
            value = dated.value if isinstance(dated.value, dict) else {}
            for key, larger in value.items():
                unit = key.removesuffix("_abroad")
                if unit in days_of:
                    days = value[key.replace(unit, "days")]
                    for name, count in _named(larger).items():
                        assert _named(days)[name] / count in days_of[unit], f"{rule.id}: {key}"


def _named(value: JsonValue) -> dict[str, float]:
    """A number, or named numbers."""
    named = value if isinstance(value, dict) else {"": value}
    return {name: number for name, number in named.items() if isinstance(number, int | float)}


def test_the_json_schemas_are_current() -> None:
    assert stale_json_schemas(CORPUS / "schemas") == [], "run 'dadkhah corpus schemas'"


@pytest.mark.parametrize("name", SCHEMA_OF)
def test_editors_with_the_json_schema_accept_what_the_loader_accepts(name: str) -> None:
    schema: dict[str, Any] = json.loads((CORPUS / "schemas" / f"{name}.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    for path in SCHEMA_OF[name]:
        data = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        problems = [f"{path.name}: {problem.message}" for problem in validator.iter_errors(data)]
        assert not problems
