"""Composing a petition: the form, the facts and the law become blocks of a paper."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.drafting.authority import applies, choose_authority
from assistant.drafting.checks import failed_checks
from assistant.drafting.costs import court_fee_note
from assistant.drafting.deadlines import deadline_note
from assistant.drafting.filters import FILTERS, facts_for_templates, law_functions, printed
from assistant.drafting.markup import Frame, parse_body, persian_digits
from assistant.drafting.petition import Block, Citation, Facts, Items, Paragraph, Petition, Wording
from assistant.drafting.polishing import own_account
from assistant.law.corpus import Corpus
from assistant.law.rules import Day, caution
from assistant.law.schemas import Attachment, Form
from assistant.persian.dates import JalaliDate

_VALUE_FIELDS = ("claim_value", "amount", "deposit_amount")  # what a claim is worth, best first


def compose(
    form: Form, facts: Facts, corpus: Corpus, on: JalaliDate, wording: Wording | None = None
) -> Petition:
    """Compose the paper of a form.

    Args:
        form: the form, of this corpus.
        facts: normalised facts (see :func:`assistant.drafting.validation.normalise_facts`), complete.
        corpus: the law and the templates.
        on: the day of drafting, Jalali.
        wording: accounts that are printed in other words; what was told then follows the signature.

    Raises:
        MissingFact: a template prints a fact that was not given.
        MarkupError: a template writes what is no markup.
        LookupError: a template cites an article that the form or the corpus does not know.
    """
    authority = choose_authority(form, facts, corpus, on)
    attachments = tuple(paper.text for paper in attachments_of(form, facts, corpus, on) if paper.required)
    template = _environment(corpus.templates_dir).get_template(f"{form.folder}/{form.slug}/body.j2")
    body = template.render(
        **facts_for_templates(corpus.fields, facts, wording or {}),
        **law_functions(corpus, (*form.legal_basis, *authority.cites, *_of_parties(form, corpus)), on),
        form=form,
        authority=authority,
        attachments=attachments,
    )
    frame = Frame(authority.to, str(facts.get("applicant_name", "")), str(on))
    title, drawn = parse_body(body, frame)
    blocks = (*drawn, *own_account(facts, wording or {}))
    return Petition(
        form=form.slug,
        kind=form.kind,
        title=title,
        subject=form.title,
        addressed_to=persian_digits(authority.to),
        authority_reason=authority.reason,
        date=str(on),
        blocks=tuple(block for block in blocks if not _empty(block)),
        attachments=attachments,
        legal_basis=tuple(Citation(id=id_, label=corpus.label(id_)) for id_ in form.legal_basis),
        claim_value=_claim_value(form, facts),
        fee=corpus.rules.render(form.fee, on).text,
        court_fee=court_fee_note(form, facts, corpus, on),
        deadline=deadline_note(form, facts, corpus, on),
        warnings=_warnings(form, corpus, on),
        cautions=tuple(check.text for check in failed_checks(form, facts, corpus, on, "warning")),
        facts=dict(facts),
    )


def attachments_of(form: Form, facts: Facts, corpus: Corpus, on: Day) -> tuple[Attachment, ...]:
    """The papers that go with a form for these facts, required or good to have."""
    return tuple(paper for paper in form.attachments if applies(paper.when, facts, corpus, on))


def _of_parties(form: Form, corpus: Corpus) -> tuple[str, ...]:
    """What the shared templates may cite about the people in the paper."""
    return tuple(article for name in form.parties for article in corpus.parties[name].legal_basis)


def _warnings(form: Form, corpus: Corpus, on: JalaliDate) -> tuple[str, ...]:
    """The form's warnings, then what must be said of old or uncertain figures in them and in the fee."""
    irreversible = (form.irreversible,) if form.irreversible else ()
    said = [corpus.rules.render(text, on) for text in (*irreversible, *form.warnings, form.fee)]
    uses = {use.id: use for text in said for use in text.uses}
    return (*(text.text for text in said[:-1]), *caution(uses.values()))


def _claim_value(form: Form, facts: Facts) -> int | None:
    if form.folder != "claims":
        return None
    value = next((facts[field] for field in _VALUE_FIELDS if facts.get(field)), None)
    return int(value) if isinstance(value, str) else None


def _empty(block: Block) -> bool:
    return (isinstance(block, Paragraph) and not block.text) or (isinstance(block, Items) and not block.items)


@lru_cache(maxsize=4)
def _environment(templates_dir: Path) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_dir / "petitions"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment


def forget_templates() -> None:
    """Read the templates again when they are next used: for whoever is writing them."""
    _environment.cache_clear()
