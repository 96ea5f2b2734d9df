"""Recognition of the form among 148, and of what is no matter of law."""

from __future__ import annotations

from assistant.service import Rooms
from evals.datasets import Split, load_utterances
from evals.metrics.counting import count
from evals.metrics.ranking import hit
from evals.report import Part

_PLACES = (1, 2, 5)


def measure(rooms: Rooms, split: Split) -> Part:
    """Return hits at 1, 2 and 5 over utterances with a form, and F1 of out-of-scope over all."""
    utterances = load_utterances(split)
    today = rooms.today()
    answers = [rooms.guide.ask(u.text, today) for u in utterances]
    ranked = [[score.slug for score in rooms.index.problems(u.text).ranked] for u in utterances]
    with_form = [
        (ranking, {u.form, *u.also}, u) for ranking, u in zip(ranked, utterances, strict=True) if u.form
    ]
    scores = {
        f"hits@{k}": sum(hit(ranking, right, k) for ranking, right, _ in with_form) / len(with_form)
        for k in _PLACES
    }
    scope = count((a.out_of_scope, bool(u.out_of_scope)) for a, u in zip(answers, utterances, strict=True))
    scores |= {"out-of-scope F1": scope.f1}
    misses = [
        f"{u.id} {u.text} | {u.form} | {', '.join(ranking[:2])}"
        for ranking, right, u in with_form
        if split == "dev" and not hit(ranking, right, 2)
    ]
    return Part("claims", "Form for an utterance", len(with_form), {"dadkhah": scores}, tuple(scores), misses)
