"""``dadkhah eval``: measure, print, write."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast, get_args

from assistant.service import Rooms, open_rooms
from assistant.settings import Settings
from evals.datasets import Split
from evals.parts import answers, claims, conversations, extraction, grounding, retrieval, speed, triage
from evals.report import Part, Report

PARTS: dict[str, Callable[[Rooms, Split], Part]] = {
    "retrieval": retrieval.measure,
    "claims": claims.measure,
    "triage": triage.measure,
    "answers": answers.measure,
    "grounding": grounding.measure,
    "extraction": extraction.measure,
    "conversations": conversations.measure,
    "speed": speed.measure,
}


def run(settings: Settings, *, split: str, out: Path, only: tuple[str, ...] = ()) -> Report:
    """Measure the parts asked for (all by default), print the tables and write the report."""
    if split not in get_args(Split):
        sys.exit(f"there is no split {split!r}: dev or test")
    unknown = set(only) - set(PARTS)
    if unknown:
        sys.exit(f"there is no part {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    rooms = open_rooms(settings)
    parts = []
    for name in only or PARTS:
        print(f"measuring {name} …", file=sys.stderr)
        parts.append(PARTS[name](rooms, cast(Split, split)))
    report = Report(split, rooms.corpus.version, len(rooms.corpus.searchable), tuple(parts))
    report.print()
    report.write(out)
    print(f"written: {out / 'report.json'}, {out / 'report.html'}", file=sys.stderr)
    return report
