"""What differs between messengers that speak Telegram's bot interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """A messenger: where its interface is, and how text goes over it unharmed."""

    name: str
    base_url: str
    base_file_url: str
    longest_text: int  # characters of one message
    plain: Callable[[str], str]  # text as it is typed there to be read as it is


def _unchanged(text: str) -> str:
    return text


_MARKDOWN = str.maketrans({"*": "＊", "_": "＿", "`": "‵"})


def _without_markdown(text: str) -> str:
    # Bale reads every text as Markdown and has no documented escape: signs that look alike keep what was typed.
    return text.translate(_MARKDOWN)


PLATFORMS = {
    "telegram": Platform(
        "telegram", "https://api.telegram.org/bot", "https://api.telegram.org/file/bot", 4096, _unchanged
    ),
    "bale": Platform(
        "bale", "https://tapi.bale.ai/bot", "https://tapi.bale.ai/file/bot", 4096, _without_markdown
    ),
}
