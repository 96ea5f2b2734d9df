"""The index: opened once, asked for articles and for problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from assistant.law.corpus import Article, Asked, Corpus
from assistant.persian import in_one_spelling
from assistant.retrieval.article_index import ArticleIndex
from assistant.retrieval.asked import ARTICLES, AskedHit, AskedSearch, Evidence, save_asked
from assistant.retrieval.embedding import Embedder, WordRows, open_embedder
from assistant.retrieval.examples import Example, as_asked, read_scope, training_examples
from assistant.retrieval.fusion import FusionWeights
from assistant.retrieval.glossary import Glossary, read_glossary
from assistant.retrieval.hybrid import Hit, HybridSearch
from assistant.retrieval.problem_model import ProblemModel
from assistant.retrieval.problems import ProblemRouter, ProblemScore, ProblemScores
from assistant.retrieval.query import Query
from assistant.retrieval.rulings import RulingSearch
from assistant.retrieval.urgency import UrgencyRouter, read_urgency, urgency_examples
from assistant.retrieval.vector_cache import VectorCache
from assistant.retrieval.versions import digest, versioned
from assistant.settings import Settings

FORMAT = "4"  # grows when what is stored, or how it is learned, changes
REMEMBERED = 256


class Index:
    """From words to articles and to problems; safe to ask from several threads."""

    def __init__(
        self,
        embedder: Embedder,
        glossary: Glossary,
        search: HybridSearch,
        asked: AskedSearch,
        rulings: RulingSearch,
        router: ProblemRouter,
        urgency: UrgencyRouter,
    ) -> None:
        self._embedder = embedder
        self._glossary = glossary
        self._search = search
        self._asked = asked
        self._rulings = rulings
        self._router = router
        self._urgency = urgency
        self._prepare = lru_cache(REMEMBERED)(self._prepared)
        self._scores = lru_cache(REMEMBERED)(self._scored)
        self._articles = lru_cache(REMEMBERED)(self._searched)

    def problems(self, text: str) -> ProblemScores:
        """Return the probability of each form and of none of them, best first."""
        return self._scores(text)

    def problems_of_each(self, texts: Sequence[str]) -> list[ProblemScores]:
        """Return the same for each of several texts, embedded together: much faster than one by one."""
        if not texts:
            return []
        plain = [in_one_spelling(text) for text in texts]
        found = self._embedder.encode_depths(plain)
        return [self._router.scores(text, depths) for text, depths in zip(plain, found, strict=True)]

    def guess(self, text: str) -> ProblemScore:
        """Return the problem that the spelling alone suggests, in a millisecond."""
        return self._router.guess(in_one_spelling(text))

    def articles(self, text: str, k: int = 10) -> list[Hit]:
        """Return up to ``k`` different articles that fit the text, best first."""
        return self._articles(text, max(k, ARTICLES))[:k]

    def rulings(self, text: str, k: int = 3) -> list[Hit]:
        """Return up to ``k`` unification rulings, best first; none where none were imported."""
        return self._rulings.search(self._prepare(text), k)

    def asked(self, text: str, k: int = 3) -> list[AskedHit]:
        """Return up to ``k`` questions and services that people ask in like words, best first."""
        found = self._articles(text, ARTICLES)
        return self._asked.search(self._prepare(text), found, k)

    def asked_evidence(self, text: str) -> Mapping[int, Evidence]:
        """Return what speaks for each record that comes into question, by its number: for fitting the weights."""
        return self._asked.evidence(self._prepare(text), self._articles(text, ARTICLES))

    def urgencies(self, text: str) -> dict[str, float]:
        """Return the learned probability of each urgency: danger, deadline, detention."""
        query = self._prepare(text)
        return self._urgency.chances(query.text, query.depths)

    def word_rows(self, text: str, layers: Sequence[int]) -> WordRows:
        """Return what the bundled weights make of each piece of a word; see :meth:`BundledEncoder.rows`."""
        return self._embedder.rows(text, layers)

    def warm(self) -> None:
        """Load the model and run every path once, so that the first person does not wait."""
        self.articles("مهریه", 1)

    def _prepared(self, text: str) -> Query:
        plain = in_one_spelling(text)
        expanded = " ".join((plain, *self._glossary.terms(plain)))
        return Query(plain, expanded, self._embedder.encode_depths([plain])[0])

    def _searched(self, text: str, k: int) -> list[Hit]:
        return self._search.search(self._prepare(text), self._scores(text), k)

    def _scored(self, text: str) -> ProblemScores:
        query = self._prepare(text)
        return self._router.scores(query.text, query.depths)


def open_index(corpus: Corpus, settings: Settings, weights: FusionWeights | None = None) -> Index:
    """Open the index of this corpus, building first what its content makes necessary.

    What is built lies under ``data_dir/index``, versioned by content; embeddings are kept by text, so that a change
    of one note costs the embedding of that note. Progress goes to stderr.
    """
    embedder = open_embedder(settings)
    root = settings.data_dir / "index"
    cache = VectorCache(embedder, root / "vectors.sqlite")
    scope = read_scope(settings.corpus_dir / "scope")
    examples = training_examples(corpus, scope)
    alarms = urgency_examples(corpus, scope, read_urgency(settings.corpus_dir / "scope" / "urgency.yaml"))
    return Index(
        embedder,
        Glossary(read_glossary(settings.corpus_dir / "glossary.yaml")),
        HybridSearch(
            corpus, _texts(root, "articles", corpus.searchable, corpus.asked, embedder, cache), weights
        ),
        _asked(root, corpus),
        RulingSearch(corpus.rulings, _texts(root, "rulings", corpus.rulings, (), embedder, cache), weights),
        ProblemRouter(_learned(root, "problems", examples, embedder, cache)),
        UrgencyRouter(_learned(root, "urgency", alarms, embedder, cache)),
    )


def _texts(
    root: Path,
    kind: str,
    articles: Sequence[Article],
    asked: Sequence[Asked],
    embedder: Embedder,
    cache: VectorCache,
) -> ArticleIndex:
    version = digest([FORMAT, embedder.fingerprint, *_content(articles, asked)])
    folder = versioned(root, kind, version, lambda new: ArticleIndex.build(articles, asked, cache).save(new))
    return ArticleIndex.open(folder)


def _asked(root: Path, corpus: Corpus) -> AskedSearch:
    version = digest([FORMAT, *(record.record.model_dump_json() for record in corpus.asked)])
    folder = versioned(root, "asked", version, lambda new: save_asked(corpus.asked, new))
    return AskedSearch.open(corpus.asked, folder)


def _learned(
    root: Path, kind: str, examples: Sequence[Example], embedder: Embedder, cache: VectorCache
) -> ProblemModel:
    def build(folder: Path) -> None:
        from assistant.retrieval.problem_training import train

        learned = as_asked(examples)
        train(learned, cache.questions([example.text for example in learned])).save(folder)

    told = (f"{example.label}\0{example.text}" for example in examples)
    return ProblemModel.open(versioned(root, kind, digest([FORMAT, embedder.fingerprint, *told]), build))


def _content(articles: Iterable[Article], asked: Iterable[Asked]) -> Iterator[str]:
    """Everything that an index of articles holds, in order."""
    for article in articles:
        yield article.id
        yield article.law_title
        yield article.note.model_dump_json() if article.note else ""
        yield f"{article.official.heading}\0{article.official.text}" if article.official else ""
    for told in asked:
        yield told.record.model_dump_json()
