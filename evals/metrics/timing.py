"""Latency of a call over many inputs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import quantiles
from typing import TypeVar

T = TypeVar("T")


def timed(call: Callable[[T], object], inputs: Sequence[T], *, warm_up: int = 3) -> Mapping[str, float]:
    """Return p50 and p95 in milliseconds of ``call`` over ``inputs``, after a few calls that don't count."""
    for value in inputs[:warm_up]:
        call(value)
    taken = [_one(call, value) for value in inputs]
    cuts = quantiles(taken, n=100, method="inclusive")
    return {"p50_ms": cuts[49], "p95_ms": cuts[94]}


def _one(call: Callable[[T], object], value: T) -> float:
    started = time.perf_counter()
    call(value)
    return (time.perf_counter() - started) * 1000
