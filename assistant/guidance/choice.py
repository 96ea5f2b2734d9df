"""Which forms fit a message, whether two are too close, and whether it is ours to answer at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.guidance.issues import parts
from assistant.guidance.model import Clarify, FormOffer
from assistant.guidance.separating import separating_question
from assistant.guidance.texts import Texts
from assistant.law.corpus import Corpus
from assistant.persian import normalize
from assistant.retrieval import Index, ProblemScore, ProblemScores

_OFFERED = 5  # forms named in an answer
_ASKED = 0.2  # below this probability of the best form nothing separates it from others
_FITS = 0.3  # below this probability of the best form the answer is about the law, not about a form
_SURE = 0.5  # from here on the answer begins with the guide of the best form, below it with the law
_CLEAR = 0.6  # from here on the best form needs no separating question …
_MARGIN = 0.4  # … unless the next one is this close
_OPTIONS = 3  # forms that a separating question chooses between …
_LEAST_OPTION = 1 / 8  # … each at least so probable beside the best
_ALSO = 0.7  # probability from which a part of the message speaks of another problem, where the whole knows it too …
_KNOWN = 0.05
_ALSO_ALONE = 0.95  # … and where it does not
_SHARE = 0.3  # what such parts must hold of its words: what is said by the way is not asked about
_HINT = 0.3  # probability by spelling alone from which a part is looked at more closely
_MOST_ALSO = 2
_TURNED_AWAY = 0.7  # probability of "not of law" from which nobody is answered (the best on dev) …
_TOLD_PLAINLY = 0.9  # … unless a part of the message tells a problem with this probability
_DECIDED = 0.5  # probability of "says too little" from which that is the answer
_BRIEFS = "briefs"


@dataclass(frozen=True, slots=True)
class Choices:
    """The forms for a message, best first."""

    forms: tuple[FormOffer, ...]
    fits: bool  # the best one is probable enough to answer with its guide
    sure: bool  # so probable that the answer begins with it
    clarify: Clarify | None
    out_of_scope: bool
    vague: bool  # it says too little to answer
    also: tuple[FormOffer, ...]  # other problems told in the same message


def choose(corpus: Corpus, index: Index, texts: Texts, text: str) -> Choices:
    """Recognise the problems of a message."""
    whole = index.problems(text)
    also = _also(corpus, index, text, whole)
    offers = _offers(corpus, whole, also)
    fits = bool(offers) and offers[0].score >= _FITS
    short = len(normalize(text).split()) == 1
    return Choices(
        forms=offers,
        fits=fits,
        # Two problems share the probability of the whole; that each part tells one makes sure of both.
        sure=fits and (offers[0].score >= _SURE or bool(also)),
        clarify=None if also else _clarify(corpus, offers, texts, short),
        out_of_scope=_is_not_of_law(index, text, whole),
        vague=whole.vague >= _DECIDED,
        also=also,
    )


def _is_not_of_law(index: Index, text: str, whole: ProblemScores) -> bool:
    if whole.out_of_scope < _TURNED_AWAY:
        return False
    return all(each.best.probability < _TOLD_PLAINLY for each in index.problems_of_each(parts(text)))


def _offers(corpus: Corpus, whole: ProblemScores, also: tuple[FormOffer, ...]) -> tuple[FormOffer, ...]:
    """The most probable forms; those of the other problems are always among them."""
    told = {offer.slug for offer in also}
    kept = [score for score in whole.ranked if score.slug in told]
    likely = [score for score in whole.ranked if score.slug not in told][: _OFFERED - len(kept)]
    ranked = sorted((*likely, *kept), key=lambda score: -score.probability)
    return tuple(_offer(corpus, score) for score in ranked)


def _offer(corpus: Corpus, score: ProblemScore) -> FormOffer:
    claim = corpus.claims[score.slug]
    return FormOffer(claim.slug, claim.title, claim.folder, round(score.probability, 4))


def _also(corpus: Corpus, index: Index, text: str, whole: ProblemScores) -> tuple[FormOffer, ...]:
    """Problems of the message's parts other than that of the whole.

    A part is embedded only where its spelling already hints at another problem: an embedding takes a tenth of a second.
    """
    if not whole.ranked:
        return ()
    best = corpus.claims[whole.best.slug]
    found: dict[str, FormOffer] = {}
    for score in (scores.best for scores in index.problems_of_each(_hinting(index, text, best.slug))):
        least = _ALSO if whole.of(score.slug) >= _KNOWN else _ALSO_ALONE
        # A brief is filed in a case under way: beside a claim, or a claim beside it, it is a turn of phrase.
        alike = (corpus.claims[score.slug].folder == _BRIEFS) == (best.folder == _BRIEFS)
        if score.probability >= least and score.slug != best.slug and alike:
            found.setdefault(score.slug, _offer(corpus, score))
    return tuple(found.values())[:_MOST_ALSO]


def _hinting(index: Index, text: str, best: str) -> list[str]:
    """The parts whose spelling hints at a problem other than the best, if that has its share of the words."""
    guesses = [(part, index.guess(part)) for part in parts(text)]
    hints = [(part, guess.slug) for part, guess in guesses if guess.probability >= _HINT]
    told: Counter[str] = Counter()
    for part, slug in hints:
        told[slug] += len(part.split())
    least = _SHARE * len(text.split())
    return [part for part, slug in hints if slug != best and told[slug] >= least]


def _clarify(corpus: Corpus, offers: tuple[FormOffer, ...], texts: Texts, short: bool) -> Clarify | None:
    if len(offers) < 2 or offers[0].score < _ASKED:
        return None
    best, second = offers[:2]
    if short:  # one word names a subject, not yet a wish
        return Clarify(texts.which, offers[:_OPTIONS])
    if best.score >= _CLEAR and best.score - second.score >= _MARGIN:
        return None
    options = tuple(offer for offer in offers[:_OPTIONS] if offer.score >= best.score * _LEAST_OPTION)
    return Clarify(separating_question(corpus, options, texts), options) if len(options) > 1 else None
