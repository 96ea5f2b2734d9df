"""An adapter: a small change of a model's matrices, each the product of two thin ones (LoRA; Hu and others, 2021)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

UP, DOWN = ".up", ".down"

Floats = NDArray[np.float32]


def read_changes(file: Path) -> dict[str, Floats]:
    """Return what is to be added to each weight, by its name in ``transformers.BertModel``."""
    from safetensors.numpy import load_file

    factors = {name: factor.astype(np.float32) for name, factor in load_file(file).items()}
    names = [name.removesuffix(UP) for name in factors if name.endswith(UP)]
    return {f"{name}.weight": factors[name + UP] @ factors[name + DOWN] for name in names}


def write_factors(factors: Mapping[str, tuple[Floats, Floats]], file: Path) -> None:
    """Write, in half precision, the factors (up, down) of each linear layer by its name."""
    from safetensors.numpy import save_file

    halves: dict[str, NDArray[np.float16]] = {}
    for name, (up, down) in factors.items():
        halves[name + UP] = np.ascontiguousarray(up, np.float16)
        halves[name + DOWN] = np.ascontiguousarray(down, np.float16)
    save_file(halves, file)


def file_hash(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
