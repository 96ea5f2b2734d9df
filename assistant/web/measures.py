"""What Prometheus reads: turns, times by route, errors."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest


class Measures:
    """The measures of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter(
            "dadkhah_turns",
            "Turns of conversations, by the state they led to",
            ["state"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "dadkhah_http_seconds",
            "Seconds until an answer began, by method and route",
            ["method", "route"],
            registry=self._registry,
        )
        self._errors = Counter(
            "dadkhah_http_errors",
            "Answers with an error status, by route and status",
            ["route", "status"],
            registry=self._registry,
        )

    def turn(self, state: str) -> None:
        """Count a turn."""
        self._turns.labels(state).inc()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self._seconds.labels(method, route).observe(seconds)
        if status >= 400:
            self._errors.labels(route, str(status)).inc()

    def text(self) -> bytes:
        """Return all measures in the Prometheus text format."""
        return generate_latest(self._registry)
