"""What one application holds, beside the service it opens to the web."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.service import Desk, Evidence, Service
from assistant.web.limits import Limiter
from assistant.web.measures import Measures
from assistant.web.news import NewsDesk
from assistant.web.secrets import Secrets


@dataclass(frozen=True, slots=True)
class House:
    """The service and what the web needs around it."""

    service: Service
    desk: Desk
    evidence: Evidence
    secrets: Secrets
    limiter: Limiter
    measures: Measures
    news: NewsDesk

    @classmethod
    def of(cls, service: Service) -> House:
        """Return the house of a service."""
        settings = service.rooms.settings
        return cls(
            service=service,
            desk=Desk(service),
            evidence=Evidence(service),
            secrets=Secrets.open(settings),
            limiter=Limiter(settings.requests_per_minute),
            measures=Measures(),
            news=NewsDesk(service),
        )
