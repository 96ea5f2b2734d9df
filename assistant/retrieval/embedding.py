"""Embeddings: texts in, rows of length 1 out."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.weights import BASE_FOLDER, DEPTHS, FOLDER, base_model, default_model
from assistant.settings import Settings

Vectors = NDArray[np.float32]
WordRows = tuple[Sequence[tuple[int, int]], Vectors]  # place of each piece of a word in the text, and its row
Prompt = Literal["query", "document"]

# Read when OpenMP is loaded (by faiss, or by torch under another model): on a busy machine, threads that spin while
# they wait make a question five times as slow.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

REMEMBERED_QUERIES = 1024
BATCH = 32


class Embedder(Protocol):
    """Turns texts into float32 rows of length 1, so that an inner product is a cosine."""

    @property
    def fingerprint(self) -> str:
        """Names the model: vectors of different fingerprints must not be compared."""

    @property
    def depths(self) -> int:
        """After how many layers of the model a question is looked at."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask, shape (n, dimension)."""

    def encode_depths(self, texts: Sequence[str]) -> Vectors:
        """Encode what people ask after several layers, shape (n, depths, dimension); the last is the query's own."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode what is searched, shape (n, dimension)."""

    def rows(self, text: str, layers: Sequence[int]) -> WordRows:
        """Return what the bundled weights make of each piece of a word."""


class Encoder(Protocol):
    """A model in memory: rows of length 1 for texts that are asked or searched."""

    def encode(self, texts: Sequence[str], prompt: Prompt) -> Vectors:
        """Encode texts under a prompt of the model, shape (n, dimension)."""


@runtime_checkable
class LayeredEncoder(Encoder, Protocol):
    """An encoder that also tells what its layers make of a question, and of each piece of a word."""

    def depths(self, texts: Sequence[str]) -> Vectors:
        """Encode questions after several layers, shape (n, depths, dimension)."""

    def rows(self, text: str, layers: Sequence[int]) -> WordRows:
        """Return the place of each piece in the text, and its rows after these layers, side by side."""


class TextEmbedder:
    """An embedding model with its own prompts; it is loaded when the first text comes."""

    def __init__(self, load: Callable[[], Encoder], fingerprint: str, depths: int = 1) -> None:
        self.fingerprint = fingerprint
        self.depths = depths
        self._load = load
        self._lock = threading.Lock()  # its tokenizer must not be entered twice
        self._remembered = lru_cache(REMEMBERED_QUERIES)(self._encode_query)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions."""
        return self.encode_depths(texts)[:, -1]

    def encode_depths(self, texts: Sequence[str]) -> Vectors:
        """Encode questions after several layers; a single one is remembered: one turn asks for it several times."""
        if len(texts) == 1:
            return self._remembered(texts[0])
        with self._lock:
            return self._encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages, in batches of similar length."""
        with self._lock:
            return self._encoder.encode(texts, "document")

    def rows(self, text: str, layers: Sequence[int]) -> WordRows:
        """Return what the bundled weights make of each piece of a word; see :meth:`BundledEncoder.rows`.

        Raises:
            TypeError: another model was chosen, whose layers mean something else.
        """
        if not isinstance(self._encoder, LayeredEncoder):
            raise TypeError("only the bundled weights tell what they make of each word")
        with self._lock:
            return self._encoder.rows(text, layers)

    def _encode_query(self, text: str) -> Vectors:
        with self._lock:
            array = self._encode_queries([text])
        array.flags.writeable = False
        return array

    def _encode_queries(self, texts: Sequence[str]) -> Vectors:
        if isinstance(self._encoder, LayeredEncoder):
            return self._encoder.depths(texts)
        return self._encoder.encode(texts, "query")[:, None]

    @cached_property
    def _encoder(self) -> Encoder:
        return self._load()


class SentenceTransformerEncoder:
    """Any SentenceTransformer, by folder or name."""

    def __init__(self, model: str, threads: int) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        torch.set_num_threads(threads)
        self._model = SentenceTransformer(model, device="cpu")

    def encode(self, texts: Sequence[str], prompt: Prompt) -> Vectors:
        """Encode texts, shape (n, dimension)."""
        encode = self._model.encode_query if prompt == "query" else self._model.encode_document
        return np.asarray(encode(list(texts), batch_size=BATCH, normalize_embeddings=True), np.float32)


def open_embedder(settings: Settings) -> TextEmbedder:
    """Return the embedder of the settings: the bundled weights, or any SentenceTransformer by folder or name."""
    chosen = settings.embedding_model
    if chosen is None:
        # Unpacked at once, so that what is missing is said at the start.
        return bundled_embedder(default_model(settings.data_dir), settings.threads, FOLDER)
    return TextEmbedder(lambda: SentenceTransformerEncoder(chosen, settings.threads), _fingerprint(chosen))


def base_embedder(settings: Settings) -> TextEmbedder:
    """Return the bundled weights as they were before any adapter: where a training begins."""
    return bundled_embedder(base_model(settings.data_dir), settings.threads, BASE_FOLDER)


def bundled_embedder(folder: Path, threads: int, fingerprint: str) -> TextEmbedder:
    """Return the embedder of a folder of the bundled kind, under the name that its vectors are kept by."""

    def load() -> Encoder:
        from assistant.retrieval.bundled import BundledEncoder

        return BundledEncoder(folder, threads)

    return TextEmbedder(load, fingerprint, len(DEPTHS))


def _fingerprint(model: str) -> str:
    """Name a model; a folder is told apart from its later versions by the sizes and times of its files."""
    folder = Path(model)
    if not folder.is_dir():
        return model
    state = [
        f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    digest = hashlib.sha256("\n".join(state).encode()).hexdigest()
    return f"{folder.name}-{digest[:16]}"
