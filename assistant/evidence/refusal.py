"""Saying no to a file, in words that tell what to do instead."""

from __future__ import annotations

from assistant.evidence.texts import say, texts


class Refused(ValueError):
    """A file, or a change to the exhibits, that is not taken.

    ``code`` is stable and a key of ``refusals`` in ``templates/evidence/texts.yaml``; ``message`` is for people.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.message = say(texts().refusals[code], **values)
