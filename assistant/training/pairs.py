"""Pairs of texts that should lie near each other, as the corpus writes them: lay words and what answers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.law.corpus import Article, Asked, Corpus
from assistant.law.schemas import Claim, Question, Statement
from assistant.retrieval.article_index import FIRST_CITED
from assistant.retrieval.embedding import Prompt
from assistant.retrieval.passages import stated, without_rules

SAID = 2  # sentences of an answer, from its beginning


@dataclass(frozen=True, slots=True)
class Pair:
    """What somebody says, a text that is right for it, and the records for which it would be no mistake.

    ``main`` is the record that ``right`` speaks of; the right text of a pair counts against another pair unless one's
    main record is among what the other is about.
    """

    kind: str
    asked: str
    right: str
    main: str
    about: frozenset[str]
    prompt: Prompt = "document"  # of the right text; what is asked is always a question


def corpus_pairs(corpus: Corpus) -> list[Pair]:
    """Return every pair that the corpus itself holds, each once."""
    of_articles = (pair for article in corpus.searchable for pair in _of_article(article))
    of_asked = (pair for asked in corpus.asked for pair in _of_asked(asked, corpus))
    of_claims = (pair for claim in corpus.claims.values() for pair in _of_claim(claim, corpus))
    pairs = (*of_articles, *of_asked, *of_claims)
    return list({(pair.asked, pair.right): pair for pair in pairs if pair.asked != pair.right}.values())


def form_id(slug: str) -> str:
    """The id of the problem of a form among the records of pairs."""
    return f"form:{slug}"


def asked_id(asked: Asked) -> str:
    """The id of a question or service among the records of pairs."""
    return f"asked:{asked.id}"


def _of_article(article: Article) -> Iterator[Pair]:
    note = article.note
    if note is None:
        return
    about = frozenset((article.id, *note.links))
    for wording in note.asked:
        yield Pair("wording to note", wording, stated(note), article.id, about)
    for wording, other in _neighbours(note.asked):
        yield Pair("wording to wording", wording, other, article.id, about)
    if note.keywords and note.asked:
        yield Pair("wording to keywords", note.asked[0], "، ".join(note.keywords), article.id, about)


def _of_asked(asked: Asked, corpus: Corpus) -> Iterator[Pair]:
    main = asked_id(asked)
    about = frozenset((main, *asked.cites, *map(form_id, asked.forms)))
    record = asked.record
    answer = _said(record.answer if isinstance(record, Question) else record.purpose)
    for wording in asked.wordings:
        yield Pair("wording to answer", wording, answer, main, about)
        for cite in asked.cites[:FIRST_CITED]:
            article = corpus.articles.get(cite)
            if article is not None and article.note is not None:
                yield Pair("wording to note", wording, stated(article.note), cite, about)
    for wording, other in _neighbours(asked.wordings):
        yield Pair("wording to wording", wording, other, main, about)


def _of_claim(claim: Claim, corpus: Corpus) -> Iterator[Pair]:
    """Utterances are compared as questions where the problem router will compare them so."""
    main = form_id(claim.slug)
    about = frozenset((main, *claim.legal_basis))
    procedure = corpus.procedures.get(claim.slug)
    for utterance in claim.utterances:
        if procedure:
            guide = f"{procedure.title}. {_said(procedure.summary)}"
            yield Pair("utterance to guide", utterance, guide, main, about)
    for utterance, name in zip(
        claim.utterances, _cycled((claim.plain, claim.title, *claim.synonyms)), strict=False
    ):
        yield Pair("utterance to wish", utterance, name, main, about, "query")
    for utterance, other in _neighbours(claim.utterances):
        yield Pair("utterance to utterance", utterance, other, main, about, "query")


def _neighbours(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each text with the next, the last with the first."""
    return zip(texts, (*texts[1:], *texts[:1]), strict=True)


def _cycled(texts: Sequence[str]) -> Iterator[str]:
    while True:
        yield from texts


def _said(statements: Iterable[Statement]) -> str:
    return " ".join(without_rules(statement.text) for statement in list(statements)[:SAID])
