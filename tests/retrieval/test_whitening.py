import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.whitening import Whitening


def cone(size: int, seed: int = 3) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Vectors as e5 gives them: one direction that all share, a loud one, and many quiet ones."""
    noise = np.random.default_rng(seed).normal(size=(size, 12)) * ([2.0] + [0.2] * 11)
    return (noise + [9.0] * 12).astype(np.float32)


def test_what_all_texts_share_no_longer_makes_them_alike() -> None:
    raw = cone(400)
    raw = raw / np.linalg.norm(raw, axis=1, keepdims=True)
    white = Whitening.fit(raw)(raw)
    assert (raw @ raw.T).mean() > 0.9
    assert abs(float((white @ white.T).mean())) < 0.05


def test_a_loud_direction_is_turned_down_and_not_off() -> None:
    raw = cone(400)
    white = Whitening.fit(raw)

    def share(rows: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
        variances = np.linalg.eigvalsh(np.cov(rows.T))
        return float(variances[-1] / variances.sum())

    assert 2 / 12 < share(white(raw)) < share(raw)


@given(st.integers(1, 30))
def test_rows_have_length_one(size: int) -> None:
    raw = cone(size)
    lengths = np.linalg.norm(Whitening.fit(cone(50, seed=4))(raw), axis=1)
    assert np.allclose(lengths, 1, atol=1e-4)
