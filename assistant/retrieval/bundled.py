"""The bundled weights without the libraries around them: an encoder of twelve layers in numpy.

What sentence-transformers does with these weights is the forward pass of a BERT encoder, the mean of its rows, and
length 1; a test compares the two. Torch and transformers, which the folder is made with, cost a serving process some
400 MB and seconds at every start, and answer a single question no faster.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.embedding import BATCH, Prompt, Vectors, WordRows
from assistant.retrieval.weights import DEPTHS, MAX_TOKENS, PAD_ID, PROMPTS

Weights = Mapping[str, Vectors]
Mask = NDArray[np.bool_]

_FAR_BELOW = np.float32(-1e9)  # what no word looks at


@dataclass(frozen=True, slots=True)
class Dense:
    """x · weight + bias."""

    weight: Vectors
    bias: Vectors

    @classmethod
    def of(cls, weights: Weights, *names: str) -> Self:
        """Read one layer, or several side by side that see the same input."""
        return cls(
            np.concatenate([weights[f"{name}.weight"] for name in names]).T,
            np.concatenate([weights[f"{name}.bias"] for name in names]),
        )

    def __call__(self, x: Vectors) -> Vectors:
        """Return the layer's output, shape (n, out)."""
        y: Vectors = x @ self.weight
        y += self.bias
        return y


