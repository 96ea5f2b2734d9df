"""Which words of a story tell which field, learned from the marked stories of the corpus."""

from assistant.drafting.marking.head import Heads
from assistant.drafting.marking.labels import VALUE, all_labels, labels_of
from assistant.drafting.marking.marker import Marker, TokenRows

__all__ = ["VALUE", "Heads", "Marker", "TokenRows", "all_labels", "labels_of"]
