"""Every reference leads somewhere: articles, rules, forms, fields, structures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.law.corpus import Corpus
from assistant.law.expressions import Condition, ExpressionError, condition
from assistant.law.findings import Finding, error, warning
from assistant.law.prose import prose
from assistant.law.rule_values import RuleError, at_path, plain_path, say
from assistant.law.rules import LATEST, references
from assistant.law.schemas import Deadline, FieldSpec, Form

_CALLED = re.compile(r"""\brule\(\s*["']([^"']+)["']""")


def citations(corpus: Corpus) -> Iterator[Finding]:
    """Cited articles exist and are in force."""
    for piece in prose(corpus):
        for article_id in piece.cites:
            yield from _citation(corpus, piece.where, article_id, linked=piece.kind == "note")


def _citation(corpus: Corpus, where: str, article_id: str, *, linked: bool) -> Iterator[Finding]:
    article = corpus.articles.get(article_id)
    if article is None and linked and corpus.official_version is None:
        # without the official texts, a link from a note to an article without a note is only not shown
        yield warning(where, f"links to {article_id}, which has no note: write one or remove the link")
    elif article is None:
        yield error(where, f"cites {article_id}, which does not exist: correct it or write its note")
    elif not article.in_force:
        status = article.official.status if article.official else "unknown"
        yield error(where, f"cites {article_id}, whose official text is {status}: cite what is in force")


def rule_references(corpus: Corpus) -> Iterator[Finding]:
    """Every rule referred to exists and can be said in words at each of its dates."""
    for piece in prose(corpus):
        for rule_id, path in references(piece.text):
            yield from _rule_reference(corpus, piece.where, rule_id, path)
        if "{rule" in piece.text and piece.text.count("{rule") != len(references(piece.text)):
            yield error(piece.where, "a rule reference has the form {rule:T02} or {rule:T02.days}")


def _rule_reference(corpus: Corpus, where: str, rule_id: str, path: tuple[str, ...]) -> Iterator[Finding]:
    written = ".".join([rule_id, *path])
    if rule_id not in corpus.rules:
        yield error(where, f"refers to rule {written}, which does not exist: add it to corpus/rules")
        return
    rule = corpus.rules[rule_id]
    values = [dated.value for dated in rule.values if dated.value is not None]
    if not values:
        yield error(where, f"refers to rule {written}, whose value is not known: say it without the figure")
    for value in values:
        try:
            say(value, path, rule.unit)
        except RuleError as problem:
            yield error(where, f"refers to rule {written}: {problem}")


def slugs(corpus: Corpus) -> Iterator[Finding]:
    """Guides, routes, questions and near misses name forms of the catalogue."""
    for claim in corpus.claims.values():
        where = f"claims/{claim.slug}.yaml › near_misses"
        yield from _known(corpus, where, claim.near_misses)
        if claim.slug in claim.near_misses:
            yield error(where, "a form is not its own near miss: remove it")
    for procedure in corpus.procedures.values():
        where = f"procedures/{procedure.slug}.yaml"
        yield from _known(corpus, f"{where} › slug", (procedure.slug,))
        yield from _known(
            corpus, f"{where} › routes", (route.form for route in procedure.routes if route.form)
        )
    for question in corpus.questions.values():
        yield from _known(corpus, f"questions › {question.id} › forms", question.forms)
    for service in corpus.services.values():
        yield from _known(corpus, f"services/{service.slug}.yaml › forms", service.forms)


def _known(corpus: Corpus, where: str, used: Iterable[str]) -> Iterator[Finding]:
    for slug in used:
        if slug not in corpus.claims:
            yield error(where, f"{slug!r} is not one of the forms: correct it (see corpus/claims)")


def forms(corpus: Corpus) -> Iterator[Finding]:
    """A form agrees with its claim, and names fields, structures, rules and conditions that exist."""
    for form in corpus.forms.values():
        where = f"{form.folder}/{form.slug}/form.yaml"
        claim = corpus.claims.get(form.slug)
        if claim is None:
            yield error(where, f"there is no corpus/claims/{form.slug}.yaml: write it or correct the slug")
        elif (claim.folder, claim.kind, claim.official_title) != (
            form.folder,
            form.kind,
            form.official_title,
        ):
            yield error(
                where, "folder, kind and official_title differ from those of the claim: make them agree"
            )
        if form.structure not in corpus.structures:
            yield error(f"{where} › structure", f"{form.structure!r} is not in structures.yaml")
        yield from _fields(corpus, form, where)
        yield from _conditions(corpus, form, where)
        if form.deadline:
            yield from _deadline(corpus, form, form.deadline, f"{where} › deadline")


def _fields(corpus: Corpus, form: Form, where: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for asked in form.fields:
        place = f"{where} › fields › {asked.name}"
        if asked.name not in corpus.fields:
            yield error(place, "not in the dictionary templates/petitions/fields.yaml: correct the name")
        if asked.name in seen:
            yield error(place, "this field stands twice: keep one")
        seen.add(asked.name)


def _conditions(corpus: Corpus, form: Form, where: str) -> Iterator[Finding]:
    names = {asked.name for asked in form.fields}
    places = [
        *((f"fields › {asked.name}", asked.when) for asked in form.fields),
        *((f"authority[{number}]", authority.when) for number, authority in enumerate(form.authority)),
        *((f"attachments[{number}]", attachment.when) for number, attachment in enumerate(form.attachments)),
        *((f"court_fee[{number}]", fee.when) for number, fee in enumerate(form.court_fee)),
        *((f"checks[{number}]", check.when) for number, check in enumerate(form.checks)),
    ]
    for place, text in places:
        if text is None:
            continue
        try:
            compiled = condition(text)
        except ExpressionError as problem:
            yield error(f"{where} › {place} › when", str(problem))
            continue
        for name in sorted(compiled.names - names):
            yield error(f"{where} › {place} › when", f"{name!r} is not a field of this form")
        for rule_id, path in compiled.rules:
            yield from _rule_value(corpus, f"{where} › {place} › when", rule_id, path)
        if place.startswith(("fields", "checks")) and compiled.names <= names:
            yield from _half_filled(corpus, compiled, f"{where} › {place} › when")


def _half_filled(corpus: Corpus, compiled: Condition, where: str) -> Iterator[Finding]:
    """Conditions of the interview are asked while facts are still missing: each is tried without any of them."""
    whole = {name: _some_value(corpus.fields[name]) for name in compiled.names if name in corpus.fields}
    for missing in (frozenset[str](), *(frozenset({name}) for name in sorted(whole)), frozenset(whole)):
        facts = {name: value for name, value in whole.items() if name not in missing}
        try:
            compiled.holds(facts, corpus.rules, LATEST)
        except ExpressionError as problem:
            lacking = "، ".join(sorted(missing)) or "nothing"
            yield error(where, f"{problem}; with {lacking} missing: write 'field and …' before it")
            return


def _some_value(field: FieldSpec) -> str | bool:
    match field.type:
        case "bool":
            return True
        case "enum":
            return field.choices[0]
        case "rial_amount" | "integer" | "percent":
            return "7"
        case _:
            return field.example


def _deadline(corpus: Corpus, form: Form, deadline: Deadline, where: str) -> Iterator[Finding]:
    if deadline.rule is not None:
        yield from _rule_value(corpus, where, deadline.rule, ())
    if deadline.runs_from is None:
        return
    if deadline.runs_from not in {asked.name for asked in form.fields}:
        yield error(
            f"{where} › runs_from", f"{deadline.runs_from!r} is not a field of this form: add or correct it"
        )
    elif corpus.fields[deadline.runs_from].type != "jalali_date":
        yield error(f"{where} › runs_from", f"{deadline.runs_from!r} is not a date")


def _rule_value(corpus: Corpus, where: str, rule_id: str, path: tuple[str, ...]) -> Iterator[Finding]:
    if rule_id not in corpus.rules:
        yield error(where, f"refers to rule {rule_id}, which does not exist: add it to corpus/rules")
        return
    for dated in corpus.rules[rule_id].values:
        if dated.value is None:
            continue
        try:
            at_path(dated.value, plain_path(dated.value, path))
        except RuleError as problem:
            yield error(where, f"refers to rule {rule_id}: {problem}")


def bodies(corpus: Corpus) -> Iterator[Finding]:
    """Each form has its body and its example, and the body asks for rules that exist."""
    for form in corpus.forms.values():
        folder = corpus.form_dir(form.slug)
        where = f"{form.folder}/{form.slug}"
        for name in ("body.j2", "example.yaml"):
            if not (folder / name).is_file():
                yield error(where, f"{name} is missing: write it")
        body = folder / "body.j2"
        if body.is_file():
            for rule_id in _CALLED.findall(body.read_text(encoding="utf-8")):
                if rule_id not in corpus.rules:
                    yield error(f"{where}/body.j2", f"refers to rule {rule_id}, which does not exist")
