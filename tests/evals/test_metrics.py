import math

from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.counting import Counts, count
from evals.metrics.ranking import hit, ndcg, ranking_scores, recall, reciprocal_rank
from evals.metrics.timing import timed

RANKING = ["a", "b", "c", "d"]


def test_a_hit_counts_only_within_the_first_k() -> None:
    assert hit(RANKING, {"c"}, 3) == 1
    assert hit(RANKING, {"c"}, 2) == 0


def test_recall_is_the_share_of_the_right_answers_found() -> None:
    assert recall(RANKING, {"a", "d", "x"}, 4) == 2 / 3


def test_the_reciprocal_rank_is_that_of_the_first_right_answer() -> None:
    assert reciprocal_rank(RANKING, {"b", "d"}) == 1 / 2
    assert reciprocal_rank(RANKING, {"x"}) == 0


def test_ndcg_of_one_right_answer_at_the_second_place() -> None:
    assert math.isclose(ndcg(RANKING, {"b"}), 1 / math.log2(3))


@given(st.permutations(RANKING), st.sets(st.sampled_from(RANKING), min_size=1))
def test_every_measure_is_a_share_and_a_perfect_ranking_gets_one(order: list[str], right: set[str]) -> None:
    scores = ranking_scores([(order, right)])
    assert all(0 <= value <= 1 for value in scores.values())
    perfect = sorted(order, key=lambda answer: answer not in right)
    assert ranking_scores([(perfect, right)])["ndcg@10"] == 1


def test_precision_recall_and_f1_of_decisions() -> None:
    counts = count([(True, True), (True, False), (False, True), (False, False)])
    assert counts == Counts(right=1, wrong=1, missed=1)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_nothing_to_find_and_nothing_given_is_perfect() -> None:
    assert count([(False, False)]).f1 == 1


def test_timing_gives_the_median_and_the_slow_end() -> None:
    times = timed(lambda value: value, [1, 2, 3])
    assert 0 <= times["p50_ms"] <= times["p95_ms"]
