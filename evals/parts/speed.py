"""Speed and size: latencies warm, start cold, memory of the process."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import yaml

from assistant.drafting import compose, normalise_facts, render_docx, render_pdf
from assistant.law.schemas import Form
from assistant.service import Rooms
from evals.datasets import Split, load_questions
from evals.metrics.timing import timed
from evals.report import Part


def measure(rooms: Rooms, split: Split) -> Part:
    """Return p50 and p95 of ask, retrieve and draft (PDF and DOCX), the cold start and the memory."""
    texts = [question.question for question in load_questions(split)]
    today = rooms.today()
    # Questions are remembered by the index: each is asked with a mark of its own, so that none is answered from memory.
    rows = {
        "ask": timed(lambda text: rooms.guide.ask(f"{text} .", today), texts),
        "retrieve": timed(lambda text: rooms.index.articles(f"{text} ..", 100), texts),
        "draft": timed(lambda form: _draft(rooms, form), list(rooms.corpus.forms.values())),
        "every form's example, PDF and DOCX": {"s": _every_form(rooms)},
        "cold start to first answer": {"s": _cold_start()},
        "memory of this process": {"MB": psutil.Process().memory_info().rss / 2**20},
    }
    return Part("speed", "Speed and size", len(texts), rows)


def _every_form(rooms: Rooms) -> float:
    started = time.perf_counter()
    for form in rooms.corpus.forms.values():
        _draft(rooms, form)
    return time.perf_counter() - started


def _draft(rooms: Rooms, form: Form) -> None:
    example = (rooms.corpus.form_dir(form.slug) / "example.yaml").read_bytes()
    facts, _ = normalise_facts(form, yaml.load(example, yaml.CSafeLoader), rooms.corpus, rooms.today())
    petition = compose(form, facts, rooms.corpus, rooms.today())
    render_pdf(petition, "DK-2345-6789")
    render_docx(petition, "DK-2345-6789")


def _cold_start() -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "assistant", "ask", "مهریه‌ام را چطور بگیرم؟"]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started
