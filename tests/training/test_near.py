from itertools import islice
from random import Random

import torch

from assistant.training.loss import contrast, wrong_for_each_other
from assistant.training.near import batches
from assistant.training.pairs import Pair


def pair(main: str, number: int, *about: str) -> Pair:
    return Pair("wording to note", f"{main} {number}", f"right of {main}", main, frozenset((main, *about)))


PAIRS = [pair(main, number) for main in "abcdef" for number in range(10)]
NEAR = {"a": ["b", "c"], "b": ["a"], "d": ["e", "f", "missing"]}


def test_a_batch_is_full_and_holds_the_near_misses_of_what_was_drawn() -> None:
    for batch in islice(batches(PAIRS, NEAR, size=8, mates=2, rng=Random(1)), 20):
        assert len(batch) == 8
        for place, drawn in enumerate(batch[:-2]):
            if drawn.main == "d" and (place == 0 or batch[place - 1].main not in "def"):
                assert {other.main for other in batch[place + 1 : place + 3]} == {"e", "f"}


def test_every_pair_is_drawn_before_one_is_drawn_again() -> None:
    drawn = [
        p.asked for batch in islice(batches(PAIRS, {}, size=6, mates=3, rng=Random(1)), 10) for p in batch
    ]
    assert sorted(drawn) == sorted(p.asked for p in PAIRS)


def test_batches_come_again_with_the_same_seed() -> None:
    one, other = (list(islice(batches(PAIRS, NEAR, size=8, mates=2, rng=Random(5)), 9)) for _ in range(2))
    assert one == other


def test_what_is_right_for_either_counts_against_neither() -> None:
    wrong = wrong_for_each_other([pair("a", 1), pair("b", 1, "a"), pair("c", 1), pair("a", 2)])
    assert wrong.tolist() == [
        [False, False, True, False],
        [False, False, True, False],
        [True, True, False, True],
        [False, False, True, False],
    ]


def test_the_loss_is_low_where_each_lies_by_its_own_and_blind_to_what_is_no_mistake() -> None:
    rows = torch.eye(3)
    all_wrong = ~torch.eye(3, dtype=torch.bool)
    assert contrast(rows, rows, all_wrong, 0.05) < 1e-6
    assert contrast(rows, rows.roll(1, 0), all_wrong, 0.05) > 10
    assert contrast(rows, rows.roll(1, 0), torch.zeros(3, 3, dtype=torch.bool), 0.05) == 0
