"""Triage: danger, detention, deadlines, and what is not ours."""

from __future__ import annotations

from assistant.persian import JalaliDate
from assistant.service import Rooms
from evals.datasets import Split, load_triage
from evals.metrics.counting import Counts, count
from evals.report import Part

_TODAY = JalaliDate.of(1405, 9, 3)  # the day on which the messages are written
_URGENCIES = ("danger", "detention", "deadline")


def measure(rooms: Rooms, split: Split) -> Part:
    """Return precision, recall and F1 of each urgency, of any urgency, and of out-of-scope."""
    cases = load_triage(split)
    said = [(rooms.guide.ask(case.text, _TODAY), case) for case in cases]
    rows = {
        name: _row(count((answer.urgent == name, case.urgent == name) for answer, case in said))
        for name in _URGENCIES
    }
    rows["any urgency"] = _row(
        count((answer.urgent is not None, case.urgent is not None) for answer, case in said)
    )
    rows["out of scope"] = _row(count((answer.out_of_scope, case.out_of_scope) for answer, case in said))
    misses = [
        f"{case.id} {case.text} | {case.urgent}, {case.out_of_scope} | {answer.urgent}, {answer.out_of_scope}"
        for answer, case in said
        if split == "dev" and (answer.urgent, answer.out_of_scope) != (case.urgent, case.out_of_scope)
    ]
    return Part("triage", "Triage", len(cases), rows, ("precision", "recall"), misses)


def _row(counts: Counts) -> dict[str, float]:
    return {"precision": counts.precision, "recall": counts.recall, "F1": counts.f1}
