"""Updates of messengers already taken."""

from __future__ import annotations

from sqlalchemy.orm import Session

from assistant.storage.clock import now
from assistant.storage.tables import UpdateRow


class Updates:
    """Updates inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def taken(self, bot: str, update_id: int) -> bool:
        """Say whether an update was taken."""
        return self._session.get(UpdateRow, (bot, update_id)) is not None

    def take(self, bot: str, update_id: int) -> bool:
        """Note an update; False when it was taken before and is to be dropped."""
        if self.taken(bot, update_id):
            return False
        self._session.add(UpdateRow(bot=bot, update_id=update_id, at=now()))
        self._session.flush()
        return True
