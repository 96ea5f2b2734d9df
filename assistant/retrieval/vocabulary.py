"""Pruning of a SentencePiece vocabulary to the pieces that Persian text needs.

A piece stays when all its characters are of the Arabic script, ASCII, punctuation or symbols. A piece with a
character of another script cannot occur in such text, so Persian is cut into exactly the same pieces as before.
Latin words of many languages would be half of what is left: of them the most frequent stay, and every single letter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

LATIN_PIECES = 12_000
KEPT_RANGES = (
    (0x0021, 0x007E),  # ASCII
    (0x00A0, 0x00BF),  # « » and their like
    (0x0600, 0x06FF),  # Arabic script
    (0x2000, 0x2BFF),  # punctuation, currency, arrows, symbols
    (0xFB50, 0xFDFF),  # Arabic presentation forms, as in ﷼
    (0x1F300, 0x1FAFF),  # emoji
)
WORD_START = "▁"

Json = dict[str, Any]


def kept_pieces(pieces: Sequence[str], always: Collection[str], latin: int = LATIN_PIECES) -> list[int]:
    """Return the ids of the pieces to keep, in order; pieces must be sorted from frequent to rare."""
    kept: list[int] = []
    for index, piece in enumerate(pieces):
        body = piece.replace(WORD_START, "")
        if piece in always or (len(body) <= 1 and _is_kept(body)):
            kept.append(index)
        elif not _is_kept(body):
            continue
        elif not _has_latin_letter(body):
            kept.append(index)
        elif latin > 0:
            latin -= 1
            kept.append(index)
    return kept


def prune_tokenizer(
    tokenizer: Json, words: Collection[str] = (), latin: int = LATIN_PIECES
) -> tuple[Json, list[int]]:
    """Return the tokenizer (content of ``tokenizer.json``) with fewer pieces, and the old id of each new id.

    ``words`` are Latin words that must stay whole, such as those of the model's prompts.
    """
    vocabulary = tokenizer["model"]["vocab"]
    always = {token["content"] for token in tokenizer["added_tokens"]} | {WORD_START + word for word in words}
    kept = kept_pieces([piece for piece, _ in vocabulary], always, latin)
    new_id = {vocabulary[old][0]: new for new, old in enumerate(kept)}
    pruned = dict(tokenizer)
    pruned["model"] = tokenizer["model"] | {
        "vocab": [vocabulary[old] for old in kept],
        "unk_id": new_id["<unk>"],
    }
    pruned["added_tokens"] = [token | {"id": new_id[token["content"]]} for token in tokenizer["added_tokens"]]
    return pruned, kept


def _is_kept(body: str) -> bool:
    return all(any(low <= ord(char) <= high for low, high in KEPT_RANGES) for char in body)


def _has_latin_letter(body: str) -> bool:
    return any(char.isascii() and char.isalpha() for char in body)
