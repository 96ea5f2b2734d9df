"""When a failed hand-over is tried again."""

from __future__ import annotations

import datetime as dt

_FIRST_WAIT = dt.timedelta(seconds=30)
_LONGEST_WAIT = dt.timedelta(hours=6)
_MOST_ATTEMPTS = 20


def wait_before_retry(attempts: int) -> dt.timedelta | None:
    """Return the wait after ``attempts`` failures: doubling from 30 s to 6 h; None when it is time to give up."""
    if attempts >= _MOST_ATTEMPTS:
        return None
    doubled: dt.timedelta = _FIRST_WAIT * 2 ** (attempts - 1)
    return min(doubled, _LONGEST_WAIT)
