"""Which words of a text changed: «… ظرف [-ده-] {+بیست+} روز از ابلاغ …»."""

from __future__ import annotations

from difflib import SequenceMatcher

AROUND = 4  # unchanged words shown on each side of a change
MOST_LETTERS = 600  # of the whole: who needs more reads both texts


def difference(old: str, new: str) -> str:
    """The words left out and put in, with a few around them; cut where it grows long."""
    before, after = old.split(), new.split()
    groups = SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND)
    shown = " … ".join(_group(group, before, after) for group in groups)
    return shown if len(shown) <= MOST_LETTERS else shown[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def _group(codes: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> str:
    words: list[str] = []
    for tag, old_start, old_end, new_start, new_end in codes:
        if tag == "equal":
            words += before[old_start:old_end]
            continue
        if old_start < old_end:
            words.append(f"[-{' '.join(before[old_start:old_end])}-]")
        if new_start < new_end:
            words.append(f"{{+{' '.join(after[new_start:new_end])}+}}")
    return " ".join(words)
