"""From everyday words to the articles of law, and to the problems that the forms solve."""

from assistant.retrieval.asked import AskedHit
from assistant.retrieval.embedding import Embedder, open_embedder
from assistant.retrieval.fusion import FusionWeights
from assistant.retrieval.hybrid import Hit
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.problems import ProblemScore, ProblemScores
from assistant.retrieval.rulings import asks_for_rulings

__all__ = [
    "AskedHit",
    "Embedder",
    "FusionWeights",
    "Hit",
    "Index",
    "ProblemScore",
    "ProblemScores",
    "asks_for_rulings",
    "open_embedder",
    "open_index",
]
