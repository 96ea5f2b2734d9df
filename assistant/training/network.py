"""The network under training: its lower layers frozen and remembered by text, its upper ones adapted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import normalize
from torch.nn.utils.rnn import pad_sequence
from transformers import BertModel
from transformers.utils.logging import disable_progress_bar

from assistant.retrieval.adapter import Floats
from assistant.training.lora import adapt, factors

BATCH = 64


class Network:
    """multilingual-e5-small with an adapter on its layers from ``first`` on.

    What the lower layers make of a text never changes, so it is computed once and kept in half precision.
    """

    def __init__(
        self, folder: Path, *, first: int, rank: int, scale: float, tokens: int, device: str
    ) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(tokens)
        disable_progress_bar()  # type: ignore[no-untyped-call]
        self._bert = BertModel.from_pretrained(folder)
        self._bert.requires_grad_(False)
        self._bert.train(False)
        self._first = first
        self._device = device
        self._remembered: dict[str, Tensor] = {}
        adapt(self._bert.encoder.layer[first:], rank, scale)
        self._bert.to(torch.device(device))  # type: ignore[arg-type]
        self.parameters = [weight for weight in self._bert.parameters() if weight.requires_grad]

    def encode(self, texts: Sequence[str]) -> Tensor:
        """Return rows of length 1 for texts that begin with a prompt of the model."""
        self._remember(texts)
        rows = pad_sequence([self._remembered[text] for text in texts], batch_first=True)
        lengths = torch.tensor([len(self._remembered[text]) for text in texts])
        kept = torch.arange(rows.shape[1]) < lengths[:, None]
        return self._upper(rows.to(self._device).float(), kept.to(self._device))

    def factors(self) -> Mapping[str, tuple[Floats, Floats]]:
        """The factors (up, down) of every adapted layer, by its name."""
        return dict(factors(self._bert))

    def _remember(self, texts: Sequence[str]) -> None:
        fresh = sorted({text for text in texts if text not in self._remembered}, key=len)
        for start in range(0, len(fresh), BATCH):
            chunk = fresh[start : start + BATCH]
            tokens = [torch.tensor(entry.ids) for entry in self._tokenizer.encode_batch(chunk)]
            lengths = torch.tensor([len(ids) for ids in tokens])
            ids = pad_sequence(tokens, batch_first=True, padding_value=1).to(self._device)
            kept = (torch.arange(ids.shape[1]) < lengths[:, None]).to(self._device)
            with torch.no_grad():
                rows = self._bert.embeddings(input_ids=ids)
                for layer in self._bert.encoder.layer[: self._first]:
                    rows = layer(rows, kept[:, None, None, :])
            halves = rows.half().cpu()
            for text, row, length in zip(chunk, halves, lengths.tolist(), strict=True):
                self._remembered[text] = row[:length].clone()

    def _upper(self, rows: Tensor, kept: Tensor) -> Tensor:
        for layer in self._bert.encoder.layer[self._first :]:
            rows = layer(rows, kept[:, None, None, :])
        weight = kept.unsqueeze(-1).float()
        return normalize((rows * weight).sum(1) / weight.sum(1), dim=1)
