from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import ROUTES, FusionWeights, fuse

EVEN = FusionWeights(**dict.fromkeys(ROUTES, 1.0))
rankings = st.dictionaries(
    st.sampled_from(ROUTES), st.lists(st.integers(0, 50), unique=True, max_size=20), max_size=len(ROUTES)
)


def test_what_two_routes_find_stands_above_what_one_finds() -> None:
    fused = fuse({"words": [1, 2], "meaning": [3, 2]}, EVEN)
    assert fused[0][0] == 2


def test_a_heavier_route_decides() -> None:
    weights = FusionWeights(**{**dict.fromkeys(ROUTES, 0.1), "problems": 5.0})
    assert fuse({"words": [1], "meaning": [1], "problems": [2]}, weights)[0][0] == 2


@given(rankings)
def test_every_found_position_comes_once_best_first(found: dict[str, list[int]]) -> None:
    fused = fuse(found, EVEN)
    positions = [position for position, _ in fused]
    scores = [score for _, score in fused]
    assert sorted(positions) == sorted(set().union(*found.values()) if found else [])
    assert scores == sorted(scores, reverse=True)


@given(rankings)
def test_a_fused_score_stays_below_one_so_that_named_articles_can_stand_above(
    found: dict[str, list[int]],
) -> None:
    assert all(0 < score < 1 for _, score in fuse(found, FusionWeights()))
