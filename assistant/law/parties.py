"""A form together with what all forms of its kind ask about the people in it."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.law.schemas import Form, PartyGroup


def with_parties(form: Form, groups: Mapping[str, PartyGroup]) -> Form:
    """The form with the fields of its groups before its own; where both name a field, the form says it better.

    Raises:
        KeyError: the form names a group that there is not.
    """
    chosen = [groups[name] for name in form.parties]
    said_better = {field.name: field for field in form.fields}
    shared = {field.name: said_better.get(field.name, field) for group in chosen for field in group.fields}
    own = (field for field in form.fields if field.name not in shared)
    attachments = (paper for group in chosen for paper in group.attachments)
    checks = (check for group in chosen for check in group.checks)
    return form.model_copy(
        update={
            "fields": (*shared.values(), *own),
            "attachments": (*form.attachments, *attachments),
            "checks": (*checks, *form.checks),
        }
    )