@dataclass(frozen=True, slots=True)
class Norm:
    """Each row to mean 0 and variance 1, then stretched and shifted."""

    weight: Vectors
    bias: Vectors
    epsilon: float

    @classmethod
    def of(cls, weights: Weights, name: str, epsilon: float) -> Self:
        """Read a layer normalisation."""
        return cls(weights[f"{name}.weight"], weights[f"{name}.bias"], epsilon)

    def __call__(self, x: Vectors) -> Vectors:
        """Return the rows, normalised."""
        y: Vectors = x - x.mean(-1, keepdims=True)
        y /= np.sqrt(np.square(y).mean(-1, keepdims=True) + self.epsilon)
        y *= self.weight
        y += self.bias
        return y


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the encoder: every word looks at all others, then passes through two dense layers."""

    heads: int
    look: Dense  # query, key and value side by side
    seen: Dense
    after_look: Norm
    widen: Dense
    narrow: Dense
    after: Norm

    @classmethod
    def of(cls, weights: Weights, number: int, heads: int, epsilon: float) -> Self:
        """Read a layer by its number, as BERT names its parts."""
        name = f"encoder.layer.{number}"
        parts = (f"{name}.attention.self.{part}" for part in ("query", "key", "value"))
        return cls(
            heads,
            Dense.of(weights, *parts),
            Dense.of(weights, f"{name}.attention.output.dense"),
            Norm.of(weights, f"{name}.attention.output.LayerNorm", epsilon),
            Dense.of(weights, f"{name}.intermediate.dense"),
            Dense.of(weights, f"{name}.output.dense"),
            Norm.of(weights, f"{name}.output.LayerNorm", epsilon),
        )

    def __call__(self, x: Vectors, unseen: Vectors) -> Vectors:
        """Return the words after this layer, shape (texts, words, size); ``unseen`` is added to what is looked at."""
        texts, length, size = x.shape
        rows = x.reshape(-1, size)
        split = self.look(rows).reshape(texts, length, 3, self.heads, size // self.heads)
        query, key, value = split.transpose(2, 0, 3, 1, 4)
        regard = query @ key.transpose(0, 1, 3, 2)
        regard *= np.float32((size // self.heads) ** -0.5)
        regard += unseen
        regard -= regard.max(-1, keepdims=True)
        np.exp(regard, out=regard)
        regard /= regard.sum(-1, keepdims=True)
        together = (regard @ value).transpose(0, 2, 1, 3).reshape(-1, size)
        rows = self.after_look(rows + self.seen(together))
        return self.after(rows + self.narrow(_gelu(self.widen(rows)))).reshape(x.shape)


class BundledEncoder:
    """The folder of :func:`assistant.retrieval.weights.default_model` in memory."""

    def __init__(self, folder: Path, threads: int) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from safetensors.numpy import load_file
        from threadpoolctl import threadpool_limits
        from tokenizers import Tokenizer

        # One thread for each product: the batches run side by side, and threads that wait for each other's share of a
        # small product cost more than they bring: a question alone gains 15 ms, on a busy machine it loses seconds.
        threadpool_limits(1, user_api="blas")
        self._threads = threads
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding(pad_id=PAD_ID, pad_token="<pad>")
        config = json.loads((folder / "config.json").read_text("utf-8"))
        weights = load_file(folder / "model.safetensors")
        heads, epsilon = int(config["num_attention_heads"]), float(config["layer_norm_eps"])
        self._size = int(config["hidden_size"])
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = Norm.of(weights, "embeddings.LayerNorm", epsilon)
        count = int(config["num_hidden_layers"])
        self._layers = [Layer.of(weights, number, heads, epsilon) for number in range(count)]

    def encode(self, texts: Sequence[str], prompt: Prompt) -> Vectors:
        """Encode texts, shape (n, 384)."""
        return self._after(texts, prompt, (len(self._layers),))[:, 0]

    def depths(self, texts: Sequence[str]) -> Vectors:
        """Encode questions after each of the layers ``DEPTHS``, shape (n, depths, 384)."""
        return self._after(texts, "query", DEPTHS)

    def rows(self, text: str, layers: Sequence[int]) -> WordRows:
        """Return the place of each piece of a word, and what it is after these layers, side by side.

        A text longer than the model reads is cut; shape of the rows (pieces, 384 · layers).
        """
        prompt = PROMPTS["query"]
        entry = self._tokenizer.encode(prompt + text)
        states = list(self._states(np.array([entry.ids]), np.ones((1, len(entry.ids)), bool)))
        told = [place for place, (_, end) in enumerate(entry.offsets) if end > len(prompt)]
        spans = [entry.offsets[place] for place in told]
        places = [(max(start - len(prompt), 0), end - len(prompt)) for start, end in spans]
        return places, np.concatenate([states[layer][0, told] for layer in layers], axis=1)

    def _after(self, texts: Sequence[str], prompt: Prompt, layers: Sequence[int]) -> Vectors:
        """Encode texts after each of these layers, in batches of similar length."""
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        found = np.empty((len(texts), len(layers), self._size), np.float32)

        def fill(places: Sequence[int]) -> None:
            found[places] = self._batch([PROMPTS[prompt] + texts[place] for place in places], layers)

        if len(batches) == 1:
            fill(batches[0])
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(fill, batches))
        return found

    def _batch(self, texts: list[str], layers: Sequence[int]) -> Vectors:
        encoded = self._tokenizer.encode_batch(texts)
        ids = np.array([entry.ids for entry in encoded])
        there = np.array([entry.attention_mask for entry in encoded], bool)
        means = [
            _unit_means(words, there)
            for layer, words in enumerate(self._states(ids, there))
            if layer in layers
        ]
        return np.stack(means, axis=1)

    def _states(self, ids: NDArray[np.int64], there: Mask) -> Iterator[Vectors]:
        """What the words are before the first layer and after each."""
        unseen = np.where(there, np.float32(0), _FAR_BELOW)[:, None, None, :]
        words = self._norm(self._words[ids] + self._places[: ids.shape[1]])
        yield words
        for layer in self._layers:
            words = layer(words, unseen)
            yield words


def _gelu(x: Vectors) -> Vectors:
    """x · Φ(x) by the usual approximation with tanh: a fifth of the time, the same neighbours."""
    cubic: Vectors = x * x
    cubic *= np.float32(0.044715 * (2 / np.pi) ** 0.5)
    cubic += np.float32((2 / np.pi) ** 0.5)
    cubic *= x
    chance: Vectors = np.tanh(cubic, out=cubic)
    chance += 1
    chance *= x
    chance *= np.float32(0.5)
    return chance


def _unit_means(words: Vectors, there: Mask) -> Vectors:
    kept = there[..., None].astype(np.float32)
    means = (words * kept).sum(1) / kept.sum(1)
    unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
    return unit
