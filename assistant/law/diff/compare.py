"""Two sets of official texts, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.law.articles import article_id, article_label
from assistant.law.corpus import IN_FORCE
from assistant.law.diff.wording import difference
from assistant.law.schemas import OfficialArticle
from assistant.persian import normalize

ChangeKind = Literal["new", "changed", "repealed", "restored", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one article; ``repealed``: it is no longer in force, ``restored``: it is again."""

    id: str
    label: str
    kind: ChangeKind
    old: OfficialArticle | None
    new: OfficialArticle | None

    @property
    def status(self) -> str | None:
        """The status in the newer texts: current, unverified, former, repealed; null where it is gone."""
        return self.new.status if self.new else None

    @property
    def difference(self) -> str:
        """The words that changed, each with a few around it; empty unless both texts are known."""
        return difference(_plain(self.old), _plain(self.new)) if self.old and self.new else ""


def compare(old: Iterable[OfficialArticle], new: Iterable[OfficialArticle]) -> list[Change]:
    """The articles that differ, in the order of the newer texts, those that are gone last."""
    before, after = _by_id(old), _by_id(new)
    told = [_change(id_, before.get(id_), text) for id_, text in after.items()]
    gone = [_change(id_, text, None) for id_, text in before.items() if id_ not in after]
    return [change for change in (*told, *gone) if change]


def _change(id_: str, old: OfficialArticle | None, new: OfficialArticle | None) -> Change | None:
    text = new or old
    kind = _kind(old, new)
    if text is None or kind is None:
        return None
    return Change(id_, article_label(text.law, text.article, text.law_title_fa), kind, old, new)


def _kind(old: OfficialArticle | None, new: OfficialArticle | None) -> ChangeKind | None:
    if new is None:
        return "gone"
    if old is None:
        return "new"
    was, is_ = old.status in IN_FORCE, new.status in IN_FORCE
    if was != is_:
        return "repealed" if was else "restored"
    return "changed" if _plain(old) != _plain(new) else None


def _plain(article: OfficialArticle | None) -> str:
    """The text as it is read: another export of the same words is no change of the law."""
    return " ".join(normalize(article.text).split()) if article else ""


def _by_id(articles: Iterable[OfficialArticle]) -> dict[str, OfficialArticle]:
    return {article_id(article.law, article.article): article for article in articles}
