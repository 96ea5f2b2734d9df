"""Grounding: whether what is said stands on records, and what is cited exists."""

from __future__ import annotations

from assistant.service import Rooms
from evals.datasets import Split, load_questions
from evals.report import Part


def measure(rooms: Rooms, split: Split) -> Part:
    """Return the share of cited ids that exist, and of sentences that stand on an article or a rule."""
    questions = load_questions(split)
    today = rooms.today()
    answers = [rooms.guide.ask(question.question, today) for question in questions]
    sentences = [sentence for answer in answers for sentence in answer.sentences]
    cited = [id_ for sentence in sentences for id_ in sentence.cites]
    known = rooms.corpus.articles
    scores = {
        "cited ids that exist": sum(id_ in known for id_ in cited) / len(cited),
        "sentences with a record": sum(bool(s.cites or s.rules) for s in sentences) / len(sentences),
        "answers with a citation": sum(bool(answer.citations) for answer in answers) / len(answers),
        "citations an answer": len(cited) / len(answers),
    }
    return Part("grounding", "Grounding of answers", len(questions), {"dadkhah": scores})
