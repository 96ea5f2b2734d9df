"""A small real index: forms by the words that people use for them. Enough for a corpus of five forms."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.law import Corpus
from assistant.persian import from_finglish, search_text
from assistant.retrieval import AskedHit, Hit, ProblemScore, ProblemScores

_COMMON = frozenset(search_text("را از به که و با من او می خواهم شوهرم دادگاه شد نمی‌دهد دادم").split())


@dataclass(frozen=True)
class WordsIndex:
    """Answers as :class:`assistant.retrieval.Index` does, from word overlap."""

    corpus: Corpus

    def problems(self, text: str) -> ProblemScores:
        said = _words(text)
        hits = {slug: float(sum(word in self._of(slug) for word in said)) for slug in self.corpus.claims}
        total = sum(hits.values())
        ranked = sorted(hits.items(), key=lambda entry: (-entry[1], entry[0]))
        scores = tuple(ProblemScore(slug, hit / (total + 0.2)) for slug, hit in ranked)
        none = 1.0 if total == 0 else 0.2 / (total + 0.2)
        return ProblemScores(scores, none, none if total == 0 else 0.0)

    def problems_of_each(self, texts: list[str]) -> list[ProblemScores]:
        return [self.problems(text) for text in texts]

    def guess(self, text: str) -> ProblemScore:
        return self.problems(text).best

    def urgencies(self, _text: str) -> dict[str, float]:
        return {}  # nothing was learned; the cues decide alone

    def articles(self, text: str, k: int) -> list[Hit]:
        said = _words(text)
        found = [
            Hit(article.id, float(sum(word in said for word in _words(" ".join(article.note.keywords)))))
            for article in self.corpus.searchable
            if article.note
        ]
        return sorted((hit for hit in found if hit.score), key=lambda hit: -hit.score)[:k]

    def asked(self, _text: str, _k: int) -> list[AskedHit]:
        return []

    def rulings(self, _text: str, _k: int) -> list[Hit]:
        return []

    def _of(self, slug: str) -> frozenset[str]:
        claim = self.corpus.claims[slug]
        return frozenset(_words(" ".join((claim.title, *claim.synonyms, *claim.utterances))))


def _words(text: str) -> list[str]:
    return [word for word in search_text(from_finglish(text)).split() if word not in _COMMON]
