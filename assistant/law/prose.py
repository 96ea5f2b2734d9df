"""Everything that people read in the corpus, piece by piece, with its place and what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.law.corpus import Corpus
from assistant.law.schemas import SERVICE_PARTS, Calculator, Form, Procedure, Statement, Statute

Kind = Literal["note", "procedure", "question", "service", "calculator", "claim", "form", "field", "rule"]

PARTS = (
    "summary", "who", "where", "steps", "documents", "cost", "time_limits", "next", "wrong_route", "warnings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of text in the product's own voice, and the articles it stands on; a list of articles has no text."""

    kind: Kind
    where: str
    text: str
    cites: tuple[str, ...] = ()


def prose(corpus: Corpus) -> Iterator[Prose]:
    """All texts in the product's voice; what people are quoted as saying is not among them."""
    for statute in corpus.statutes.values():
        yield from _of_statute(statute)
    for procedure in corpus.procedures.values():
        yield from _of_procedure(procedure)
    for question in corpus.questions.values():
        yield from _statements("question", f"questions › {question.id} › answer", question.answer)
    for service in corpus.services.values():
        for part in SERVICE_PARTS:
            where = f"services/{service.slug}.yaml › {part}"
            yield from _statements("service", where, getattr(service, part))
    for calculator in corpus.calculators.values():
        yield from _of_calculator(calculator)
    for claim in corpus.claims.values():
        where = f"claims/{claim.slug}.yaml"
        yield Prose("claim", f"{where} › title", claim.title)
        yield Prose("claim", f"{where} › legal_basis", "", claim.legal_basis)
        yield Prose("claim", f"{where} › route", claim.route)
        yield from (Prose("claim", f"{where} › first_steps", text) for text in claim.first_steps)
        yield from (
            Prose("claim", f"{where} › separating_questions", text) for text in claim.separating_questions
        )
    for form in corpus.forms.values():
        yield from _of_form(form)
    for spec in corpus.fields.values():
        texts = (spec.label, spec.question, spec.help, *spec.choices)
        yield from (Prose("field", f"fields.yaml › {spec.name}", text) for text in texts)
    for rule in corpus.rules.values():
        yield Prose("rule", f"rules › {rule.id} › title", rule.title)
        yield Prose("rule", f"rules › {rule.id} › source", "", rule.source)
    for structure in corpus.structures.values():
        yield Prose("form", f"structures.yaml › {structure.id} › title", structure.title)
        yield Prose("form", f"structures.yaml › {structure.id} › source", "", structure.source)


def _of_statute(statute: Statute) -> Iterator[Prose]:
    for note in statute.articles:
        where = f"statutes/{statute.law}.yaml › {note.number}"
        yield Prose("note", f"{where} › title", note.title)
        yield Prose("note", f"{where} › note", note.note)
        yield Prose("note", f"{where} › links", "", note.links)


def _of_procedure(procedure: Procedure) -> Iterator[Prose]:
    where = f"procedures/{procedure.slug}.yaml"
    for part in PARTS:
        yield from _statements("procedure", f"{where} › {part}", getattr(procedure, part))
    for number, route in enumerate(procedure.routes):
        yield Prose("procedure", f"{where} › routes[{number}] › title", route.title)
        yield Prose("procedure", f"{where} › routes[{number}] › text", route.text, route.cites)


def _of_calculator(calculator: Calculator) -> Iterator[Prose]:
    where = f"calculators/{calculator.id}.yaml"
    for told in calculator.inputs:
        texts = (told.label, told.question, told.help, *(choice.text for choice in told.choices.values()))
        yield from (Prose("calculator", f"{where} › inputs › {told.name}", text) for text in texts if text)
    for key, said in calculator.said.items():
        yield Prose("calculator", f"{where} › said › {key}", said.text, said.cites)


def _statements(kind: Kind, where: str, statements: Iterable[Statement]) -> Iterator[Prose]:
    for number, statement in enumerate(statements):
        yield Prose(kind, f"{where}[{number}]", statement.text, statement.cites)


def _of_form(form: Form) -> Iterator[Prose]:
    where = f"{form.folder}/{form.slug}/form.yaml"
    yield Prose("form", f"{where} › title", form.title)
    yield Prose("form", f"{where} › legal_basis", "", form.legal_basis)
    yield Prose("form", f"{where} › fee", form.fee)
    for number, authority in enumerate(form.authority):
        yield Prose("form", f"{where} › authority[{number}] › to", authority.to)
        yield Prose("form", f"{where} › authority[{number}] › reason", authority.reason, authority.cites)
    for asked in form.fields:
        texts = (text for text in (asked.question, asked.help) if text)
        yield from (Prose("form", f"{where} › fields › {asked.name}", text) for text in texts)
    yield from (Prose("form", f"{where} › attachments", attachment.text) for attachment in form.attachments)
    yield from (Prose("form", f"{where} › warnings", text) for text in form.warnings)
    yield from (Prose("form", f"{where} › checks", check.message) for check in form.checks)
    if form.deadline:
        yield Prose("form", f"{where} › deadline", form.deadline.text, form.deadline.cites)
    if form.irreversible:
        yield Prose("form", f"{where} › irreversible", form.irreversible)
