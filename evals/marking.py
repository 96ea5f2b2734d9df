"""What a marker is worth: facts out of the stories of dev, by the cues alone and with it."""

from __future__ import annotations

from pathlib import Path

from assistant.drafting import Heads, Marker
from assistant.law.corpus import Corpus
from assistant.retrieval.embedding import open_embedder
from assistant.settings import Settings
from evals.parts.extraction import counts_of


def extraction_on_dev(corpus: Corpus, settings: Settings, file: Path) -> dict[str, float]:
    """Return precision, recall and F1 over the stories of dev, with and without the marker of a file."""
    marker = Marker(Heads.open(file), open_embedder(settings).rows)
    alone, _ = counts_of(corpus, "dev")
    both, _ = counts_of(corpus, "dev", marker)
    return {
        "precision, cues": round(alone.precision, 3),
        "recall, cues": round(alone.recall, 3),
        "F1, cues": round(alone.f1, 3),
        "precision": round(both.precision, 3),
        "recall": round(both.recall, 3),
        "F1": round(both.f1, 3),
    }
