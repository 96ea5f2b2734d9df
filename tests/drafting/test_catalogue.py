"""The catalogue against the reference facts: 148 forms, 63 of them briefs, with the structures of the statutes."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.law import Corpus
from assistant.settings import PROJECT

OFFICIAL = Path(os.environ.get("DADKHAH_OFFICIAL_DIR", PROJECT.parent / "shared" / "statutes"))
FACTS = OFFICIAL.parent / "procedure"
# Where another field asks the same in the words of the statute.
ASKED_BETTER = {("civil-retrial", "ground_of_challenge"): "retrial_ground"}  # the cases of article 426
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason=f"no reference facts at {FACTS}")


def reference(name: str) -> Any:
    return json.loads((FACTS / name).read_text(encoding="utf-8"))


def test_there_are_exactly_63_briefs_among_148_forms(corpus: Corpus) -> None:
    folders = Counter(form.folder for form in corpus.forms.values())
    assert folders == {"briefs": 63, "claims": 46, "complaints": 20, "notices": 12, "applications": 7}


@needs_facts
def test_every_form_of_the_reference_is_here_under_its_title(corpus: Corpus) -> None:
    for known in reference("forms.json"):
        form = corpus.forms[known["slug"]]
        assert (form.folder, form.kind, form.title) == (known["folder"], known["kind"], known["title_fa"])
        assert form.official_title == known["official_title"]
        assert form.irreversible or not known["irreversible"]


@needs_facts
def test_what_the_reference_asks_for_is_asked(corpus: Corpus) -> None:
    for known in reference("forms.json"):
        fields = {field.name: field for field in corpus.forms[known["slug"]].fields}
        for wanted in known["fields"]:
            assert wanted["name"] in fields, f"{known['slug']}: {wanted['name']}"
            asked = fields[ASKED_BETTER.get((known["slug"], wanted["name"]), wanted["name"])]
            conditional = asked.when is not None or asked.ask
            assert asked.required or conditional or not wanted["required"], f"{known['slug']}: {asked.name}"


@needs_facts
def test_the_structures_are_those_of_the_statutes(corpus: Corpus) -> None:
    for name, known in reference("rules.json")["form_structures"].items():
        structure = corpus.structures[name.replace("_", "-")]
        assert list(structure.must_contain) == known["must_contain"]
        assert list(structure.source) == [
            f"{source['law']}:{source['article']}" for source in known["source"]
        ]
