"""What is still missing or wrong in a form, said to the one who writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import yaml
from jinja2 import TemplateError

from assistant.drafting.composition import compose
from assistant.drafting.documents.text import render_text
from assistant.drafting.filters import MissingFact
from assistant.drafting.markup import MarkupError, persian_digits
from assistant.drafting.petition import Petition
from assistant.drafting.validation import normalise_facts
from assistant.law.check import check_forms
from assistant.law.corpus import Corpus
from assistant.law.findings import Finding
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate

# What a template leaves behind when a fact or a bracket went wrong.
TRACES = ("{{", "}}", "{%", "{rule", "{place", "None", "True", "False", "()", "[]", "«»", "،،", "..", "…")
_SPACE_BEFORE = re.compile(r" [ ،.؛:]")
_EMPTY_ITEM = re.compile(r"(?m)^\s*[۰-۹]+-\s*$")
_LATIN_DIGIT, _LATIN_LETTER = re.compile(r"[0-9]"), re.compile(r"[A-Za-z]")
_FOREIGN_LETTERS = re.compile("[يكة٠-٩]")


def form_problems(
    slug: str, corpus: Corpus, today: JalaliDate, findings: Iterable[Finding] | None = None
) -> Iterator[str]:
    """Everything that keeps a form from being finished; nothing when it is.

    ``findings`` are those of the corpus check, for whoever looks at many forms.
    """
    form = corpus.forms[slug]
    marks = (f"{form.folder}/{slug}/", f" {slug} ")
    for finding in check_forms(corpus) if findings is None else findings:
        if finding.level != "info" and any(mark in f"{finding.where} " for mark in marks):
            yield f"{finding.where}: {finding.message}"
    folder = corpus.form_dir(slug)
    for name in ("body.j2", "example.yaml"):
        if not (folder / name).exists():
            yield f"{name}: not written yet"
            return
    if form.checked is None:
        yield "form.yaml: no second reading yet; the second reader sets 'checked'"
    yield from _example_problems(form, corpus, today)


def example_facts(corpus: Corpus, slug: str) -> dict[str, object]:
    """The facts of the example that stands beside the form.

    Raises:
        OSError: there is none.
        ValueError: it is no mapping of field names to values.
    """
    facts = yaml.safe_load((corpus.form_dir(slug) / "example.yaml").read_text(encoding="utf-8"))
    if not isinstance(facts, dict):
        raise ValueError("example.yaml: one 'field: value' in a line is expected")
    return facts


def paper_problems(petition: Petition) -> Iterator[str]:
    """What is wrong with the words of a paper, whatever it says."""
    text = render_text(petition)
    yield from (f"the paper shows {trace!r}: mend body.j2" for trace in TRACES if trace in text)
    if found := _SPACE_BEFORE.search(text):
        yield f"a blank too many: «{text[max(0, found.start() - 30) : found.end()]}»"
    if _EMPTY_ITEM.search(text):
        yield "an empty item of a list"
    for block, following in zip(petition.blocks, (*petition.blocks[1:], None), strict=True):
        if block.kind == "heading" and (following is None or following.kind == "heading"):
            yield f"nothing stands under «{block.text}»"
    for word in text.split():
        if _LATIN_DIGIT.search(word) and not _LATIN_LETTER.search(word):
            yield f"Latin digits in «{word}»"
    if _FOREIGN_LETTERS.search(text):
        yield "Arabic letters or digits"


def structure_problems(petition: Petition, form: Form, corpus: Corpus) -> Iterator[str]:
    """What the statute asks of this kind of paper and the text does not show."""
    structure = corpus.structures[form.structure]
    probes = _probes(corpus.templates_dir / "petitions" / "structure_probes.yaml")[structure.id]
    text = render_text(petition)
    facts = {name: _as_printed(value) for name, value in petition.facts.items()}
    for wanted in structure.must_contain:
        for pattern in probes[wanted]:
            probe = re.sub(r"\{([a-z_]+)\}", lambda found: facts.get(found[1], r"\b\B"), pattern)
            if not re.search(probe, text):
                yield f"{structure.title} must hold: {wanted}"


def _example_problems(form: Form, corpus: Corpus, today: JalaliDate) -> Iterator[str]:
    try:
        raw = example_facts(corpus, form.slug)
    except (ValueError, yaml.YAMLError) as problem:
        yield f"example.yaml: {problem}"
        return
    given, errors = normalise_facts(form, raw, corpus, today)
    if errors:
        yield from (f"example.yaml › {error.field}: {error.message}" for error in errors)
        return
    required = {field.name for field in form.fields if field.required}
    try:
        petition = compose(form, given, corpus, today)
        bare = compose(form, {name: given[name] for name in given if name in required}, corpus, today)
    except (MissingFact, MarkupError, LookupError, TemplateError) as problem:
        yield f"body.j2: {problem}"
        return
    yield from paper_problems(petition)
    yield from structure_problems(petition, form, corpus)
    yield from (f"with the required facts alone: {problem}" for problem in paper_problems(bare))


@lru_cache(maxsize=4)
def _probes(path: Path) -> dict[str, dict[str, list[str]]]:
    probes: dict[str, dict[str, list[str]]] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return probes


def _as_printed(value: str | bool) -> str:
    """A fact as the paper shows it: Persian digits, its lines anywhere between other words."""
    lines = [re.escape(persian_digits(" ".join(line.split()))) for line in str(value).splitlines()]
    return r"[\s\S]*?".join(lines)
