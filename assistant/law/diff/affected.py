"""What of ours stands on an article that changed: its note, and every record that cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.law.corpus import Corpus
from assistant.law.diff.compare import Change
from assistant.law.prose import prose
from assistant.law.schemas import ArticleNote

LISTS = frozenset({"questions", "rules"})  # places that name the record second: «questions › lost-deposit»
BORDER = " › "


@dataclass(frozen=True, slots=True)
class Affected:
    """A change, with our note on the article and the places of the records that cite it."""

    change: Change
    note: ArticleNote | None
    cited_by: tuple[str, ...]

    @property
    def needs_review(self) -> bool:
        """Whether something of ours may have become wrong; a text that is only new contradicts nothing."""
        return self.change.kind != "new" and bool(self.note or self.cited_by)


def affected_by(changes: Iterable[Change], corpus: Corpus) -> list[Affected]:
    """Each change with what stands on it, in the order given."""
    citing = _citing(corpus)
    found = []
    for change in changes:
        article = corpus.articles.get(change.id)
        found.append(Affected(change, article.note if article else None, citing.get(change.id, ())))
    return found


def _citing(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The records that cite each article; a link from note to note is no citation."""
    citing: dict[str, dict[str, None]] = defaultdict(dict)
    for piece in prose(corpus):
        if piece.kind == "note":
            continue
        for article_id in piece.cites:
            citing[article_id][_record(piece.where)] = None
    return {article_id: tuple(records) for article_id, records in citing.items()}


def _record(where: str) -> str:
    parts = where.split(BORDER)
    return BORDER.join(parts[:2]) if parts[0] in LISTS else parts[0]
