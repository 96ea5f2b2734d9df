"""Now, and new ids: the two things storage takes from outside."""

from __future__ import annotations

import datetime as dt
import secrets
import uuid

# No letters or digits that are mistaken for each other when read aloud or copied by hand.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def now() -> dt.datetime:
    """Return the present moment in UTC."""
    return dt.datetime.now(dt.UTC)


def new_id() -> str:
    """Return a new id: 32 hexadecimal digits, rising in time is not promised."""
    return uuid.uuid4().hex


def new_tracking_code() -> str:
    """Return a code such as ``DK-7F3M-9QXA`` that a citizen can read out at a counter."""
    letters = [secrets.choice(_ALPHABET) for _ in range(8)]
    return f"DK-{''.join(letters[:4])}-{''.join(letters[4:])}"
