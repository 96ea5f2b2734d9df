"""Writing a form: a skeleton to begin with, and what is missing said in words."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from assistant.cli import app
from assistant.drafting.authoring import SkeletonError, form_problems, write_skeleton
from assistant.law import Corpus, load_corpus
from assistant.law.loading import reread_forms
from assistant.settings import settings
from tests.drafting.conftest import TODAY


@pytest.fixture
def workshop(corpus: Corpus, tmp_path: Path) -> Corpus:
    """A corpus whose templates lie in a folder of the test, without the form of the claim for maintenance."""
    templates = shutil.copytree(settings().templates_dir, tmp_path / "templates")
    shutil.rmtree(templates / "petitions" / "claims" / "wife-maintenance-claim")
    fresh, findings = reread_forms(replace(corpus, templates_dir=templates))
    assert findings == ()
    return fresh


@pytest.mark.parametrize(
    "slug", ["mahr-claim", "theft", "debt-demand", "objection-to-expert-report", "eviction-order"]
)
def test_a_skeleton_of_every_kind_can_be_read_and_says_what_it_lacks(slug: str, workshop: Corpus) -> None:
    shutil.rmtree(workshop.form_dir(slug))
    written = write_skeleton(slug, workshop)
    assert [path.name for path in written] == ["form.yaml", "body.j2", "example.yaml"]
    fresh, findings = reread_forms(workshop)
    assert findings == ()
    problems = list(form_problems(slug, fresh, TODAY, findings=()))
    assert any("no second reading yet" in problem for problem in problems)
    assert any("'…'" in problem or "example.yaml" in problem for problem in problems)


def test_a_skeleton_knows_what_its_claim_says(workshop: Corpus) -> None:
    (form, _, _) = write_skeleton("wife-maintenance-claim", workshop)
    record = yaml.safe_load(form.read_text(encoding="utf-8"))
    claim = workshop.claims["wife-maintenance-claim"]
    assert (record["title"], record["kind"]) == (claim.title, claim.kind)
    assert record["legal_basis"] == list(claim.legal_basis)
    assert record["parties"] == ["applicant", "opponent"]


def test_a_form_that_is_there_is_not_overwritten(workshop: Corpus) -> None:
    before = (workshop.form_dir("mahr-claim") / "form.yaml").read_bytes()
    with pytest.raises(SkeletonError, match="is there already"):
        write_skeleton("mahr-claim", workshop)
    assert (workshop.form_dir("mahr-claim") / "form.yaml").read_bytes() == before


def test_a_form_without_a_claim_is_refused_with_the_way_to_go(workshop: Corpus) -> None:
    with pytest.raises(SkeletonError, match="write the claim first"):
        write_skeleton("no-such-claim", workshop)


@pytest.mark.parametrize("slug", sorted(load_corpus().forms))
def test_every_form_of_the_product_is_finished(slug: str, corpus: Corpus) -> None:
    assert list(form_problems(slug, corpus, TODAY, findings=())) == []


def test_the_command_says_what_is_finished() -> None:
    said = CliRunner().invoke(app, ["forms", "check", "mahr-claim", "theft"])
    assert said.exit_code == 0, said.output
    assert "2 of 2 finished." in said.output


def test_the_command_refuses_a_form_that_there_is_not() -> None:
    said = CliRunner().invoke(app, ["forms", "check", "no-such-form"])
    assert said.exit_code == 2
    assert "no such form: no-such-form" in said.output
