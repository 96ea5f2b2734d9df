"""From words to guidance: what comes first, which forms fit, and an answer that stands on records."""

from assistant.guidance.guide import Guide
from assistant.guidance.model import (
    Citation,
    Clarify,
    FormOffer,
    Guidance,
    Section,
    Sentence,
    Topic,
    Urgency,
)
from assistant.guidance.rephrase import ChatRephraser, Rephraser

__all__ = [
    "ChatRephraser",
    "Citation",
    "Clarify",
    "FormOffer",
    "Guidance",
    "Guide",
    "Rephraser",
    "Section",
    "Sentence",
    "Topic",
    "Urgency",
]
