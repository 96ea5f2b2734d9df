"""Recognition of the form among 148, and of what is no matter of law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.guidance import Guidance
from assistant.service import Rooms
from evals.datasets import Split, Utterance, load_utterances
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
    asked = [answer for answer, u in zip(answers, utterances, strict=True) if u.form]
    scores = {
        f"hits@{k}": sum(hit(ranking, right, k) for ranking, right, _ in with_form) / len(with_form)
        for k in _PLACES
    }
    scores["hits@2 after a question"] = sum(
        hit(_after_a_question(answer, ranking, right), right, 2)
        for answer, (ranking, right, _) in zip(asked, with_form, strict=True)
    ) / len(with_form)
    scope = count((a.out_of_scope, bool(u.out_of_scope)) for a, u in zip(answers, utterances, strict=True))
    scores |= {"out-of-scope F1": scope.f1}
    misses = [
        f"{u.id} {u.text} | {u.form} | {', '.join(ranking[:2])}"
        for ranking, right, u in with_form
        if split == "dev" and not hit(ranking, right, 2)
    ]
    notes = [*_confused(with_form), *misses]
    return Part("claims", "Form for an utterance", len(with_form), {"dadkhah": scores}, tuple(scores), notes)


def _after_a_question(answer: Guidance, ranking: list[str], right: set[str]) -> list[str]:
    """Return the ranking after the separating question, where one is asked: what is right is picked if offered."""
    options = [option.slug for option in answer.clarify.options] if answer.clarify else []
    return [*(slug for slug in options if slug in right), *ranking]


def _confused(with_form: Sequence[tuple[list[str], set[str], Utterance]]) -> list[str]:
    """Return the near misses: which form is taken for which, the most frequent first."""
    pairs = Counter((u.form, ranking[0]) for ranking, right, u in with_form if not hit(ranking, right, 1))
    return [f"{meant} taken for {taken}: {times}" for (meant, taken), times in pairs.most_common()]
