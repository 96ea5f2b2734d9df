"""How often one may ask: a bucket of requests for each client, filled up steadily."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from assistant.web.problems import Problem

_MOST_CLIENTS = 20_000  # remembered; the longest unseen is forgotten first


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Limiter:
    """Allows ``per_minute`` requests at once and as many a minute; kept in memory, for one process."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, client: str) -> None:
        """Count a request.

        Raises:
            Problem: ``too-many-requests``, with the seconds to wait in ``Retry-After``.
        """
        wait = self._wait(client)
        if wait > 0:
            raise Problem("too-many-requests", headers={"Retry-After": str(math.ceil(wait))})

    def _wait(self, client: str) -> float:
        a_second = self._per_minute / 60
        with self._lock:
            now = self._clock()
            bucket = self._buckets.pop(client, None) or _Bucket(self._per_minute, now)
            self._buckets[client] = bucket
            if len(self._buckets) > _MOST_CLIENTS:
                self._buckets.popitem(last=False)
            bucket.left = min(self._per_minute, bucket.left + (now - bucket.at) * a_second)
            bucket.at = now
            if bucket.left < 1:
                return (1 - bucket.left) / a_second
            bucket.left -= 1
            return 0
