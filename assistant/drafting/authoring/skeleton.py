"""The skeleton of a new form: three files to fill, made of what its claim already says."""

from __future__ import annotations

from pathlib import Path

import yaml

from assistant.law.corpus import Corpus
from assistant.law.schemas import Claim

_BASES = {
    "briefs": ("brief", "brief", ["brief"]),
    "claims": ("claim", "petition", ["applicant", "opponent"]),
    "applications": ("application", "petition", ["applicant", "opponent"]),
    "complaints": ("complaint", "criminal-complaint", ["applicant"]),
    "notices": ("notice", "official-notice", ["applicant", "opponent"]),
}
_BODIES = {
    "brief": ("subject", "points", "request"),
    "claim": ("claim", "story", "law", "request"),
    "application": ("subject", "story", "law", "request"),
    "complaint": ("subject", "story", "law", "request"),
    "notice": ("subject", "statement", "demand"),
}
_BLOCKS = {
    "subject": "{{ form.title }}",
    "claim": "{{ form.title }}",
    "points": "\n<item>…</item>\n",
}
_PARAGRAPH = "\n<p>…</p>\n"


class SkeletonError(ValueError):
    """A form that cannot be begun; the message says why and what to do."""


def write_skeleton(slug: str, corpus: Corpus) -> list[Path]:
    """Write form.yaml, body.j2 and example.yaml of a form that has none.

    Raises:
        SkeletonError: the catalogue has no such claim, or the form is there already.
    """
    claim = corpus.claims.get(slug)
    if claim is None:
        raise SkeletonError(
            f"no corpus/claims/{slug}.yaml: write the claim first, the form is named after it"
        )
    folder = corpus.templates_dir / "petitions" / claim.folder / slug
    if folder.exists():
        raise SkeletonError(f"{folder} is there already: `dadkhah forms check {slug}` says what it lacks")
    folder.mkdir(parents=True)
    base, structure, groups = _BASES[claim.folder]
    files = {
        "form.yaml": _form(claim, structure, groups),
        "body.j2": _body(base),
        "example.yaml": _example(groups, corpus),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _form(claim: Claim, structure: str, groups: list[str]) -> str:
    record = {
        "slug": claim.slug,
        "folder": claim.folder,
        "kind": claim.kind,
        "title": claim.title,
        "structure": structure,
        "official_title": claim.official_title,
        "filer": "…",
        "parties": groups,
        "authority": [{"to": "…", "reason": "…", "cites": [claim.legal_basis[0]]}],
        "legal_basis": list(claim.legal_basis),
        "fields": [{"name": "facts", "required": True}],
        "fee": "…",
        "doubts": ["هنوز کسی این فرم را بازخوانی نکرده است"],
        "review": "needed",
    }
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110)


def _body(base: str) -> str:
    blocks = (
        f"{{% block {name} %}}{_BLOCKS.get(name, _PARAGRAPH)}{{% endblock %}}\n" for name in _BODIES[base]
    )
    return f'{{% extends "shared/{base}.j2" %}}\n{"".join(blocks)}'


def _example(groups: list[str], corpus: Corpus) -> str:
    """The examples of the dictionary for whoever files, and a place for the facts."""
    facts: dict[str, object] = {
        field.name: corpus.fields[field.name].example
        for group in groups
        for field in corpus.parties[group].fields
        if (field.required or field.ask) and field.when is None
    }
    return yaml.safe_dump(facts | {"facts": "…"}, allow_unicode=True, sort_keys=False, width=110)
