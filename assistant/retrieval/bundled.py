"""The bundled weights without the training and evaluation code around them.

sentence-transformers, which the folder is made with and can be opened with, brings in another 170 MB and several seconds
at every start. What it does with these weights is three steps: the network, the mean of its rows, length 1.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.retrieval.embedding import BATCH, Prompt, Vectors
from assistant.retrieval.weights import MAX_TOKENS, PAD_ID, PROMPTS


class BundledEncoder:
    """The folder of :func:`assistant.retrieval.weights.default_model` in memory."""

    def __init__(self, folder: Path, threads: int) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from tokenizers import Tokenizer
        from transformers import BertModel
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        torch.set_num_threads(threads)
        self._torch = torch
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding(pad_id=PAD_ID, pad_token="<pad>")
        self._network = BertModel.from_pretrained(folder)
        self._network.train(False)

    def encode(self, texts: Sequence[str], prompt: Prompt) -> Vectors:
        """Encode texts in batches of similar length, shape (n, 384)."""
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        rows = np.empty((len(texts), self._network.config.hidden_size), np.float32)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            rows[places] = self._batch([PROMPTS[prompt] + texts[place] for place in places])
        return rows

    def _batch(self, texts: list[str]) -> Vectors:
        torch = self._torch
        encoded = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([entry.ids for entry in encoded])
        mask = torch.tensor([entry.attention_mask for entry in encoded])
        with torch.inference_mode():
            tokens = self._network(input_ids=ids, attention_mask=mask).last_hidden_state
            weight = mask.unsqueeze(-1).to(tokens.dtype)
            means = (tokens * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            unit = torch.nn.functional.normalize(means, dim=1)
        return np.asarray(unit.numpy(), np.float32)
