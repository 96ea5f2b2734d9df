"""The bundled weights without the training and evaluation code around them.

sentence-transformers and transformers, which the folder is made with and opens with, bring in another 300 MB and
several seconds at every start. What they do with these weights is an encoder that torch has itself, the mean of its
rows, length 1; a test compares the two.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.retrieval.embedding import BATCH, Prompt, Vectors
from assistant.retrieval.weights import MAX_TOKENS, PAD_ID, PROMPTS

if TYPE_CHECKING:
    from torch import Tensor, nn

_LAYER = {  # names of torch's encoder layer, and of BERT's
    "self_attn.out_proj": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "linear1": "intermediate.dense",
    "linear2": "output.dense",
    "norm2": "output.LayerNorm",
}


class BundledEncoder:
    """The folder of :func:`assistant.retrieval.weights.default_model` in memory."""

    def __init__(self, folder: Path, threads: int) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from safetensors.torch import load_file
        from tokenizers import Tokenizer

        torch.set_num_threads(threads)
        self._torch = torch
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding(pad_id=PAD_ID, pad_token="<pad>")
        config = json.loads((folder / "config.json").read_text("utf-8"))
        weights = load_file(folder / "model.safetensors")
        self._size = int(config["hidden_size"])
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = torch.nn.LayerNorm(self._size, eps=config["layer_norm_eps"])
        self._norm.load_state_dict(_of(weights, "embeddings.LayerNorm"))
        self._layers = _encoder(config, weights)

    def encode(self, texts: Sequence[str], prompt: Prompt) -> Vectors:
        """Encode texts in batches of similar length, shape (n, 384)."""
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        rows = np.empty((len(texts), self._size), np.float32)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            rows[places] = self._batch([PROMPTS[prompt] + texts[place] for place in places])
        return rows

    def _batch(self, texts: list[str]) -> Vectors:
        torch = self._torch
        encoded = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([entry.ids for entry in encoded])
        padding = torch.tensor([entry.attention_mask for entry in encoded]) == 0
        with torch.inference_mode():
            tokens = self._norm(self._words[ids] + self._places[: ids.shape[1]])
            tokens = self._layers(tokens, src_key_padding_mask=padding if padding.any() else None)
            kept = (~padding).unsqueeze(-1).to(tokens.dtype)
            means = (tokens * kept).sum(1) / kept.sum(1).clamp(min=1e-9)
            unit = torch.nn.functional.normalize(means, dim=1)
        return np.asarray(unit.numpy(), np.float32)


def _encoder(config: Mapping[str, Any], weights: Mapping[str, Tensor]) -> nn.TransformerEncoder:
    import torch

    layer = torch.nn.TransformerEncoderLayer(
        config["hidden_size"], config["num_attention_heads"], config["intermediate_size"], dropout=0.0,
        activation=config["hidden_act"], layer_norm_eps=config["layer_norm_eps"], batch_first=True,
    )  # fmt: skip
    layers = torch.nn.TransformerEncoder(layer, config["num_hidden_layers"], enable_nested_tensor=False)
    state: dict[str, Tensor] = {}
    for number in range(config["num_hidden_layers"]):
        bert = f"encoder.layer.{number}"
        for kind in ("weight", "bias"):
            parts = [weights[f"{bert}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{number}.self_attn.in_proj_{kind}"] = torch.cat(parts)
            for ours, theirs in _LAYER.items():
                state[f"layers.{number}.{ours}.{kind}"] = weights[f"{bert}.{theirs}.{kind}"]
    layers.load_state_dict(state, strict=True, assign=True)
    layers.train(False)
    return layers


def _of(weights: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    return {kind: weights[f"{name}.{kind}"] for kind in ("weight", "bias")}
