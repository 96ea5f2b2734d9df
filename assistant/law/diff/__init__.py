"""What a newer import of the official texts changes, and what of ours stands on it."""

from assistant.law.diff.affected import Affected, affected_by
from assistant.law.diff.compare import Change, compare

__all__ = ["Affected", "Change", "affected_by", "compare"]
