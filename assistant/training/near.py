"""Near misses: for each record those that are easily taken for it, so that a batch holds hard negatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

import numpy as np

from assistant.law.corpus import Article, Corpus
from assistant.retrieval.embedding import Vectors
from assistant.retrieval.passages import stated
from assistant.retrieval.vector_cache import VectorCache
from assistant.training.pairs import Pair, asked_id, form_id

RANKED_HIGH = 20  # wrong articles that the untrained model ranks first

NearMisses = Mapping[str, Sequence[str]]


def near_misses(corpus: Corpus, cache: VectorCache) -> NearMisses:
    """Return near misses by record: mined for articles and what people ask, written down for forms."""
    of_articles = dict(_mined([article for article in corpus.searchable if _is_asked(article)], cache))
    of_asked = {
        asked_id(asked): of_articles[asked.cites[0]]
        for asked in corpus.asked
        if asked.cites and asked.cites[0] in of_articles
    }
    of_forms = {form_id(claim.slug): [*map(form_id, claim.near_misses)] for claim in corpus.claims.values()}
    return {**of_articles, **of_asked, **of_forms}


def batches(
    pairs: Sequence[Pair], near: NearMisses, *, size: int, mates: int, rng: Random
) -> Iterator[list[Pair]]:
    """Yield batches without end: pairs drawn in turn, each with up to ``mates`` pairs of its near misses."""
    of_record: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of_record[pair.main].append(pair)
    batch: list[Pair] = []
    while True:
        for pair in rng.sample(pairs, len(pairs)):
            others = [other for other in near.get(pair.main, ()) if other in of_record]
            chosen = rng.sample(others, min(mates, len(others)))
            batch += [pair, *(rng.choice(of_record[other]) for other in chosen)]
            if len(batch) >= size:
                yield batch[:size]
                batch = []


def _mined(articles: Sequence[Article], cache: VectorCache) -> Iterator[tuple[str, list[str]]]:
    """For each article the others whose notes lie nearest to its wordings, but for those it is linked to."""
    notes = _centred(cache.passages([stated(article.note) for article in articles if article.note]))
    wordings = _centred(np.stack([_mean(article, cache) for article in articles]))
    for article, likeness in zip(articles, wordings @ notes.T, strict=True):
        right = {article.id, *(article.note.links if article.note else ())}
        ranked = (articles[int(place)].id for place in np.argsort(-likeness, kind="stable"))
        wrong = (other for other in ranked if other not in right)
        yield article.id, [other for other, _ in zip(wrong, range(RANKED_HIGH), strict=False)]


def _mean(article: Article, cache: VectorCache) -> Vectors:
    asked = article.note.asked if article.note else ()
    return np.asarray(cache.passages(asked).mean(axis=0), np.float32)


def _centred(vectors: Vectors) -> Vectors:
    moved = vectors - vectors.mean(axis=0)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def _is_asked(article: Article) -> bool:
    return article.note is not None and bool(article.note.asked)
