"""``python -m evals.fitting``: fit on dev how much each kind of evidence counts for what a message asks.

Right is a record whose answer cites an article that answers the development question and says at least half of what an
answer must say.
"""

from __future__ import annotations

from dataclasses import astuple, fields
from statistics import fmean

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from assistant.law.corpus import Asked
from assistant.law.schemas import Question
from assistant.retrieval.asked import Evidence
from assistant.service import Rooms, open_rooms
from assistant.settings import settings
from evals.datasets import load_questions
from evals.parts.answers import points_said

_SHARE = 0.5
_FOLDS = 10
_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def main() -> None:
    """Print the weights and what they are worth."""
    rooms = open_rooms(settings())
    asked = rooms.corpus.asked
    answers = [_answer(record, rooms) for record in asked]
    rows, right, groups = [], [], []
    for group, question in enumerate(load_questions("dev")):
        wanted = set(question.articles)
        for number, evidence in rooms.index.asked_evidence(question.question).items():
            rows.append(astuple(evidence)[:-1])
            said = points_said(question, answers[number])
            right.append(bool(wanted & set(asked[number].cites)) and fmean(said) >= _SHARE)
            groups.append(group)
    x, y, of = np.array(rows), np.array(right), np.array(groups)
    model = LogisticRegression(max_iter=1000)
    chances = cross_val_predict(model, x, y, groups=of, cv=GroupKFold(_FOLDS), method="predict_proba")[:, 1]
    best = [np.flatnonzero(of == group)[np.argmax(chances[of == group])] for group in np.unique(of)]
    for threshold in _THRESHOLDS:
        sure = [row for row in best if chances[row] >= threshold]
        print(f"from {threshold}: {len(sure)} of {len(best)} answered, {np.mean(y[sure]):.2f} of them right")
    model.fit(x, y)
    for name, weight in zip(
        (spec.name for spec in fields(Evidence)), (*model.coef_[0], model.intercept_[0]), strict=True
    ):
        print(f"{name}={weight:.2f}")


def _answer(record: Asked, rooms: Rooms) -> list[str]:
    told = record.record
    statements = told.answer if isinstance(told, Question) else told.statements
    return [rooms.corpus.rules.render(statement.text, rooms.today()).text for statement in statements]


if __name__ == "__main__":
    main()
