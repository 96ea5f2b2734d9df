"""From the dialogue's messages to what a messenger can show."""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

_SHORT_BUTTON = 18  # characters: shorter ones stand two in a row


def split_text(text: str, longest: int) -> list[str]:
    """Split a text into pieces of at most ``longest`` characters, at paragraphs, lines or words where there are any."""
    pieces = []
    rest = text.strip()
    while len(rest) > longest:
        cut = next(
            (at for sign in ("\n\n", "\n", " ") if (at := rest.rfind(sign, longest // 4, longest)) > 0),
            longest,
        )
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def keyboard(choices: list[dict[str, Any]]) -> InlineKeyboardMarkup | None:
    """Return the buttons under a message, or None; short ones share a row."""
    rows: list[list[InlineKeyboardButton]] = []
    for choice in choices:
        button = InlineKeyboardButton(choice["text"], callback_data=choice["id"])
        shares = rows and len(rows[-1]) == 1 and _short(rows[-1][0].text) and _short(choice["text"])
        if shares:
            rows[-1].append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(rows) if rows else None


def _short(text: str) -> bool:
    return len(text) <= _SHORT_BUTTON
