"""Which forms fit a message, whether two are too close, and whether it is ours to answer at all."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guidance.issues import parts
from assistant.guidance.model import Clarify, FormOffer
from assistant.guidance.texts import Texts
from assistant.law.corpus import Corpus
from assistant.retrieval import Index, ProblemScore

_OFFERED = 5  # forms named in an answer
_FITS = 0.18  # below this probability of the best form the answer is about the law, not about a form
_CLEAR = 0.55  # from here on the best form needs no separating question …
_MARGIN = 0.25  # … unless the next one is this close
_OPTIONS = 3  # forms that a separating question chooses between
_ALSO = 0.6  # probability at which a part of the message speaks of another problem
_OUT_OF_SCOPE = 0.5


@dataclass(frozen=True, slots=True)
class Choices:
    """The forms for a message, best first."""

    forms: tuple[FormOffer, ...]
    fits: bool  # the best one is probable enough to answer with its guide
    clarify: Clarify | None
    out_of_scope: bool
    also: tuple[FormOffer, ...]  # other problems told in the same message


def choose(corpus: Corpus, index: Index, texts: Texts, text: str) -> Choices:
    """Recognise the problems of a message."""
    whole = index.problems(text)
    offers = tuple(_offer(corpus, score) for score in whole.ranked[:_OFFERED])
    also = _also(corpus, index, text, offers)
    fits = bool(offers) and offers[0].score >= _FITS
    return Choices(
        forms=offers,
        fits=fits,
        clarify=_clarify(corpus, offers, texts) if fits and not also else None,
        out_of_scope=whole.out_of_scope >= _OUT_OF_SCOPE,
        also=also,
    )


def _offer(corpus: Corpus, score: ProblemScore) -> FormOffer:
    claim = corpus.claims[score.slug]
    return FormOffer(claim.slug, claim.title, claim.folder, round(score.probability, 4))


def _also(corpus: Corpus, index: Index, text: str, offers: tuple[FormOffer, ...]) -> tuple[FormOffer, ...]:
    found: dict[str, FormOffer] = {}
    best = offers[0].slug if offers else None
    for part in parts(text):
        score = index.problems(part).best
        if score.probability >= _ALSO and score.slug != best:
            found.setdefault(score.slug, _offer(corpus, score))
    return tuple(found.values())


def _clarify(corpus: Corpus, offers: tuple[FormOffer, ...], texts: Texts) -> Clarify | None:
    if len(offers) < 2:
        return None
    best, second = offers[:2]
    if best.score >= _CLEAR and best.score - second.score >= _MARGIN:
        return None
    options = [offer for offer in offers[:_OPTIONS] if offer.score >= best.score / 4]
    return Clarify(_question(corpus, best, second, texts), tuple(options)) if len(options) > 1 else None


def _question(corpus: Corpus, best: FormOffer, second: FormOffer, texts: Texts) -> str:
    claim = corpus.claims[best.slug]
    # The first question of a claim is written to tell it from its nearest near miss; others get a plain either-or.
    if claim.near_misses[:1] == (second.slug,) and claim.separating_questions:
        return claim.separating_questions[0]
    return texts.either_or.format(first=claim.plain, second=corpus.claims[second.slug].plain)
