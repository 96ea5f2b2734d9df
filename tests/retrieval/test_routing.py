from assistant.law import Corpus
from assistant.retrieval.problems import ProblemScore, ProblemScores
from assistant.retrieval.routing import ProblemRoute


def route(corpus: Corpus) -> tuple[ProblemRoute, list[str]]:
    ids = sorted({article for claim in corpus.claims.values() for article in claim.legal_basis})
    return ProblemRoute(corpus, {article: position for position, article in enumerate(ids)}), ids


def scores(**probabilities: float) -> ProblemScores:
    ranked = tuple(ProblemScore(slug.replace("_", "-"), value) for slug, value in probabilities.items())
    return ProblemScores(ranked, none=0.0, out_of_scope=0.0)


def test_the_articles_of_the_more_probable_problem_come_first(corpus: Corpus) -> None:
    found, ids = route(corpus)
    ranking = [ids[i] for i in found.ranking(scores(mahr_claim=0.9, theft=0.1), {})]
    own = set(corpus.claims["mahr-claim"].legal_basis)
    assert set(ranking[: len(own)]) == own


def test_an_article_that_many_problems_cite_stands_behind_one_of_this_problem_alone(corpus: Corpus) -> None:
    found, ids = route(corpus)
    basis = [claim.legal_basis for claim in corpus.claims.values()]
    mine = corpus.claims["mahr-claim"].legal_basis
    shared = max(mine, key=lambda article: sum(article in other for other in basis))
    alone = min(mine, key=lambda article: sum(article in other for other in basis))
    ranking = [ids[i] for i in found.ranking(scores(mahr_claim=1.0), {})]
    assert ranking.index(alone) < ranking.index(shared)


def test_of_one_problem_the_article_nearest_to_the_text_comes_first(corpus: Corpus) -> None:
    found, ids = route(corpus)
    nearest = ids.index(corpus.claims["theft"].legal_basis[-1])
    assert found.ranking(scores(theft=1.0), {nearest: 3.0})[0] == nearest


def test_an_article_outside_the_index_is_passed_over(corpus: Corpus) -> None:
    only = corpus.claims["theft"].legal_basis[0]
    assert ProblemRoute(corpus, {only: 0}).ranking(scores(theft=1.0), {}) == [0]
